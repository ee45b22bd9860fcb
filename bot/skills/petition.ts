import { petitionWording as words } from '../petition-wording.ts';
import type { Attempts, Petitions, Visitor } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';

export type StatusOptions = {
  code: string;
  /** Its date and number: wrong endings are counted together. */
  stem: string;
  visitor: Visitor;
  language: Language;
  petitions: Petitions;
  attempts: Attempts;
  signal: AbortSignal;
};

/** Where a petition is, and what staff answered. Wrong codes are counted as wrong PINs are, but apart from them: who guesses is locked out. */
export async function petitionStatus({ code, stem, visitor, language, petitions, attempts, signal }: StatusOptions): Promise<Reply> {
  // Who wrote it is not locked out by others who guess.
  const own = await petitions.isOwn(visitor, code);
  const door = own ? null : (await attempts.take(visitor, stem)).before;
  if (door?.kind === 'locked') return plainReply('status', words.locked[language]);
  const found = await petitions.find(code, signal);
  if (found === null) return plainReply('status', `${words.petition[language]} **${code}**\n${words.unknown[language]}`);
  if (!own) await attempts.right(visitor, stem);
  const lines = [
    `${words.petition[language]} **${code}**`,
    `**${words.status[found.status][language]}**`,
    `- ${words.receivedOn[language]}: ${day(found.on)}`,
    ...found.replies.map(({ text, on }) => `- ${words.reply[language]} (${day(on)}): ${text}`),
  ];
  return plainReply('status', lines.join('\n'));
}

function day(date: string): string {
  return date.split('-').reverse().join('/');
}
