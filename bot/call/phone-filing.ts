import { vietnamDate } from '../calendar/dates.ts';
import { skip } from '../forms/ask.ts';
import type { Case } from '../forms/case.ts';
import type { ValueType } from '../forms/form.ts';
import { questionsOf } from '../forms/plan.ts';
import { filingWording } from '../forms/wording.ts';
import { foldedWords } from '../text.ts';
import type { Choice, Language, Reply, TurnResult } from '../types.ts';
import { filingWishOf } from '../understand/filing-wish.ts';
import type { PhoneMemory } from './phone-memory.ts';
import type { PhoneTurn } from './phone-turn.ts';
import { phoneWording as words } from './phone-wording.ts';

/** A reply of a filing as a telephone says it, and what is remembered of that. */
export type ToldFiling = { reply: Reply; phone: Partial<PhoneMemory> };

/**
 * What of a filing a telephone can do: what is answered by yes and no, by keys and by digits. Before the first name or address, and before
 * everything would be read back, it is offered to go on elsewhere by six digits; whoever would rather stay is asked on. Null: no filing is told.
 */
export function toldFiling(turn: PhoneTurn, result: TurnResult, reply: Reply): ToldFiling | null {
  const { memory, filing } = result;
  const { language } = memory;
  const digits = filing === undefined && reply.kind === 'filing' ? (/\*\*(\d{6})\*\*/.exec(reply.text)?.[1] ?? null) : null;
  if (digits !== null) return { reply: { ...reply, text: moveText(digits, language), choices: [] }, phone: {} };
  if (filing?.kind !== 'save') return null;
  const draft = filing.case;
  const menu: Choice[] = [
    { label: words.move[language], say: words.sayMove[language] },
    { label: words.stayHere[language], say: words.sayStay[language] },
  ];
  if (memory.filing?.open !== true) return closed(reply, draft, menu, language);
  const question = questionOf(turn, draft);
  const isEnd = ['confirm', 'papers', 'consent', 'submit'].includes(draft.asking ?? '');
  const isFree = question !== null && free.has(question.type) && draft.partial === '';
  if ((isFree || isEnd) && turn.phone.offeredFor !== draft.id) {
    const before = question === null ? '' : shortened(reply.text, language).replace(question.ask[language], '').trim();
    const offer = isEnd ? words.offerMoveAtEnd[language] : words.offerMove[language];
    const text = isEnd || before === '' ? offer : `${before}\n${offer}`;
    return { reply: { ...reply, text, choices: menu }, phone: { menu, offeredFor: draft.id } };
  }
  const expects = isRefused(reply, language) ? undefined : isEnd || asksYesNo(draft) ? 'yes-no' : expectedOf(question?.type);
  const skipped = reply.choices.some(({ say }) => say === skip[language]) ? `\n${words.maySkip[language]}` : '';
  return {
    reply: { ...reply, text: `${shortened(reply.text, language)}${skipped}`, ...(expects !== undefined && { expects }) },
    phone: {},
  };
}

function asksYesNo({ asking }: Case): boolean {
  return asking === 'reuse' || asking === 'restart';
}

/** What cannot be filed is chosen from what can be done instead. */
function isRefused({ choices }: Reply, language: Language): boolean {
  return choices.some(({ say }) => say === filingWording.changeAnswer[language]);
}

/** To go on elsewhere, wherever in a filing that is said. */
export function wantsMove(text: string): boolean {
  return filingWishOf(text, true)?.kind === 'filing-move' || elsewhere.test(foldedWords(text));
}

/** "Chuyển sang Zalo làm tiếp", "để tôi lên mạng làm". */
const elsewhere =
  /^ (?:(?:da|vang|thoi|toi|em|minh|cho|de|muon|xin|dang ky|lam|khai|dien) )*(?:chuyen |doi |di )?(?:sang|qua|len|tren|bang|on) (?:trang )?(?:web|mang|zalo|da lo|telegram|internet|online|may tinh|the web)(?: (?:de|lam|khai|dien|tiep|di|nhe|nha|a|duoc|khong|cho|de hon|please))* $/;

/** After the call nobody knows who called: only the digits lead back to a draft. */
function closed(reply: Reply, { state, dossier }: Case, menu: Choice[], language: Language): ToldFiling | null {
  if (dossier !== null || state === 'submitted') return null;
  const text = state === 'ready' ? words.offerMoveAtEnd[language] : words.stopped[language];
  const choices = state === 'ready' ? menu.slice(0, 1) : menu;
  return { reply: { ...reply, text, choices }, phone: { menu: choices } };
}

function questionOf({ forms, now }: PhoneTurn, draft: Case) {
  const form = forms.find(({ code }) => code === draft.form);
  return form === undefined ? null : (questionsOf(form, draft.answers, vietnamDate(now())).find(({ id }) => id === draft.asking) ?? null);
}

/** What recognisers get wrong, and what nobody can press. */
const free = new Set<ValueType>(['name', 'address', 'text', 'email']);
const figures = new Set<ValueType>(['date', 'partial-date', 'time', 'id-number', 'phone', 'number', 'amount']);

function expectedOf(type: ValueType | undefined): Reply['expects'] {
  if (type === 'yes-no') return 'yes-no';
  return type !== undefined && figures.has(type) ? 'digits' : undefined;
}

/** Without the steps, without what is written for a screen, and of each paper its name alone. */
function shortened(text: string, language: Language): string {
  const [, written = ''] = filingWording.begun[language].split('\n');
  return text
    .replace(written, words.answersSaid[language])
    .split('\n')
    .filter((line) => !/^\*\*(?:Bước|Step) \d/.test(line))
    .map((line) => line.replace(/^(\d{1,2}\. [^:]*):.*$/, '$1'))
    .join('\n');
}

/** One by one, said twice. */
function moveText(digits: string, language: Language): string {
  return words.moveCode[language].replaceAll('DIGITS', [...digits].join(', '));
}
