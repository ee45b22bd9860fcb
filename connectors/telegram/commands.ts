import type { Language } from '../../bot/types.ts';
import { menu } from './wording.ts';

/** A command of ours with what stands behind it. */
export type Command = { name: string; rest: string };

/** `/tracuu@TenBot H40…`: null where it is none of ours, or another bot's. */
export function commandIn(text: string, username: string | null): Command | null {
  const [, name = '', bot, rest = ''] = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?$/is.exec(text) ?? [];
  if (bot !== undefined && bot.toLowerCase() !== username?.toLowerCase()) return null;
  const known = menu.find(({ command }) => command === name.toLowerCase());
  return known === undefined ? null : { name: known.command, rest: rest.trim() };
}

/** The message that a command stands for: a person may type it too. */
export function saidBy({ name, rest }: Command, language: Language): string {
  const word = menu.find(({ command }) => command === name)?.say[language] ?? '';
  if (rest === '') return word;
  if (name === 'start') return saidByLink(rest, language);
  // What is to be looked up says so itself; what is to be applied for needs its verb.
  return name === 'nophoso' ? `${word} ${rest}` : rest;
}

/**
 * The payload of a link `https://t.me/<bot>?start=<payload>`: a command's name, or a code with `_` for its dots, such as
 * `H40_23_08-250715-0012` or `1_001193`. Anybody can make such a link: it says no more than a person could.
 */
function saidByLink(payload: string, language: Language): string {
  const named = menu.find(({ command }) => command === payload.toLowerCase());
  if (named !== undefined) return named.say[language];
  const code = payload.replace(/^[a-z]+_(?=[A-Z\d])/, '').replaceAll('_', '.');
  const isCode = /^[A-Z\d][A-Z\d.-]{5,60}$/.test(code) && /\d{4}/.test(code);
  return isCode ? code : (menu.find(({ command }) => command === 'start')?.say[language] ?? '');
}

/** As `setMyCommands` takes them. */
export function menuIn(language: Language): { command: string; description: string }[] {
  return menu.map(({ command, description }) => ({ command, description: description[language] }));
}
