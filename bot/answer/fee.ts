import type { Fee, Language, Procedure, Way } from '../types.ts';
import { feeMention, mentions } from './mentions.ts';
import { money, saysAmount } from './money.ts';
import { dashes, heading, type Line, listed, type Section, type Subject } from './section.ts';
import { capital, textLines, unique, unstopped } from './text.ts';
import { wayNames } from './words.ts';

/** What it costs. A figure stands with its condition; a record without one is never read as "free". */
export function feeSection({ procedure, title, language }: Subject): Section {
  const groups = feeGroups(procedure, language);
  if (groups.length === 0) return notTold(procedure, title, language);
  const [only] = groups;
  if (groups.length === 1 && only) return oneGroup(only.rows, title, language, noun(procedure, language));
  const lead =
    language === 'vi'
      ? `${noun(procedure, language)} khi làm ${title} tùy cách nộp:`
      : `The fee for ${title} depends on the way of filing:`;
  return { lead, lines: groups.flatMap((group) => groupLines(group, language)), close: [] };
}

/** The fee in a few words, or null where the record does not tell it shortly. */
export function feeInShort(procedure: Procedure, language: Language): string | null {
  const groups = feeGroups(procedure, language).filter(({ rows }) => rows.length > 0);
  const parts = groups.map(({ hows, rows }) => `${groups.length > 1 ? `${capital(wayNames(hows, language))}: ` : ''}${rows.join('; ')}`);
  const text = parts.join('. ').replaceAll('\n', ' ');
  return text !== '' && text.length <= 220 ? text : null;
}

type Group = { hows: Way['how'][]; rows: string[] };

/** Ways with the same fees are one group; the ways of a record that tells no fee anywhere are none. */
function feeGroups(procedure: Procedure, language: Language): Group[] {
  const byHow = new Map<Way['how'], Fee[]>();
  for (const { how, fees } of procedure.ways) byHow.set(how, [...(byHow.get(how) ?? []), ...fees]);
  const groups = new Map<string, Group>();
  for (const [how, fees] of byHow) {
    const rows = feeRows(fees, language);
    const key = rows
      .map((row) => row.toLowerCase().replace(/[\s.;,]+/g, ''))
      .sort()
      .join('|');
    const group = groups.get(key) ?? { hows: [], rows };
    groups.set(key, { ...group, hows: [...group.hows, how] });
  }
  return [...groups.values()].some(({ rows }) => rows.length > 0) ? [...groups.values()] : [];
}

/** A row of 0 without a word beside rows that say something is the portal's empty row. */
function feeRows(fees: Fee[], language: Language): string[] {
  const telling = fees.filter(({ amount, text }) => amount || text !== '');
  const kept = telling.length > 0 ? telling : fees;
  const kinds = new Set(kept.map(({ kind }) => kind));
  const alike = unique(kept.map((fee) => feeText(fee, language))).length === 1;
  const labelled = kept.map((fee) => {
    const text = feeText(fee, language);
    return kinds.size > 1 && !alike && !/^(?:lệ phí|phí|giá|mức|miễn)/iu.test(text) ? `${label(fee.kind, language)}: ${text}` : text;
  });
  return unique(labelled);
}

function feeText({ amount, currency, text }: Fee, language: Language): string {
  const said = text
    .trim()
    .replace(/^(?:[-+]\s+)+/, '')
    .replace(/^miễn phí đồng[.:]?\s*(?=\S)/iu, 'Miễn phí: ');
  if (amount === null) return capital(said);
  if (amount === 0 && said === '') return language === 'vi' ? 'Miễn phí' : 'Free of charge';
  if (amount === 0)
    return /^(?:lệ )?phí(?: \p{L}+){0,4}\.?$/iu.test(said)
      ? `${capital(said.replace(/\.$/, ''))}: ${money(0, 'VND', language)}`
      : capital(said);
  if (saysAmount(said, amount)) return capital(said.replace(/^[-+]\s*/, ''));
  const figure = money(amount, currency, language);
  if (said === '') return figure;
  if (/^\/|^(?:một|mỗi) /iu.test(said)) return `${figure}${said.startsWith('/') ? '' : ' '}${said}`;
  if (said.length <= 160 && /^(?:lệ phí|phí|giá|mức|đối với|trường hợp|thẩm định)(?!\p{L})/iu.test(said))
    return `${capital(unstopped(said))}: ${figure}`;
  return said.length <= 80 && !said.includes('\n') ? `${figure} (${said.replace(/\.$/, '')})` : `${figure} – ${said}`;
}

