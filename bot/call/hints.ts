import type { Reply } from '../types.ts';

/** So many letters of them: the words that are likely in any call need the rest of what a recogniser reads. */
const most = 160;

/**
 * Names that are likely to be said next, for the recogniser: the procedure that is spoken of, and what was offered. Nothing of anybody's dossier or
 * filing, and nothing with a number in it.
 */
export function namesIn({ kind, dossier, sources, choices }: Reply): string[] {
  if (dossier !== null || !['answered', 'asked', 'not-found'].includes(kind)) return [];
  const names = new Set([...sources.map(({ title }) => title), ...choices.map(({ label }) => label)]);
  let left = most;
  return [...names].filter((name) => {
    if (/[\d•]/.test(name) || name.length > left) return false;
    left -= name.length;
    return true;
  });
}
