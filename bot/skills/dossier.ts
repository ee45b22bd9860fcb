import type { Dossier } from '../dossier-types.ts';
import { Unavailable } from '../errors.ts';
import type { DossierSource } from '../ports.ts';
import { button, plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { choiceWording, dossierWording as words } from '../wording.ts';

/** The status line of one dossier, personal data masked. A code that is not there gets a sentence that helps. */
export async function dossierReply(code: string, language: Language, dossiers: DossierSource, signal: AbortSignal): Promise<Reply> {
  const found = await lookUp(code, dossiers, signal);
  if (found === 'down') return about(code, words.down[language], language);
  if (found === null) return about(code, words.unknown[language], language);
  return { ...about(code, describe(found, language), language), procedures: found.procedure.code === '' ? [] : [found.procedure.code] };
}

async function lookUp(code: string, dossiers: DossierSource, signal: AbortSignal): Promise<Dossier | null | 'down'> {
  try {
    return await dossiers.find(code, signal);
  } catch (error) {
    if (error instanceof Unavailable) return 'down';
    throw error;
  }
}

function about(code: string, text: string, language: Language): Reply {
  const heading = `${words.dossier[language]} **${code}**`;
  return { ...plainReply('status', `${heading}\n${text}`, [button(choiceWording.person, language)]), dossier: code };
}

function describe(dossier: Dossier, language: Language): string {
  const mapped = dossier.status === null ? undefined : words.status[dossier.status]?.[language];
  const lines = [
    mapped === undefined ? dossier.statusText : `**${mapped}**${dossier.agency === '' ? '' : ` ${words.at[language]} ${dossier.agency}`}`,
    mapped !== undefined && dossier.statusText !== '' && dossier.statusText !== mapped
      ? `${words.sourceSays[language]}: ${dossier.statusText}`
      : '',
    field(words.procedure[language], dossier.procedure.name),
    field(words.received[language], day(dossier.receivedOn)),
    field(words.due[language], dossier.finishedOn === null ? day(dossier.dueOn) : ''),
    field(words.finished[language], day(dossier.finishedOn)),
    field(words.applicant[language], [maskName(dossier.applicant.name), maskNumber(dossier.applicant.phone)].filter(Boolean).join(', ')),
    dossier.demonstration ? words.demonstration[language] : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function field(name: string, value: string): string {
  return value === '' ? '' : `- ${name}: ${value}`;
}

function day(date: string | null): string {
  return date === null ? '' : date.split('-').reverse().join('/');
}

/** `Nguyễn Văn An` → `N••• V•• A•`: enough to know one's own, too little for a stranger. */
export function maskName(name: string): string {
  return name
    .split(' ')
    .filter(Boolean)
    .map((part) => part.charAt(0) + '•'.repeat(Math.max(1, part.length - 1)))
    .join(' ');
}

/** Only the last three digits are shown. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 6 ? '' : `${'•'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}
