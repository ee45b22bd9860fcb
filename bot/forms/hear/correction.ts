import { heardNumber } from '../../speech/numbers-heard.ts';
import type { Form, Question } from '../form.ts';
import { isOption } from '../values/choice.ts';
import { alike, cuesIn, personOf } from './cues.ts';
import { mentionsIn } from './mentions.ts';
import { type Said, saidOf } from './said-words.ts';

/** `value` as said, `''` where only what is to be corrected was named. `unclear`: something is wrong, but not told what, or of whom. */
export type Correction = { kind: 'of'; question: Question; value: string } | { kind: 'unclear' };

/**
 * An earlier answer taken back: "sửa ngày sinh của bé thành 13/5/2026", "số căn cước của mẹ sai rồi", "à nhầm, tên là …", "sửa câu 3".
 * `questions` are the answered ones in order; `listed` those of the summary, counted from 1; `current` the one at hand, whose options correct
 * nothing. Null for what is no correction.
 */
export function correctionOf(
  text: string,
  questions: Question[],
  people: Form['people'],
  listed: Question[] = questions,
  current: Question | null = null,
): Correction | null {
  if (current !== null && isOption(text, current)) return null;
  const said = saidOf(text);
  if (said.text.endsWith('?')) return null;
  return toChange(said, questions, people, listed) ?? slipped(said, questions, people) ?? calledWrong(said, questions, people);
}

/** True for "sửa …", whatever is to be corrected: with the form's own words behind it, it is no answer. */
export function asksToChange(text: string): boolean {
  return change.test(saidOf(text).words);
}

/** "Sửa …", "đổi …", "change …". */
function toChange(said: Said, questions: Question[], people: Form['people'], listed: Question[]): Correction | null {
  const verb = change.exec(said.words);
  if (verb === null) return null;
  const start = verb[0].length - 1;
  const numbered = number.exec(said.words.slice(start));
  if (numbered !== null) {
    const question = listed[(heardNumber(numbered[1] ?? '') ?? 0) - 1];
    return question === undefined
      ? { kind: 'unclear' }
      : { kind: 'of', question, value: valueAfter(said, start + numbered[0].trimEnd().length) };
  }
  if (nothingMore.test(said.words.slice(start))) return { kind: 'unclear' };
  const target = targetAt(start, said, questions, people);
  if (target === null) return null;
  const [question, ...others] = target.questions;
  return question === undefined || others.length > 0 ? { kind: 'unclear' } : { kind: 'of', question, value: valueAfter(said, target.end) };
}

/** "À nhầm, tên là …": of several of the kind the last one, which was just told. */
function slipped(said: Said, questions: Question[], people: Form['people']): Correction | null {
  const slip = slipOf.exec(said.words);
  if (slip === null) return null;
  const start = slip[0].length - 1;
  if (nothingMore.test(said.words.slice(start))) return mistaken.test(slip[0]) ? { kind: 'unclear' } : null;
  const target = targetAt(start, said, questions, people);
  const value = target === null ? '' : valueAfter(said, target.end);
  const question = target?.questions.at(-1);
  if (question !== undefined && value !== '') return { kind: 'of', question, value };
  return /nham|i meant/.test(slip[0]) ? { kind: 'unclear' } : null;
}

/** "Số căn cước của mẹ sai rồi, phải là …". */
function calledWrong(said: Said, questions: Question[], people: Form['people']): Correction | null {
  const target = targetAt(0, said, questions, people);
  const told = target === null ? null : wrong.exec(said.words.slice(target.end + 1));
  if (target === null || told === null) return wrongAlone.test(said.words) ? { kind: 'unclear' } : null;
  const [question, ...others] = target.questions;
  if (question === undefined || others.length > 0) return { kind: 'unclear' };
  return { kind: 'of', question, value: valueAfter(said, target.end + told[0].length - 1) };
}

