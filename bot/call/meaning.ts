import { yesOrNo } from '../forms/values/yes-no.ts';
import { screen } from '../guard.ts';
import { heardDigits } from '../speech/digits-heard.ts';
import { foldedWords } from '../text.ts';
import type { Language } from '../types.ts';
import { wishOf } from '../understand/kind.ts';
import { takesLeave, wantsNoMore } from './leave-taking.ts';
import type { Key } from './line.ts';
import type { Act, Question } from './question.ts';
import { callWishes } from './wishes.ts';

/** What becomes of words that were heard. */
export type Meaning =
  | Act
  /** Nothing: a "dạ" of somebody who listens. */
  | { kind: 'listens' }
  /** "Alo": is anybody there? */
  | { kind: 'hello' }
  | { kind: 'repeat' }
  | { kind: 'slower' }
  /** Something was said aloud where a secret is asked for. */
  | { kind: 'spoken-secret' }
  | { kind: 'say'; text: string; sure: boolean }
  | { kind: 'confirm'; text: string }
  /** A yes or no that may as well be the other. */
  | { kind: 'unsure' };

/** `speaking`: something is being said meanwhile; `answerable`: its question was heard already. */
export type Moment = { question: Question; language: Language; speaking: boolean; answerable: boolean };

export function meaningOf(text: string, sure: boolean, moment: Moment): Meaning {
  const { question, language, speaking, answerable } = moment;
  const folded = foldedWords(text);
  const isHello = hello.test(folded);
  if (isHello || (speaking && backChannel.test(folded))) {
    const isAnswer = !isHello && answerable && (question.yesNo || question.spoken !== null);
    if (!isAnswer) return isHello && !speaking ? { kind: 'hello' } : { kind: 'listens' };
  }
  if (isForPerson(text, folded)) return { kind: 'person' };
  // A secret goes no further, whatever else it may be.
  if (question.expects === 'secret') return { kind: 'spoken-secret' };
  if (slower.test(folded)) return { kind: 'slower' };
  if (repeat.test(folded)) return { kind: 'repeat' };
  if ((language === 'vi' ? toEnglish : toVietnamese).test(folded)) return { kind: 'language' };
  if (sure && question.leaves && (takesLeave(folded) || (question.done && question.spoken === null && wantsNoMore(folded))))
    return { kind: 'goodbye' };
  if (textMessage.test(folded)) return { kind: 'say', text: callWishes.textMessage[language], sure: true };
  const next = question.keys['#'];
  if (next !== undefined && (wishOf(text) === 'more' || goOn.test(folded))) return next;
  if (question.spoken !== null && enough.test(folded)) return question.spoken.no;
  const said = question.yesNo || question.spoken !== null ? yesOrNo(text) : null;
  if (said !== null && !sure) return { kind: 'unsure' };
  if (said !== null && question.spoken !== null) return said ? question.spoken.yes : question.spoken.no;
  const key = question.expects === undefined ? keyIn(text) : null;
  const act = key === null ? undefined : question.keys[key];
  if (act !== undefined && sure) return act;
  // A code is read back by who takes it; danger is not asked about twice.
  const isTaken = sure || question.expects === 'dossier-code' || screen(text).kind === 'emergency';
  return isTaken ? { kind: 'say', text, sure } : { kind: 'confirm', text };
}

const backChannel = /^ (?:(?:da|vang|u|um|uh|uhm|o|oi|a|ah|ok|oke|okay|the a|roi|duoc|yes|yeah|yep|mhm|hm|aha|i see) )+$/;
const hello =
  /^ (?:(?:da|vang|a|o|u|oi) )*(?:(?:alo|a lo|hello|co ai (?:nghe|o do|do) (?:khong|ko)|co nghe (?:khong|ko)|con do (?:khong|ko)|anybody there|are you there|(?:cho )?(?:toi |em |minh |bac |chau )?(?:xin |muon )?hoi (?:ti|cai|chut|mot chut|mot ti|ti chut|cai nay|tham|voi)(?: (?:voi|a|nhe|duoc khong|di))*) )+$/;
