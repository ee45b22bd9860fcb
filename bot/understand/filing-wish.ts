import { foldedWords } from '../text.ts';

/** What somebody wants of a filing on its way; `digits`: the six that bring it here from another channel. */
export type FilingWish =
  | { kind: 'filing-resume'; digits: string | null; code: string | null }
  | { kind: 'filing-move' | 'filing-submit' }
  /** `sure`: the draft was called by its name. "Hủy hồ sơ này" may mean no more than to stop. */
  | { kind: 'filing-delete'; code: string | null; sure: boolean }
  | { kind: 'filing-keep'; code: string };

/** Only where the whole message says so: a question about somebody's papers stays one. `begun`: a filing was spoken of, which "tiếp tục" alone means. */
export function filingWishOf(text: string, begun: boolean): FilingWish | null {
  const words = foldedWords(text);
  const code = draftCode.exec(text)?.[0];
  if (code !== undefined) return wishFor(code.toUpperCase().replace(/\s/g, ''), foldedWords(text.replace(code, ' ')));
  const bare = /^ (?:ma )?(\d{6}|\d{3} \d{3}) $/.exec(words)?.[1];
  if (bare !== undefined) return { kind: 'filing-resume', digits: bare.replaceAll(' ', ''), code: null };
  const resumed = resuming.exec(words);
  const digits = resumed?.[1]?.replaceAll(' ', '') ?? null;
  if (resumed !== null && (begun || digits !== null || named.test(words))) return { kind: 'filing-resume', digits, code: null };
  if (begun && sending.test(words)) return { kind: 'filing-submit' };
  if (moving.test(words)) return { kind: 'filing-move' };
  return removing.test(words) ? { kind: 'filing-delete', code: null, sure: sure.test(words) } : null;
}

/** What is wanted of the draft whose code was said. */
function wishFor(code: string, words: string): FilingWish {
  if (removing.test(words)) return { kind: 'filing-delete', code, sure: true };
  return keeping.test(words) ? { kind: 'filing-keep', code } : { kind: 'filing-resume', digits: null, code };
}

const draftCode = /\bBN\s?-\s?\d{6}\s?-\s?\d{4,}\s?-\s?[A-Z0-9]{4}\b/i;
const named = / (ho so|to khai|ban nhap|ban khai|don|filing|draft|form|application) /;
const what = '(?:ho so|to khai|ban nhap|ban khai|don|my (?:filing|draft|form|application)|the (?:filing|draft|form))';
const polite = '(?: (?:di|nhe|nha|a|giup|giup toi|voi|nay|do|dang do|dang lam|cua toi|please))*';
const resuming = new RegExp(
  `^ (?:(?:toi )?(?:muon |cho toi |xin )?(?:lam tiep|tiep tuc|dien tiep|khai tiep|mo lai|continue|resume|go on with)(?: (?:dien|khai|lam))?(?: ${what})?)${polite}(?: (?:ma |code )?(\\d{6}|\\d{3} \\d{3}))?${polite} $`,
);
const moving = new RegExp(
  `^ (?:(?:toi )?(?:muon |cho toi |xin )?(?:chuyen|move|transfer) ${what}(?: (?:sang|qua|to) .{2,30})?|(?:cho toi |xin )?ma (?:de )?(?:lam tiep|chuyen ho so|tiep tuc)(?: .{2,30})?|(?:toi )?(?:muon )?lam tiep (?:tren|o|qua) (?:web|zalo|telegram|may tinh|dien thoai|kenh khac))${polite} $`,
);
const removing = new RegExp(`^ (?:(?:toi )?(?:muon )?(?:xoa|huy|bo|delete|remove|discard) ${what}(?: nhap)?)${polite} $`);
const sure = / (?:(?:xoa|delete|remove|discard) .*(?:ban nhap|ban khai|to khai|draft|form)) /;
const keeping = / (?:giu lai|keep) /;
const sending = new RegExp(
  `^ (?:(?:toi )?(?:muon |dong y |hay |cho toi )?gui(?: (?:lai|ngay|luon|di))*(?: ${what})?(?: (?:ngay|luon|lai|di|cho co quan|cho phuong|cho xa))*|(?:i want to |please )?(?:send|submit) ${what}(?: again| now)*|(?:send|submit)(?: it)? now)${polite} $`,
);