/** The questions that are named from a place on, nothing but small words before; of one person, where one is named beside. */
function targetAt(start: number, said: Said, questions: Question[], people: Form['people']): { questions: Question[]; end: number } | null {
  const rest = saidOf(said.text.slice(start));
  const shift = said.text.length - rest.text.length;
  const mentions = mentionsIn(rest, people);
  const [cue] = cuesIn(rest, questions, mentions);
  if (cue === undefined) return null;
  const before = mentions.find(({ to }) => to <= cue.from);
  const after = mentions.find(({ from }) => from >= cue.to && /^ *(?:của|cua|of)? *$/iu.test(rest.text.slice(cue.to, from)));
  const between = `${rest.text.slice(0, before?.from ?? cue.from)} ${before === undefined ? '' : rest.text.slice(before.to, cue.from)}`;
  if (!small.test(between)) return null;
  const end = shift + (after?.to ?? cue.to);
  const person = (after ?? before)?.person;
  if (person === undefined) return { questions: cue.questions, end };
  const own = cue.questions.filter((question) => personOf(question) === person);
  const alikes = cue.questions.flatMap((question) => alike(question, questions)).filter((question) => personOf(question) === person);
  return { questions: [...new Set(own.length > 0 ? own : alikes)], end };
}

/** What it should be, in the writer's own letters. */
function valueAfter({ text }: Said, from: number): string {
  const rest = text.slice(from);
  const [, turned] = /(?:^|\s)(?:thành|thanh|sang|into|to)\s+(.+)$/isu.exec(rest) ?? [];
  if (turned !== undefined) return turned.trim();
  const value = rest
    .replace(/^[\s,.;:=>→-]*(?:(?:phải|phai|mới đúng|moi dung|lại|lai|là|la|is|are|should|be|as|ra)(?=[\s:]|$)[\s:]*)*/iu, '')
    .trim();
  return nothingMore.test(saidOf(value).words) ? '' : value;
}

const polite =
  '(?:(?:a|o|oi|oh|u|um|uh|da|no|not|khong|xin loi|thoi|cho|toi|em|minh|chau|muon|can|hay|ban|lam on|please|i|want|need|would|like|d|to|sorry|oops|wait|khoan) +)*';
const change = new RegExp(
  `^ +${polite}(?:(?:(?:khong|ko) phai|nham|lon|sai|y (?:toi|em|minh) la) +(?:(?:roi|mat|a) +)*)*${polite}(?:sua(?! chua)|sua doi|chinh(?! (?:toi|em|minh|chau|chu))|chinh sua|doi|thay|thay doi|cap nhat|dien lai|khai lai|nhap lai|noi lai|edit|change|correct|fix|update)(?: +(?:lai|giup|gium|cho|toi|em|minh|voi|thong tin|phan|the|my|answer(?: to)?))* `,
);
const slipOf = new RegExp(
  `^ +${polite}(?:(?:toi |em |minh )?(?:ghi |noi |viet |go |dien |khai )?nham(?: lan)?|sai roi|chua dung|khong dung|khong phai|y toi la|y em la|thuc ra|that ra|actually|i meant|my mistake|that s wrong|wrong|i made a mistake)(?: +(?:roi|mat|mat roi|a|the|that))* `,
);
const mistaken = /nham|sai|chua dung|khong dung|wrong|mistake/;
const wrong =
  /^ +(?:(?:bi|da|toi|em|minh|ghi|noi|viet|go|khai|o tren|vua roi|luc nay|hinh nhu|is|was|are) +)*(?:sai|nham|chua dung|khong dung|khong phai|lon|wrong|not right|not correct|incorrect)(?: +(?:roi|mat|het|a|rồi))* /;
const wrongAlone =
  /^ +(?:co |bi )?(?:sai|nham|chua dung|khong dung|something is wrong|it is wrong|not right|not correct)(?: roi| mat roi| a)* $/;
const number =
  /^ *(?:(?:cau|muc|so|dong|o|question|number|item|line|answer)(?: so| thu)? +)?(\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?: \S+)?) (?! *\d)/;
const nothingMore =
  /^[ ]*(?:(?:roi|sai|nham|di|a|nhe|nha|giup|toi|em|minh|voi|lai|mot chut|chut|cau tra loi|thong tin|something|answer|an answer|it|that|my answer|please|for me|duoc khong|cai nay|muc khac) *)*$/;
const small =
  /^[\s,.:;-]*(?:(?:là|la|thì|thi|the|my|cái|cai|phần|phan|mục|muc|của|cua|phải|số|so|s|'s|lại|về|ve|that|is|no|không|khong|answer|to|for)[\s,.:;']*)*$/iu;
