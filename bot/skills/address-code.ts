import { addressWording as words } from '../address-wording.ts';
import { plainReply } from '../reply.ts';
import type { Memory, Reply, TurnResult } from '../types.ts';
import { addressCodeIn, wantsCodeAgain } from '../understand/address-code.ts';
import { addressIn, noticeWishOf } from '../understand/notice-wish.ts';
import { isStop } from '../understand/stop-word.ts';
import { pickOf } from '../understand/understand.ts';
import { askAddressCode, codeChoices, waitUntil } from './ask-address-code.ts';
import { followAt, followBy, type NoticesOptions } from './notices.ts';

/** A code, or something else about the address that waits for it. Null where the message is about anything else. */
export async function takeAddressCode({ text: written, ...options }: NoticesOptions & { text: string }): Promise<TurnResult | null> {
  const { memory, language, visitor, subscriptions } = options;
  const { confirming } = memory;
  if (confirming === null || memory.awaiting === 'factor') return null;
  const { code, address } = confirming;
  const text = pickOf(written, memory.offered)?.say ?? written;
  const isAwaited = memory.awaiting === 'address-code';
  if (wantsCodeAgain(text)) return sentAgain(confirming, options);
  if (isAwaited && isStop(text)) {
    return told(options, plainReply('recorded', words.dropped[language].replace('{address}', address.shown)), { confirming: null });
  }
  const other = isAwaited && noticeWishOf(text) === null ? addressIn(text) : null;
  if (other !== null) return followBy(other.by, other.address, code, { ...options, memory: { ...memory, confirming: null } });
  const typed = addressCodeIn(text, isAwaited);
  if (typed === null) return null;
  if (typed.length !== 6) return wait(options, words.sixDigits[language].replace('{address}', address.shown));
  const tried = await subscriptions.codes.take(visitor, address, typed);
  switch (tried.kind) {
    case 'wrong':
      return wait(options, words.wrong[language].replace('{left}', String(tried.left)));
    case 'worn':
    case 'expired':
      return wait(options, words[tried.kind][language]);
    case 'right': {
      const result = await followAt(code, address, { ...options, memory: { ...memory, confirming: null } });
      const [first, ...rest] = result.replies;
      return first === undefined ? result : { ...result, replies: [{ ...first, text: `${words.right[language]} ${first.text}` }, ...rest] };
    }
  }
}

async function sentAgain({ code, address }: NonNullable<Memory['confirming']>, options: NoticesOptions): Promise<TurnResult> {
  const { reply, change } = await askAddressCode(code, address, options);
  return told(options, reply, change);
}

/** The code goes on being waited for: what is typed next stays hidden. */
function wait(options: NoticesOptions, text: string): TurnResult {
  const { memory, language, now } = options;
  const confirming = memory.confirming === null ? null : { ...memory.confirming, until: waitUntil(now()) };
  return told(options, plainReply('asked', text, codeChoices(language)), { awaiting: 'address-code', confirming });
}

function told({ memory, language }: NoticesOptions, reply: Reply, change: Partial<Memory>): TurnResult {
  const next: Memory = { ...memory, language, offered: reply.choices, awaiting: null, open: null, ...change };
  return { replies: [reply], memory: next, notes: [], candidates: [] };
}
