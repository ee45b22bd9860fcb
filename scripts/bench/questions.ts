import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('../../knowledge/starter/', import.meta.url);
const proceduresSchema = z.array(z.object({ alsoCalled: z.array(z.string()) }));
const faqsSchema = z.array(z.object({ question: z.string(), alsoAsked: z.array(z.string()) }));
const wishes = ['', ' cần giấy tờ gì', ' mất bao nhiêu tiền', ' bao lâu thì xong', ' nộp ở đâu', ' nộp online được không', ' làm thế nào'];

/** What citizens may ask, from the everyday names and frequent questions of the starter base; always the same, in the same mixed order. */
export function questions(): string[] {
  const called = readAll('procedures-', proceduresSchema).flatMap((entry) => entry.alsoCalled);
  const asked = readAll('faq-', faqsSchema).flatMap(({ question, alsoAsked }) => [question, ...alsoAsked]);
  const all = [...called.map((name, at) => `${name}${wishes[at % wishes.length]}`), ...asked];
  return mixed([...new Set(all)]);
}

/** In an order that has nothing to do with what they say, the same each time. */
export function mixed(texts: string[]): string[] {
  return texts.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1));
}

function readAll<Entry>(prefix: string, schema: z.ZodType<Entry[]>): Entry[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return files.flatMap((name) => schema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
