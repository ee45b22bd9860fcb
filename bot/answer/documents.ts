import type { Language, Paper, Procedure } from '../types.ts';
import { heading, type Line, type Section, type Subject } from './section.ts';
import { capital, oneLine, sentences, shorten, unique, unstopped } from './text.ts';

/** The papers, in the record's own groups; what is only a note comes after the papers of its group. */
export function documentsSection({ procedure, title, language }: Subject): Section {
  const groups = procedure.papers.filter(({ title: name, papers }) => papers.length > 0 || name !== '');
  if (groups.length === 0) return nothing(title, language);
  const lead = language === 'vi' ? `Giấy tờ cần có khi làm ${title}:` : `Papers for ${title}, as the Vietnamese record lists them:`;
  // Groups that are cases keep their notes; "to hand in" and "to show" are one dossier, whose notes can wait to the end.
  const oneDossier = groups.every((group) =>
    /^(?:giấy tờ|thành phần|hồ sơ (?:gồm|bao gồm)|lưu ý|ghi chú|bao gồm|\d*$)/iu.test(oneLine(group.title)),
  );
  // What everybody brings comes before what only somebody's proxy brings.
  const ordered = groups.toSorted((a, b) =>
    oneDossier ? Number(a.title !== '') - Number(b.title !== '') : Number(forProxy(a)) - Number(forProxy(b)),
  );
  const told = ordered.map((group) => tellGroup(group, language, groups.length === 1));
  const lines = oneDossier
    ? [
        ...told.flatMap(({ papers }) => papers),
        ...noteLines(
          told.flatMap(({ notes }) => notes),
          language,
        ),
      ]
    : told.flatMap(({ papers, notes }) => [...papers, ...notes]);
  return { lead, lines, close: [] };
}

function forProxy({ title }: Procedure['papers'][number]): boolean {
  return /ủy quyền|uỷ quyền|nộp thay/iu.test(title);
}

/** One paper on one line: "Tờ khai đăng ký kết hôn (bản chính)". */
function paperLine(paper: Paper, language: Language): string {
  const [first, ...rest] = paperSentences(paper, language);
  return rest.length > 0 ? `${first}. ${rest.join(' ')}` : first;
}

/** The paper's name alone, without its count. */
function paperTitle(paper: Paper): string {
  return unstopped(withoutDecree(oneLine(paper.name)));
}

/** The paper with its count, then what else the record says of it. */
function paperSentences(paper: Paper, language: Language): [string, ...string[]] {
  const name = paperTitle(paper);
  const [first = name, ...rest] = sentences(name);
  const said = /bản chính|bản gốc|bản sao|bản chụp|photo/iu.test(name);
  const counts = [count(paper.originals, language, 'original'), count(paper.copies, language, 'copy')].filter((text) => text !== '');
  if (counts.length === 0 || (said && paper.originals + paper.copies <= 1)) return [unstopped(first), ...rest];
  return [`${unstopped(first)} (${counts.join(language === 'vi' ? ' và ' : ' and ')})`, ...rest];
}

/** A long paper says first what it is; the rest is told among the notes, under its name. */
function tellPaper(paper: Paper, language: Language): { line: string; note: string } {
  const [first, ...rest] = paperSentences(paper, language);
  const whole = paperLine(paper, language);
  if (rest.length === 0 || whole.length <= 220 || first.length < 12 || first.includes(':')) return { line: whole, note: '' };
  const name = shorten(first.split(/\s*[(,;:]|\s(?:theo|trong trường hợp|do|quy định|thì|của người)\s/u)[0] ?? first, 80);
  return { line: first, note: `${name}: ${rest.join(' ')}` };
}

export function isNote(paper: Paper): boolean {
  if (/^(?:\(?\*?\s*)?(?:lưu ý|ghi chú|chú ý)/iu.test(oneLine(paper.name))) return true;
  return paper.originals + paper.copies === 0 && !paperName.test(oneLine(paper.name));
}

const paperName =
  /^(?:đơn|tờ|giấy|bản|thẻ|hộ chiếu|văn bản|văn bằng|chứng|hợp đồng|phiếu|mẫu|báo cáo|quyết định|sổ|ảnh|danh sách|biên bản|hồ sơ|tài liệu|căn cước|\d+ (?:bản|ảnh|tờ|giấy))/iu;

type Told = { papers: Line[]; notes: Line[] };

function tellGroup({ title, papers }: Procedure['papers'][number], language: Language, alone: boolean): Told {
  const name = unstopped(oneLine(title));
  if (papers.length === 0) return { papers: [], notes: [noteLine(name, language)] };
  const noteGroup = /^(?:lưu ý|ghi chú|chú ý)$/iu.test(name);
  const real = inOrder(noteGroup ? [] : papers.filter((paper) => !isNote(paper)));
  const told = real.map((paper) => tellPaper(paper, language));
  const notes = unique([
    ...told.map(({ note }) => note),
    ...papers.filter((paper) => !real.includes(paper)).map((paper) => oneLine(paper.name)),
  ]);
  const lines = told.map(({ line }): Line => ({ mark: real.length > 1 ? 'number' : 'dash', text: line }));
  const general = noteGroup || generalTitle.test(name);
  const head =
    real.length === 0 ? [] : general ? (alone ? [] : [heading(language === 'vi' ? '**Giấy tờ:**' : '**Papers:**')]) : [titleLine(name)];
  const noteHead = real.length === 0 && !general ? [titleLine(name)] : [];
  return { papers: [...head, ...lines], notes: [...noteHead, ...notes.map((text) => noteLine(text, language))] };
}

const generalTitle =
  /^(?:\d*|(?:\d+\)?\s*)?(?:[a-z]\)\s*)?(?:thành phần( hồ sơ)?|hồ sơ|số lượng hồ sơ.*|bao gồm)(?:[ ,]*(?:bao )?gồm)?|0?\d bộ( hồ sơ)?)?$/iu;

