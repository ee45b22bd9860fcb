import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { filled } from '../../bot/appointment-text.ts';
import { appointmentWording as words } from '../../bot/appointment-wording.ts';
import { vietnamTime } from '../../bot/calendar/dates.ts';
import { OperatorError } from '../../bot/errors.ts';
import { plainReply } from '../../bot/reply.ts';
import { clean, foldedWords } from '../../bot/text.ts';
import { readJsonText } from '../../connectors/json-text.ts';
import { cancelByOffice, importOffices, listAppointments, officeSchema } from '../../knowledge/appointments.ts';
import type { Database } from '../../knowledge/database.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
import type { Program } from '../errands/take.ts';

const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), file: z.string() }),
  z.object({ kind: z.literal('list'), day: z.string().nullable() }),
  z.object({ kind: z.literal('cancel'), code: z.string(), why: z.string() }),
]);
export type AppointmentsRequest = z.infer<typeof requestSchema>;

/** The counters and their appointments as a command of staff. */
export function appointmentCommands({ pool, now }: { pool: Database['pool']; now: () => Date }): Program {
  return async (given, { out }) => {
    const request = requestSchema.parse(given);
    const moment = vietnamTime(now().toISOString());
    const clock = `${moment?.date} ${moment?.time}`;
    if (request.kind === 'import') out(await imported(pool, request.file, clock));
    else if (request.kind === 'list') out(await listed(pool, request.day, clock));
    else out(await cancelled(pool, request, clock));
    return 0;
  };
}

async function imported(pool: Database['pool'], file: string, clock: string): Promise<string> {
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  const read = readJsonText(readFileSync(file, 'utf8'), officesSchema);
  if (read.kind === 'faulty')
    throw new OperatorError(`The counters are not right; nothing was changed:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
  const { open, stranded } = await importOffices(pool, read.value, clock);
  const left =
    stranded === 0 ? '' : `${stranded} appointments to come stand at counters that are closed now: npm run appointments -- list\n`;
  return `${open} counters take appointments.\n${left}`;
}

/** A name chooses the counter in the conversation: no two may have the same. */
const officesSchema = z
  .array(officeSchema)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice')
  .refine((all) => new Set(all.map(({ name }) => foldedWords(name))).size === all.length, 'a name stands twice');

async function listed(pool: Database['pool'], day: string | null, clock: string): Promise<string> {
  if (day !== null && vietnamTime(day) === null) throw new OperatorError('--day is a day such as 2026-11-24.');
  const all = await listAppointments(pool, day, clock);
  const lines = all.map(({ office, day: on, time, number, code, draft }) =>
    [on, time, office.id, number, code, draft ?? ''].join('\t').trimEnd(),
  );
  return [...lines, `${all.length} appointments`, ''].join('\n');
}

async function cancelled(pool: Database['pool'], { code, why }: { code: string; why: string }, clock: string): Promise<string> {
  const found = await cancelByOffice(pool, code, clock);
  if (found === null) throw new OperatorError(`There is no appointment ${code} to come.`);
  const { booking, visitor, language } = found;
  const reason = why === '' ? '' : words.why[language].replace('TEXT', () => clean(why));
  const text = filled(words.cancelledByOffice[language], booking, language).replace('WHY', () => reason);
  const reply = plainReply('status', text, [{ label: words.book[language], say: words.book[language] }]);
  const told = await createPostBox(pool).post({ ...visitor, reply, once: `appointment ${code} cancelled`, tellAt: null });
  return told === 'gone'
    ? `${code}: cancelled. The citizen has deleted the conversation and is not told.\n`
    : `${code}: cancelled, its citizen is told.\n`;
}
