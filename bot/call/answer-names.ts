import type { Language, Reply } from '../types.ts';

/**
 * The text of a reply with the names of its procedures as one listens to them: long ones by their beginning (the whole name is in the text message),
 * and in English by their English name alone.
 */
export function withSpokenNames({ text, sources }: Pick<Reply, 'text' | 'sources'>, language: Language): string {
  const titles = sources.map(({ title }) => title.toLowerCase());
  // Where it is very long it ends with "…" already.
  const isName = (name: string) => titles.some((title) => title.includes(name.toLowerCase().replace(/…$/, '')));
  const english = language === 'en' ? text.replace(named, (all, name: string, own: string) => (isName(name) ? `**${own}**` : all)) : text;
  return english.replace(bold, (all, name: string) => {
    if (!isName(name)) return all;
    // Some are numbered in the list of a province.
    const own = name.replace(/^\d{1,3}\. ?/, '');
    return `**${own.length > most ? shortName(own) : own}**`;
  });
}

const named = /\*\*([^*]{4,})\*\* \(((?:[^()]|\([^()]*\))+)\)/g;
const bold = /\*\*([^*]+)\*\*/g;
/** Characters: seven seconds of a slow voice. */
const most = 110;
const least = 30;

/** Up to its first pause from `least` characters on. */
function shortName(name: string): string {
  const pauses = [...name.matchAll(/[,;:(]| (?:đối với|trong các trường hợp|trong trường hợp|theo quy định|do cơ quan) /gu)];
  const end = pauses.find(({ index }) => index >= least)?.index ?? name.length;
  return end > most ? name : name.slice(0, end).trim();
}