function titleLine(name: string): Line {
  if (name.length > 400) return { mark: 'plain', text: `${name}:` };
  return heading(name.length <= 200 ? `**${name}:**` : `${name}:`);
}

/** What everyone brings before what only some do. A list whose lines lead on to each other stays as it is. */
function inOrder(papers: Paper[]): Paper[] {
  if (papers.some(({ name }) => /[:;]$/.test(name) || /(?:sau|gồm)\s*:/u.test(name))) return papers;
  const rank = ({ name }: Paper) =>
    /^(?:\W|\d)*(?:trường hợp|nếu|đối với)/iu.test(name) ? 2 : /^(?:\W|\d)*(?:văn bản|giấy|hợp đồng) ủy quyền/iu.test(name) ? 1 : 0;
  return papers.toSorted((a, b) => rank(a) - rank(b));
}

/** The notes under one heading. */
function noteLines(notes: Line[], language: Language): Line[] {
  if (notes.length < 2) return notes;
  const bare = notes.map(({ mark, text }): Line => ({ mark, text: text.replace(/^(?:Lưu ý|Note): /, '') }));
  return [heading(language === 'vi' ? '**Lưu ý:**' : '**Notes:**'), ...bare];
}

function noteLine(text: string, language: Language): Line {
  return { mark: 'dash', text: noteText(text, language) };
}

function noteText(text: string, language: Language): string {
  const bare = capital(text.replace(/^(?:lưu ý|ghi chú|chú ý)\s*[:.-]?\s*/iu, ''));
  return `${language === 'vi' ? 'Lưu ý' : 'Note'}: ${bare}`;
}

function count(quantity: number, language: Language, kind: 'original' | 'copy'): string {
  if (quantity === 0) return '';
  const name =
    language === 'vi' ? (kind === 'original' ? 'bản chính' : 'bản sao') : quantity === 1 ? kind : `${kind === 'copy' ? 'copie' : kind}s`;
  return quantity === 1 ? name : `${quantity} ${name}`;
}

/** The decree that a form was issued with is for the legal basis: on a list of papers it hides what to bring. */
function withoutDecree(name: string): string {
  return name
    .replace(decree, '')
    .replace(/\s+([,;.)])/g, '$1')
    .replace(/\(\s*\)/g, '')
    .trim();
}

const decree =
  /,?\s*(?:được )?ban hành (?:kèm )?theo (?:Nghị định|Thông tư(?: liên tịch)?|Quyết định|Nghị quyết)(?: này|(?: số)? [\d/.-]+[\p{Lu}\d/-]*(?:[-/][\p{Lu}\d]+)*)(?:,? ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4}))?(?: của (?:Chính phủ|Thủ tướng Chính phủ))?/gu;

function nothing(title: string, language: Language): Section {
  return language === 'vi'
    ? { lead: `Hồ sơ gốc không liệt kê giấy tờ khi làm ${title}.`, lines: [], close: ['Bạn xem các bước làm, hoặc hỏi nơi nhận hồ sơ.'] }
    : { lead: `The official record lists no papers for ${title}.`, lines: [], close: ['See the steps, or ask the receiving office.'] };
}
