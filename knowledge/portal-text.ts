/**
 * A text of the portal as it is kept: NFC, plain lines, one kind of bullet ("- ", or "+ " below it), no HTML and no stray characters.
 * Words are never changed.
 */
export function cleanText(text: string | null | undefined): string {
  if (!text) return '';
  return withoutHtml(text)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]/g, '')
    .replace(/[\t\v\f\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/[\ue000-\uf8ff•●▪■◦]/g, '- ')
    .replace(/\*{2,}/g, '')
    .split('\n')
    .map(cleanLine)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .join('\n');
}

/** One line of text: a name, a title. Its leading bullet and its trailing colon or comma are gone. */
export function cleanName(text: string | null | undefined): string {
  return stripQuotes(stripBullet(cleanText(text))).replace(/[\s;,]+$/, '');
}

/** The same, but '' where the words only say that there is nothing: "Không", "Không quy định.", "Không có thông tin". */
export function saidText(text: string | null | undefined): string {
  const cleaned = cleanText(text);
  return saysNothing(cleaned) ? '' : stripQuotes(cleaned);
}

export function saysNothing(text: string): boolean {
  return nothing.test(
    stripBullet(text)
      .replace(/[\s.,;:!()[\]"“”/-]+/g, ' ')
      .trim(),
  );
}

const nothing =
  /^(?:không|ko|kh[oô]g|không có( gì)?|không có thông tin|chưa có thông tin|(?:không|khôg|chưa)( có)? quy định|không yêu cầu( gì)?|không( có)? yêu cầu( và| hoặc)? điều kiện( gì| thực hiện( thủ tục hành chính)?)?|không áp dụng|n a|null|none|có|x|0)?$/iu;

/** The sentences and items of a description that speak of how long it takes, with the line that introduces them. */
export function timeWords(description: string): string {
  const lines = description.split('\n').flatMap(splitSentences);
  const kept = lines.filter((line, index) => isTime(line) || (line.endsWith(':') && isTime(lines[index + 1] ?? '')));
  return kept.join('\n');
}

function splitSentences(line: string): string[] {
  return line.split(/(?<=[\p{Ll}\d]\)?[.;])\s+(?=[-+]?\s*\p{Lu})|(?<=[.;:])\s+(?=[-+]\s+\S)/u);
}

function isTime(line: string): boolean {
  return time.test(line);
}

const time =
  /(?<!(?:ngày|tháng|năm)\s)(?<![\d/])\d+(?:[.,]\d+)?\s*(?:\([^()]{1,30}\)\s*)?(?:ngày(?!\s*\d)|giờ|tuần|tháng(?!\s*\d)|năm(?!\s*\d))|(?:trong|ngay) (?:cùng )?(?:ngày|buổi)(?: làm việc)?|thời (?:hạn|gian) (?:giải quyết|thực hiện|thẩm định)|kể từ (?:ngày|khi) (?:nhận|tiếp nhận)|trước ngày \d|chậm nhất|lần trong năm/iu;

function cleanLine(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-–—−·*]\s*)+(?=\S)/, (marks) => (marks.includes('*') ? '' : '- '))
    .replace(/^\++\s*/, '+ ')
    .replace(/^- (?=[-+] )/, '');
}

function stripBullet(text: string): string {
  return text.replace(/^(?:[-+*]\s+)+/, '').trim();
}

/** Some texts are wrapped in quotation marks of a spreadsheet. */
function stripQuotes(text: string): string {
  return text
    .replace(/^"(?=[^"]*$)/, '')
    .replace(/^"([^"]*)"$/, '$1')
    .trim();
}

function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<(?:br|\/p|\/li|\/div|\/tr)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
}
