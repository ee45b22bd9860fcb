import { petitionWording as words } from '../petition-wording.ts';
import type { Attempts, PetitionStatus, Petitions, Visitor } from '../ports.ts';
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
  return told(found, language);
}

/** Where the petitions of this very conversation are: who wrote them need not know the codes. Without one, the code is asked for. */
export async function ownPetitions({
  visitor,
  language,
  petitions,
  signal,
}: Omit<StatusOptions, 'code' | 'stem' | 'attempts'>): Promise<Reply> {
  const [newest, ...older] = await petitions.own(visitor, signal);
  if (newest === undefined) return plainReply('asked', words.askCode[language]);
  if (older.length === 0) return told(newest, language);
  const all = [newest, ...older];
  const lines = all.map(({ code, status, on }) => `- **${code}** (${day(on)}): ${words.status[status][language]}`);
  return plainReply(
    'status',
    [words.yours[language], ...lines].join('\n'),
    all.map(({ code }) => ({ label: code, say: code })),
  );
}

function told({ code, status, on, replies }: PetitionStatus, language: Language): Reply {
  const lines = [
    `${words.petition[language]} **${code}**`,
    `**${words.status[status][language]}**`,
    `- ${words.receivedOn[language]}: ${day(on)}`,
    ...replies.map((reply) => `- ${words.reply[language]} (${day(reply.on)}): ${reply.text}`),
  ];
  return plainReply('status', lines.join('\n'));
}

function day(date: string): string {
  return date.split('-').reverse().join('/');
}
