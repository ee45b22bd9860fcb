import { addDays } from '../calendar/dates.ts';
import type { LifeEvent } from '../life-events/event.ts';
import { isPlace } from '../places/is-place.ts';
import type { Places } from '../places/places.ts';
import { exactWords, fold } from '../text.ts';
import type { Language } from '../types.ts';
import { spellOut } from './short-forms.ts';

/** An event that a message tells, its day (`YYYY-MM-DD`) where it is told as "hôm qua" or "12/5/2026", and what of its plan is asked for. */
export type EventSaid = { event: LifeEvent; date: string | null; language: Language; wants: 'plan' | 'papers' };

/**
 * The event of life that a message states, or null. Only where nothing else is said but which papers it takes, or where: who asks for a fee or one
 * procedure ("vợ mới sinh, làm khai sinh cần gì") wants that. `today` is `YYYY-MM-DD` in Vietnam.
 */
export function eventIn(text: string, events: LifeEvent[], today: string, places: Places): EventSaid | null {
  const words = wordsOf(text);
  if (words.split(' ').length > mostWords) return null;
  const { rest: told, date } = withoutDate(words, today);
  for (const event of events) {
    const { vi, en, asks } = compiled(event);
    const language = vi.test(told) ? 'vi' : 'en';
    const says = language === 'vi' ? vi : en;
    if (!says.test(told)) continue;
    // "Mất ví, mất hết giấy tờ": said twice, it is still one thing.
    const beside = [new RegExp(says.source, 'gu'), asks, generic].reduce((left, pattern) => without(left, pattern), told);
    const rest = without(withoutPlace(without(beside, papersAsked), places), fillers);
    if (rest.trim() === '') return { event, date, language, wants: without(beside, papersAsked) === beside ? 'plan' : 'papers' };
  }
  return null;
}

/** What is wanted of the plan told last: all its papers at once, the rest of them, the plan itself again or to take away. */
export type PlanWish = { kind: 'papers'; part: number } | { kind: 'plan' } | { kind: 'step'; number: number };

export function planWishOf(text: string): PlanWish | null {
  if (answers(text, restWish)) return { kind: 'papers', part: 1 };
  if (answers(text, papersWish)) return { kind: 'papers', part: 0 };
  if (answers(text, planWish)) return { kind: 'plan' };
  const number = stepWish.exec(wordsOf(text))?.[1];
  return number === undefined ? null : { kind: 'step', number: Number(number) };
}

/** True where a message says one of these and nothing else. */
export function answers(text: string, patterns: string[]): boolean {
  if (patterns.length === 0) return false;
  const words = wordsOf(text);
  const said = anyOf(patterns);
  return said.test(words) && without(without(words, said), fillers).trim() === '';
}

/** How many days from today "hôm qua" is, where a message says that and nothing else; else null. */
export function nearDay(text: string): number | null {
  const words = wordsOf(text);
  const near = nearDays.find(([pattern]) => pattern.test(words));
  return near !== undefined && without(without(words, near[0]), fillers).trim() === '' ? near[1] : null;
}

const mostWords = 30;

function without(words: string, pattern: RegExp): string {
  return words.replace(pattern, ' ').replace(/ +/g, ' ');
}

function wordsOf(text: string): string {
  return spellOut(exactWords(text));
}

/** Each word as it is written or without its marks: "chuyển nhà" is "chuyen nha", never "chuyện nhà". */
function anyOf(patterns: string[], flags = 'u'): RegExp {
  const sources = [...patterns]
    .sort((a, b) => b.length - a.length)
    .map((pattern) => pattern.replace(/\p{L}+/gu, (word) => (fold(word) === word ? word : `(?:${word}|${fold(word)})`)));
  return new RegExp(`(?<= )(?:${sources.join('|')})(?= )`, flags);
}

type Compiled = { vi: RegExp; en: RegExp; asks: RegExp };
const known = new WeakMap<LifeEvent, Compiled>();

function compiled(event: LifeEvent): Compiled {
  const before = known.get(event);
  if (before !== undefined) return before;
  const made = { vi: anyOf(event.hear.vi), en: anyOf(event.hear.en), asks: event.asked.length === 0 ? /(?!)/ : anyOf(event.asked, 'gu') };
  known.set(event, made);
  return made;
}

/** "hôm qua", "ngày 12/5/2026": the day, and the words without it. A day without its year is left out: which year is asked. */
function withoutDate(words: string, today: string): { rest: string; date: string | null } {
  const whole = /(?<= )(?:(?:hôm|hom|vào|vao|ngày|ngay|from|on) )*(\d{1,2}) (?:tháng |thang )?(\d{1,2}) (?:năm |nam )?(\d{4})(?= )/u.exec(
    words,
  );
  if (whole !== null) {
    const [found, day = '', month = '', year = ''] = whole;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { rest: words.replace(found, ' ').replace(/ +/g, ' '), date: addDays(date, 0) === date ? date : null };
  }
  const near = nearDays.find(([pattern]) => pattern.test(words));
  return near === undefined ? { rest: words, date: null } : { rest: without(words, near[0]), date: addDays(today, near[1]) };
}

const nearDays: [RegExp, number][] = [
  [anyOf(['hôm qua', 'tối qua', 'đêm qua', 'chiều qua', 'sáng qua', 'yesterday', 'last night']), -1],
  [anyOf(['hôm nay', 'sáng nay', 'chiều nay', 'trưa nay', 'hồi sáng', 'today', 'this morning']), 0],
  [anyOf(['hôm kia']), -2],
];

