import type { z } from 'zod';
import type { Duration, Fee, Level, Paper, Procedure, Way } from '../bot/types.ts';
import { type PortalFee, type PortalPaper, type PortalRecord, type PortalWay, recordSchema } from './portal-record.ts';
import { cleanName, cleanText, saidText, saysNothing, timeWords } from './portal-text.ts';
import { procedureSchema } from './procedure.ts';

/** A record as the portal's own API gives it, as a Procedure; or one reason, in English and without the body, why it cannot be one. */
export function readPortalRecord(json: unknown): ReadRecord {
  const record = recordSchema.safeParse(json);
  if (!record.success) return { kind: 'rejected', reason: reasonOf(record.error) };
  const procedure = procedureSchema.safeParse(toProcedure(record.data));
  if (!procedure.success) return { kind: 'rejected', reason: reasonOf(procedure.error) };
  return { kind: 'procedure', procedure: procedure.data, recordAt: momentOf(record.data.updatedAt) };
}

/** `recordAt`: when the record was changed last, ISO 8601; null where it does not say. */
export type ReadRecord = { kind: 'procedure'; procedure: Procedure; recordAt: string | null } | { kind: 'rejected'; reason: string };

function momentOf(ms: number | null | undefined): string | null {
  const isTime = ms !== null && ms !== undefined && ms > 0 && ms < 253_402_300_800_000;
  return isTime ? new Date(ms).toISOString() : null;
}

function toProcedure(record: PortalRecord): Procedure {
  const isHidden = record.isInternal || record.type === 'STANDARD_INTERNAL' || deleted.test(record.code);
  const kind = isHidden ? 'internal' : record.type === 'SPECIFIC' ? 'local' : 'national';
  const ways = record.executionMethods.flatMap(toWay);
  const agencies = names([...record.departmentsExecuting, ...record.unitGroupsExecuting]);
  return {
    id: record.id,
    code: record.code,
    name: cleanName(record.name),
    kind,
    field: names([...record.categoriesDetails, ...(record.category ? [record.category] : [])])[0] ?? '',
    issuer: toIssuer(record, kind),
    levels: toLevels(record),
    subjects: names(record.subjectTypesDetails),
    cases: record.cases.map(({ code, name, processingDay }) => ({
      code: cleanName(code),
      name: cleanName(name),
      duration: toDuration(processingDay?.qty, processingDay?.type, ''),
    })),
    ways,
    papers: record.executionCases
      .map(({ name, profileComponents }) => ({ title: cleanName(name), papers: profileComponents.flatMap(toPaper) }))
      .filter(({ title, papers }) => title !== '' || papers.length > 0),
    steps: record.executionSteps
      .map(({ name, description }) => ({ name: cleanName(name), text: cleanText(description) }))
      .filter(({ name, text }) => name !== '' || text !== ''),
    agencies: agencies.length > 0 ? agencies : unique([saidText(record.executingAgencies)]),
    authorities: names([...record.departmentsAuthority, ...record.unitGroupsAuthority]),
    receivedAt: saidText(record.dossierReceivingAddresses),
    conditions: saidText(record.requirementsAndConditions),
    results: names(record.resultsDetails),
    legalBases: toLegalBases(record),
    online: record.isFullProcess ? 'full' : ways.some(({ how }) => how === 'online') ? 'partial' : 'none',
    keywords: cleanName(record.keywords),
    decision: cleanName(record.procedureProposal?.proposalNumber),
  };
}

/** "1.014955-Xoa": the portal marks so what is deleted and still sends it. */
const deleted = /[-_. ](?:xo[aá]|xóa|h[uủ]y|del|deleted)$/iu;

/** "UBND tỉnh Bắc Ninh" and "Sở Xây dựng - tỉnh Quảng Ngãi" issue for their province: it is the province that a citizen knows. */
function toIssuer(record: PortalRecord, kind: Procedure['kind']): Procedure['issuer'] {
  const name = cleanName(record.departmentPromulgateName);
  const province = /(tỉnh|thành phố)\s+(\p{Lu}.*)$/iu.exec(name);
  const local = kind === 'local' && province?.[1] && province[2];
  return { code: cleanName(record.departmentPromulgateCode), name: local ? `${province[1]?.toLowerCase()} ${province[2]}` : name };
}

function toLevels(record: PortalRecord): Level[] {
  const levels: [Level, boolean | null | undefined][] = [
    ['ward', record.isWard],
    ['province', record.isProvince],
    ['ministry', record.isMinistry],
    ['other', record.isOtherAgency],
  ];
  return levels.filter(([, held]) => held).map(([level]) => level);
}

function toWay(way: PortalWay): Way[] {
  const how = hows.get(way.submissionMethod ?? '');
  if (!how) return [];
  const text = saidText(way.description);
  return [{ how, duration: toDuration(way.processingTime, way.processingTimeUnit, text), fees: way.fees.flatMap(toFee), text }];
}

