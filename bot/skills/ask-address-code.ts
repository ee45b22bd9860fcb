import { addressWording as words } from '../address-wording.ts';
import { vietnamTime } from '../calendar/dates.ts';
import type { SealedAddress, Subscriptions, Visitor } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Choice, Language, Memory, Reply } from '../types.ts';

export type AskOptions = { visitor: Visitor; language: Language; subscriptions: Subscriptions; now: () => Date };

/** Sends a code to an address that nobody has confirmed, and says so. `change` is what the memory keeps of it. */
export async function askAddressCode(
  code: string,
  address: SealedAddress,
  { visitor, language, subscriptions, now }: AskOptions,
): Promise<{ reply: Reply; change: Partial<Memory> }> {
  const letter = plainReply('asked', words.letter[language]);
  const sent = await subscriptions.codes.send(visitor, address, letter);
  if (sent.kind === 'sent') {
    const text = words.sent[language].replace('{address}', address.shown);
    return {
      reply: plainReply('asked', text, codeChoices(language)),
      change: { confirming: { code, address, until: waitUntil(now()) }, awaiting: 'address-code' },
    };
  }
  const until = sent.kind === 'nowhere' ? '' : clock(sent.until);
  const text = words[sent.kind === 'declined' ? 'declined' : 'limited'][language].replace('{address}', address.shown);
  return { reply: plainReply('refused', text.replace('{until}', until)), change: {} };
}

/** Longer than a code counts, so that a new one may be asked for; not for ever, as every number is hidden that is typed meanwhile. */
export function waitUntil(now: Date): string {
  return new Date(now.getTime() + 3_600_000).toISOString();
}

/** What may be said instead of the code. */
export function codeChoices(language: Language): Choice[] {
  return [words.again, words.stop].map((word) => ({ label: word[language], say: word[language] }));
}

function clock(until: string): string {
  const { date, time } = vietnamTime(until) ?? { date: '', time: null };
  return `${time ?? ''} ${date.split('-').reverse().join('/')}`.trim();
}