/** What asks for nothing but the way through it all. */
const generic = anyOf(
  [
    '(thì |giờ |bây giờ )?(cần|phải|nên|sẽ phải|cần phải)( làm| lo| chuẩn bị làm)?( các| những)?( thủ tục| việc| giấy tờ thủ tục| thủ tục giấy tờ)( gì| nào| chi)( trước)?',
    '(cần|phải|nên|cần phải|thì)? ?(làm|lo)( các| những)? (gì|chi|việc gì|việc nào|thủ tục gì|thủ tục nào|thủ tục chi|giấy tờ gì|giấy tờ nào|thủ tục giấy tờ gì)( trước)?( tiên)?',
    '(có |gồm )?(những |các )?thủ tục (gì|nào|chi|ra sao|thế nào|như thế nào)',
    '(thì |phải |nên |cần )?(làm sao|làm răng|làm thế nào|làm như thế nào|thế nào|ra sao|bắt đầu từ đâu)',
    'cần (những |các )?thủ tục',
    '(lên |lập |cho xin )?(kế hoạch|lộ trình)',
    'what (should i|do i need to|do i have to|must i|do we need to|should we|to) do( now| next| first)?',
    'what (do i|do we) do( now| next)?',
    'which procedures( do i need| are there)?',
    'what procedures( do i need| are there)?',
    'what are the steps',
    'where do i start',
  ],
  'gu',
);

/** What asks for the papers of it all. */
const papersAsked = anyOf(
  [
    '((thì|giờ|cần|phải|nên|sẽ|có|nộp|mang|đem|theo|chuẩn bị|gồm|những|các|loại) )*(giấy tờ|giấy|hồ sơ) ((gồm|cần|có|những) )*(gì|nào|chi)',
    '((thì|giờ) )*(cần|phải|nên)( phải)? (chuẩn bị|mang|nộp|có)( theo)?( những)? (gì|chi)',
    '(what|which) (papers|documents) (do i need|do we need|are needed|should i bring|should we bring|do i have to bring)',
  ],
  'gu',
);

/** Without "ở Thủ Đức", the longest place that is named there. */
function withoutPlace(words: string, places: Places): string {
  for (const { index } of words.matchAll(whereabouts)) {
    const [, , ...place] = words.slice(index).trimEnd().split(' ');
    for (let count = place.length; count > 0; count -= 1) {
      if (isPlace(place.slice(0, count).join(' '), places)) return `${words.slice(0, index)} ${place.slice(count).join(' ')} `;
    }
  }
  return words;
}

const whereabouts = / (?=(?:ở|o|tại|tai|về|ve|vào|vao|ra|lên|len|in|at|to) )/g;

/** Who speaks and to whom, when and where, and whose: they name no matter. */
const fillers = anyOf(
  `dạ|vâng|alo|a lô|xin chào|chào|hello|hi|ạ|à|ơi|vậy|thế|nhé|nha|nhỉ|hả|với|cho|xin|hỏi|giúp|giùm|dùm|hộ|tư vấn|thì|là|có|đã|đang|sẽ|rồi|giờ|bây giờ|nay|ok|ờ|ừ|ủa
  |tôi|tui|mình|em|e|anh|chị|cô|chú|bác|cậu|dì|mợ|thím|ông|bà|cháu|con|bé|bạn|ad|admin|vợ|vk|chồng|ck|bố|ba|mẹ|má|cha|tía|bọ|nội|ngoại|nhà|gia đình|hai vợ chồng|vợ chồng|chúng tôi|bọn em|bọn mình|tụi em|hai đứa|của|ruột|dâu|rể|gái|trai|xã|người yêu
  |muốn|định|tính|dự định|sắp|chuẩn bị|mới|vừa|bị|được|một|1|cái|nhỏ|nho nhỏ|này|đó|ấy|tại|ở|trong|vào|lúc|bữa|bữa trước|hôm trước|hôm|tuần trước|tuần này|tuần sau|tuần tới|tháng trước|tháng này|tháng sau|tháng tới|năm nay|mấy hôm|hổm|bữa hổm|hôm rồi|tuần rồi|tháng rồi|sớm|đột ngột|bệnh viện|viện|bv|quê|nhà riêng|tại nhà
  |wife|husband|father|mother|dad|mom|mum|son|daughter|partner|girlfriend|boyfriend|family|parents|my|our|i|i am|i m|im|we|we are|we re|the|a|an|is|am|are|has|have|just|recently|soon|about|to|going|and|now|please|help|me|so|in|at|of|home|hospital|next|last|this|week|month|want|would like|d like|like|plan|planning|thinking of|will|ll|ve|all`
    .split('|')
    .map((phrase) => phrase.trim()),
  'gu',
);

const papersWish = ['(giấy tờ|papers) (cho |for )?(cả|tất cả|toàn bộ|the whole|all of the) (kế hoạch|các việc|plan)', 'giấy tờ cho tất cả'];
const restWish = ['giấy tờ còn lại của kế hoạch', 'the other papers of the plan'];
const planWish = ['(xem lại|xem|lưu|in|tải|cho xem) (lại )?(bản )?kế hoạch', '(show|save|print) (me )?the plan( again)?'];
const stepWish = /^ (?:bước|buoc|việc|viec|step) (?:số |so |thứ |thu )?([1-9])(?: (?:đi|di|nhé|nhe|nha|ạ|a|please))* $/u;
