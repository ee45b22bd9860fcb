import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Calendar, createCalendar } from '../bot/calendar/calendar.ts';
import { type Office, type Overrides, officeSchema, overridesSchema, usualOffice } from '../bot/calendar/overrides.ts';
import { OperatorError } from '../bot/errors.ts';
import { readJsonText } from '../connectors/json-text.ts';

/** The calendar that is shipped: what the Government swapped in the years known. */
export const shippedCalendar = join(import.meta.dirname, '../knowledge/calendar');

/**
 * The working days of the office, from folders with `YYYY.json` (swapped days) and `office.json` (hours of receipt and of work). A later
 * folder has the last word; one that is not there is empty. Throws one `OperatorError` that lists every fault of every file.
 */
export function readCalendar(folders: string[] = [shippedCalendar]): Calendar {
  const overrides: Overrides[] = [];
  const faults: string[] = [];
  let office: Office = usualOffice;
  for (const path of folders.flatMap(filesOf)) {
    const name = path.split(/[\\/]/).at(-1) ?? '';
    const schema: z.ZodType<Office | Overrides> = name === 'office.json' ? officeSchema : yearSchema(name);
    const read = readJsonText(readFileSync(path, 'utf8'), schema);
    if (read.kind === 'faulty') faults.push(...read.faults.map((fault) => `  ${path} ${fault}`));
    else if ('opening' in read.value) office = read.value;
    else overrides.push(read.value);
  }
  if (faults.length > 0) throw new OperatorError(`The calendar is not right:\n${faults.join('\n')}`);
  return createCalendar({ overrides, office });
}

/** As shipped, with what the agency has changed in its data folder. */
export function officeCalendar(dataDir: string): Calendar {
  return readCalendar([shippedCalendar, join(dataDir, 'calendar')]);
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => join(folder, name));
}

/** The name of the file says the year, so that a date of another one is seen as the slip that it is. */
function yearSchema(name: string): z.ZodType<Overrides> {
  if (!/^20\d{2}\.json$/.test(name)) return z.never('the file must be named YYYY.json or office.json');
  const year = name.slice(0, 4);
  const inYear = ({ off, working }: Overrides) => [...off, ...working].every((date) => date.startsWith(`${year}-`));
  return overridesSchema.refine(inYear, `every date must be in ${year}`);
}
