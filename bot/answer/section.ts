import type { Language, Procedure } from '../types.ts';

/** What is answered about: `title` is the official name as it is shown, bold, once. */
export type Subject = { procedure: Procedure; url: string; title: string; language: Language };

/** A heading introduces the lines below it and is not counted. */
export type Line = { mark: 'number' | 'dash' | 'plain' | 'heading'; text: string };

/** One aspect, told: `lead` answers in one line, `lines` may go on to further parts, `close` says what to do. */
export type Section = { lead: string; lines: Line[]; close: string[] };

export function dashes(texts: string[]): Line[] {
  return texts.map((text) => ({ mark: 'dash', text }));
}

/** Texts as a list; a line that ends in a colon introduces the next ones, and one with a number of its own keeps it. */
export function listed(texts: string[]): Line[] {
  return texts.map((text, index) => {
    if (text.endsWith(':') && text.length <= 160 && index < texts.length - 1) return heading(text);
    return { mark: /^(?:\(?\d{1,2}|[a-zđ])[.)]\s/u.test(text) ? 'plain' : 'dash', text };
  });
}

export function heading(text: string): Line {
  return { mark: 'heading', text };
}