const polite =
  '(?:(?:da|vang|a|o|ha|oi|xin|vui long|lam on|ban|em|anh|chi|cho|toi|minh|hay|co the|giup|gium|dum|voi|nhe|nha|di|duoc khong|mot lan|lan|nua|please|can you|could you|it|that|again|for me|just|a bit|a little) )*';
const whole = (said: string) => new RegExp(`^ ${polite}(?:${said}) ${polite}$`);
const repeat = whole(
  'nhac lai|noi lai|nghe lai|doc lai|lap lai|chua nghe (?:ro|kip)|khong nghe (?:ro|kip)|ha|ha gi|gi co|cai gi co|gi the|sao co|noi gi (?:co|the|vay)|nghe khong ra|repeat|say|pardon|once more|what|sorry|excuse me|what was|what did you say',
);
const slower = whole(
  'noi cham(?: lai| hon| thoi| chut| mot chut)*|doc cham(?: lai| hon)*|cham (?:lai|thoi|hon|chut)|noi nhanh qua|nhanh qua|slow down|slower|speak (?:more )?slow(?:ly|er)?|more slowly|too fast',
);
const goOn = whole('tiep tuc|tiep theo|doc tiep|noi tiep|continue|go on|next');
const enough = whole('(?:thoi )?khong can(?: nua)?|thoi|du roi|thoi du roi|thoi duoc roi|stop|enough|that s enough|no thanks?');
const toEnglish = whole('english|tieng anh|in english|speak english|noi tieng anh');
const toVietnamese = whole('vietnamese|tieng viet|noi tieng viet|speak vietnamese|in vietnamese');
const textMessage = whole(
  'gui tin nhan|gui (?:vao|qua) (?:dien thoai|may|so nay)|nhan tin|nhan vao may|gui (?:tin )?vao may|nhan (?:vao )?(?:dien thoai|may)(?: nay)?|gui tin nhan vao (?:may|dien thoai)(?: nay)?|send (?:me )?(?:a |by )?(?:text message|text|sms|message)|text me|text',
);

/** In short words: who tells a long story of having met an officer asks for none. */
const longestWish = 12;

function isForPerson(text: string, folded: string): boolean {
  return folded.trim().split(' ').length <= longestWish && (wishOf(text) === 'hand-over' || notThis.test(folded));
}

/** "Không nói chuyện với máy đâu", "gọi cán bộ ra nghe máy": what is said to a machine on a telephone. */
const notThis =
  / (?:khong|ko|chang|cha) (?:muon |thich |them )?(?:noi chuyen |noi |nghe )(?:voi )?(?:cai )?may | (?:goi|keu|bao|dua) (?:can bo|nhan vien|nguoi) .{0,12}(?:nghe may|nghe dien thoai|noi chuyen) | gap (?:lanh dao|chu tich|truong phong|sep|quan ly|nguoi phu trach)(?: (?:a|nhe|di|ngay|luon|xa|phuong))* $| may (?:moc )?(?:gi |nay |noi )*(?:ma )?(?:cha|chang|khong|ko) (?:hieu|biet) |^ (?:(?:toi|no|cai|may|da) )*noi mai (?:ma )?(?:khong|cha|chang) hieu /;

/** "Bấm một", "phím số 2", "ba": a key that is spoken, and nothing beside it. */
function keyIn(text: string): Key | null {
  const bare = text.replace(/^(?:\s*(?:dạ|vâng|tôi|chọn|bấm|nhấn|phím|số|press|key|number|option)\s)+/iu, '').replace(/\s+ạ\s*$/u, '');
  const digit = heardDigits(bare) ?? english.indexOf(bare.trim().toLowerCase()).toString();
  return ones.find((one) => one === digit) ?? null;
}

const ones = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const satisfies Key[];
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