function oneGroup(rows: string[], title: string, language: Language, what: string): Section {
  const lines = rows.flatMap((row) => textLines(row)).map(capital);
  const [first] = lines;
  const isVi = language === 'vi';
  if (lines.length === 1 && first && /^(?:miễn phí|free of charge)\.?$/iu.test(first)) {
    return { lead: isVi ? `**Miễn phí** khi làm ${title}.` : `**Free of charge**: ${title}.`, lines: [], close: [] };
  }
  const all = lines.join(' ');
  const figure =
    /\d[\d.,]*\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|usd|\$|%|nghìn|triệu)|\d{1,3}(?:[.,]\d{3})+|miễn|không (?:thu|phải nộp|mất)|free/iu.test(all);
  if (!figure) return withoutFigure(lines, title, language);
  if (lines.length === 1 && first && first.length <= 90) {
    const shown = first.replace(/[.;\s]+$/, '');
    return { lead: isVi ? `${what} khi làm ${title}: **${shown}**.` : `The fee for ${title}: **${shown}**.`, lines: [], close: [] };
  }
  return {
    lead: isVi ? `${what} khi làm ${title}:` : `The fee for ${title}, in the words of the record:`,
    lines: dashes(lines),
    close: [],
  };
}

function withoutFigure(lines: string[], title: string, language: Language): Section {
  const council = /hội đồng nhân dân|HĐND/iu.test(lines.join(' '));
  const rest = lines.filter((line) => !(council && line.length <= 70));
  if (language === 'en') {
    const lead = council
      ? `The fee for ${title} is set by the People's Council of the province; the record gives no figure.`
      : `The record gives no figure for the fee of ${title}. It says:`;
    return { lead, lines: listed(rest), close: ['Please ask the receiving office for the amount.'] };
  }
  const lead = council
    ? `Mức thu khi làm ${title} do Hội đồng nhân dân tỉnh, thành phố quy định; hồ sơ gốc không ghi số tiền.`
    : `Hồ sơ gốc không ghi số tiền lệ phí khi làm ${title}, chỉ ghi:`;
  return { lead, lines: listed(rest), close: ['Bạn hỏi nơi nhận hồ sơ để biết số tiền.'] };
}

function groupLines({ hows, rows }: Group, language: Language): Line[] {
  const way = capital(wayNames(hows, language));
  if (rows.length === 0) return dashes([`${way}: ${language === 'vi' ? 'hồ sơ gốc không ghi' : 'the record does not say'}`]);
  const lines = rows.flatMap(textLines).map(capital);
  const [first = ''] = lines;
  if (lines.length === 1) return dashes([`${way}: ${first.length <= 120 ? `**${first}**` : first}`]);
  return [heading(`**${way}:**`), ...listed(lines)];
}

function notTold(procedure: Procedure, title: string, language: Language): Section {
  const found = mentions(procedure, feeMention, 2);
  const close = language === 'vi' ? 'Bạn hỏi nơi nhận hồ sơ trước khi đi.' : 'Please ask the receiving office.';
  const lead =
    language === 'vi' ? `Hồ sơ gốc không ghi lệ phí khi làm ${title}.` : `The official record does not state a fee for ${title}.`;
  const intro = language === 'vi' ? 'Phần trình tự có nhắc:' : 'The steps mention:';
  return { lead, lines: found.length > 0 ? [heading(intro), ...dashes(found)] : [], close: [close] };
}

function noun(procedure: Procedure, language: Language): string {
  const kinds = new Set(procedure.ways.flatMap(({ fees }) => fees).map(({ kind }) => kind));
  return kinds.size === 1 && !kinds.has('price') ? label([...kinds][0] ?? 'charge', language) : language === 'vi' ? 'Phí, lệ phí' : 'Fee';
}

function label(kind: Fee['kind'], language: Language): string {
  if (language === 'en') return { fee: 'Fee', charge: 'Charge', price: 'Price' }[kind];
  return { fee: 'Phí', charge: 'Lệ phí', price: 'Giá' }[kind];
}