const hows = new Map<string, Way['how']>([
  ['DIRECT', 'direct'],
  ['ONLINE', 'online'],
  ['POSTAL', 'postal'],
]);

const units = new Map<string, Duration['unit']>([
  ['WORKING_DAY', 'working-day'],
  ['DAY', 'day'],
  ['HOUR', 'hour'],
  ['MONTH', 'month'],
  ['YEAR', 'year'],
]);

/** With the unit OTHER the number means nothing: what counts are the words, in the number's own place or in the description. */
function toDuration(value: number | string | null | undefined, unit: string | null | undefined, description: string): Duration {
  const known = units.get(unit ?? '');
  const amount = Number(value);
  const told = timeWords(description);
  if (known && amount > 0) return { amount, unit: known, text: told };
  const instead = typeof value === 'string' && /\p{L}/u.test(value) ? cleanText(value) : '';
  const own = saysNothing(instead) || /^(?:theo|xem)( phần)? mô tả\.?$/iu.test(instead) ? '' : instead;
  const rest = told !== '' || /nộp|gửi|qua cổng|trực tuyến|bưu chính|trực tiếp|phí|đồng|USD/iu.test(description) ? told : description;
  const text = rest.includes(own) ? rest : [own, rest].filter((part) => part !== '').join('\n');
  return { amount: null, unit: 'other', text };
}

const feeKinds = new Map<string, Fee['kind']>([
  ['FEE', 'fee'],
  ['SERVICE_FEE', 'charge'],
  ['PRICE_LEVEL', 'price'],
]);

function toFee(fee: PortalFee): Fee[] {
  const amount = fee.value === null || fee.value === undefined || fee.value === '' ? null : Number(fee.value);
  const said = cleanText(fee.description);
  const file = cleanName(fee.attachment?.fileName);
  // "Không" beside 0 says what 0 says; "Không quy định" says something else and stays.
  const text = amount === 0 && /^(?:không|không có|miễn phí(?: đồng)?|0(?: đồng)?)?[\s.]*$/iu.test(said) ? '' : said;
  const kept: Fee = {
    kind: feeKinds.get(fee.type ?? '') ?? 'fee',
    amount: amount === null || Number.isNaN(amount) || amount < 0 ? null : amount,
    currency: fee.currencyName === 'USD' ? 'USD' : fee.currencyName ? 'VND' : null,
    text: file ? `${text}${text ? ' ' : ''}(tệp kèm theo: ${file})` : text,
  };
  return kept.amount === null && kept.text === '' ? [] : [kept];
}

function toPaper(paper: PortalPaper): Paper[] {
  const name = cleanName(paper.name);
  if (name === '' || saysNothing(name)) return [];
  const files = unique(paper.attachments.map(({ fileName }) => formName(fileName)));
  return [
    { name, originals: count(paper.originalQty), copies: count(paper.copyQty), forms: files.length > 0 ? files : unique([formIn(name)]) },
  ];
}

function formName(fileName: string | null | undefined): string {
  return cleanName(
    cleanName(fileName)
      .replace(/\.[a-z]{3,4}$/i, '')
      .replace(/_+/g, ' ')
      .replace(/\.+$/, ''),
  );
}

/** "Tờ khai theo Mẫu số 02 tại Phụ lục" names its form where no file is attached. */
function formIn(name: string): string {
  const form = /\b[Mm]ẫu\s+(?:đơn\s+)?(?:số\s*[:.]?\s*)?([A-ZĐ]{0,6}[-.]?\d{1,3}[a-zA-ZĐ]?(?:[./-][\dA-ZĐ]+[a-z]?)*)(?!\p{L})/u.exec(name);
  // "theo mẫu 02 bản": a bare number after a small "mẫu" may be a quantity.
  return form && /^Mẫu|số|[A-ZĐ./-]/u.test(form[0]) ? capitalised(form[0]) : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(quantity: number | null | undefined): number {
  return Math.max(0, Math.trunc(quantity ?? 0));
}

function toLegalBases(record: PortalRecord): Procedure['legalBases'] {
  const bases = record.legalBasisesDetails.map(({ code, name }) => ({ code: cleanName(code), name: cleanName(name) }));
  const byKey = new Map(bases.map((base) => [`${base.code}|${base.name}`.toLowerCase(), base]));
  return [...byKey.values()].filter(({ code, name }) => code !== '' || name !== '');
}

function names(items: { name?: string | null | undefined }[]): string[] {
  return unique(items.map(({ name }) => cleanName(name)));
}

function unique(items: string[]): string[] {
  return [...new Set(items)].filter((item) => item !== '');
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = issue?.path.join('.');
  return path ? `${path}: ${issue?.message}` : 'the record is not an object';
}
