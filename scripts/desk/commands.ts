import { vietnamDate, vietnamTime } from '../../bot/calendar/dates.ts';
import { OperatorError, reasonOf } from '../../bot/errors.ts';
import { petitionWording as words } from '../../bot/petition-wording.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Language, Reply } from '../../bot/types.ts';
import { openCallBacks } from '../../knowledge/call-back-desk.ts';
import { openAlerts } from '../../knowledge/channel-alerts.ts';
import type { Database } from '../../knowledge/database.ts';
import { closeNote, openNotes } from '../../knowledge/desk.ts';
import {
  closePetition,
  type Dealt,
  listPetitions,
  replyToPetition,
  type ShownPetition,
  showInFull,
  showPetition,
} from '../../knowledge/petition-desk.ts';
import { type AgencyRatings, ratingsByAgency } from '../../knowledge/ratings.ts';
import type { Seal } from '../../knowledge/seal.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import type { Config } from '../config.ts';
import type { Program } from '../errands/take.ts';
import { alertLines } from '../zalo/alert-lines.ts';
import { callDesk } from './calls.ts';
import { listedCases, openedCaseText } from './cases.ts';
import { counted } from './counted.ts';
import { listedFiles, saveFiles } from './files.ts';
import { type DeskRequest, requestSchema } from './request.ts';

const most = 200;

export type DeskOptions = { config: Config; pool: Database['pool'] };

/** The desk of staff as a command. What goes wrong is said in a sentence. */
export function deskCommands({ config, pool }: DeskOptions): Program {
  return async (given, { out }) => {
    const request = requestSchema.parse(given);
    const text = await performed(
      { pool, config, seal: await sealFor(pool, config.notices.key, 'petitions'), key: config.notices.key },
      request,
    );
    if (text !== '') out(`${text}\n`);
    return 0;
  };
}

type Desk = { pool: Database['pool']; config: Config; seal: Seal; key: Buffer | null };

async function performed(desk: Desk, request: DeskRequest): Promise<string> {
  try {
    return await perform(desk, request);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`The database did not do it (${reasonOf(error)}). Nothing was changed.`, { cause: error });
  }
}

async function perform({ pool, config, seal, key }: Desk, request: DeskRequest): Promise<string> {
  switch (request.kind) {
    case 'notes':
      return notes(pool);
    case 'close-note':
      if (!(await closeNote(pool, request.id))) throw new OperatorError(`There is no open note ${request.id}.`);
      return '';
    case 'petitions': {
      const petitions = await listPetitions(pool, request.all, most);
      const lines = petitions.map(({ code, at, status, text }) => `${code}\t${minute(at)}\t${status}\t${oneLine(text)}`);
      const first = petitions.length < most ? '' : request.all ? 'the newest ' : 'the oldest ';
      return [...lines, `${first}${petitions.length} ${request.all ? 'petitions' : 'open petitions'}`].join('\n');
    }
    case 'show': {
      const { code, full } = request;
      const petition = full === null ? await showPetition(pool, seal, code) : await showInFull(pool, seal, code, full.by);
      if (petition === null) throw missing(code);
      return shown(petition, full !== null, await listedFiles({ pool, key, code }));
    }
    case 'files': {
      if ((await showPetition(pool, seal, request.code)) === null) throw missing(request.code);
      return saveFiles({ pool, key, code: request.code, folder: request.folder });
    }
    case 'reply':
      return dealt(
        request.code,
        await replyToPetition(pool, request.code, request.text, (language) => replied(request.code, request.text, language)),
      );
    case 'close':
      return dealt(request.code, await closePetition(pool, request.code, (language) => closed(request.code, language)));
    case 'cases':
      return listedCases({ pool, config });
    case 'case':
      return openedCaseText({ pool, config, code: request.code, by: request.by, today: vietnamDate(new Date()) });
    case 'ratings': {
      const agencies = await ratingsByAgency(pool, request.month);
      const of = request.month === null ? '' : ` in ${request.month}`;
      return agencies.length === 0 ? `No ratings${of}.` : agencies.map(rated).join('\n\n');
    }
    case 'calls':
    case 'call-backs':
    case 'call-back':
    case 'mark-call-back':
    case 'recording':
      return callDesk({ pool, key, now: () => new Date(), minute }, request);
  }
}

async function notes(pool: Database['pool']): Promise<string> {
  const open = await openNotes(pool, most);
  const waiting = (await listPetitions(pool, false, most)).filter(({ status }) => status === 'received').length;
  const callers = await openCallBacks(pool);
  return [
    ...alertLines(await openAlerts(pool), minute),
    ...givenUp(await listUndelivered(pool, 7, most)),
    ...open.map((note) => `${note.id}\t${minute(note.at)}\t${note.kind}\t${oneLine(note.text)}`),
    `${open.length} open`,
    ...(waiting === 0
      ? []
      : [
          `${waiting < most ? '' : 'At least '}${counted(waiting, 'petition')} ${waiting === 1 ? 'waits' : 'wait'} for a reply: npm run desk -- petitions`,
        ]),
    ...(callers === 0
      ? []
      : [`${counted(callers, 'caller')} ${callers === 1 ? 'waits' : 'wait'} to be called back: npm run desk -- call-backs`]),
  ].join('\n');
}

/** What did not arrive, in one line: how often on which channel, and why. */
function givenUp(undelivered: { channel: string; reason: string }[]): string[] {
  const times = new Map<string, number>();
  for (const { channel, reason } of undelivered) times.set(`${channel} ${reason}`, (times.get(`${channel} ${reason}`) ?? 0) + 1);
  const said = [...times].map(([what, count]) => `${count} × ${what}`).join(', ');
  return said === '' ? [] : [`NOT DELIVERED in 7 days: ${said}`];
}

function shown(petition: ShownPetition, full: boolean, listed: string[]): string {
  const { code, at, status, text, place, happened, contact, files, reachable, masked, openings, replies } = petition;
  return [
    `${code}  ${status}  received ${minute(at)}`,
    `What:     ${text}`,
    `Where:    ${place || '(not said)'}`,
    `When:     ${happened || '(not said)'}`,
    `Contact:  ${contact ?? '(none)'}`,
    ...(files && listed.length === 0 ? ['Files:    the citizen spoke of a picture or a file, and none came'] : []),
    ...listed,
    ...(masked.length > 0 && !full
      ? [`Masked:   numbers in it; npm run desk -- show ${code} --full shows them and keeps who has read them`]
      : []),
    ...openings.map((opening) => `Read in full ${minute(opening.at)} by ${oneLine(opening.by)}`),
    ...replies.map((reply) => `Reply ${minute(reply.at)}: ${reply.text}`),
    reachable
      ? 'A reply reaches the citizen where the petition was written.'
      : 'The citizen has deleted the conversation: a reply is found under the code alone.',
  ].join('\n');
}

function dealt(code: string, what: Dealt): string {
  if (what === 'missing') throw missing(code);
  if (what === 'closed') throw new OperatorError(`Petition ${code} is closed.`);
  return what === 'told'
    ? `${code}: on its way to the citizen, and shown under the code.`
    : `${code}: shown under the code. The citizen has deleted the conversation and is not told.`;
}

function replied(code: string, text: string, language: Language): Reply {
  return plainReply('status', `${words.replied[language]} **${code}**:\n${text}`, [{ label: code, say: code }]);
}

function closed(code: string, language: Language): Reply {
  return plainReply('status', `${words.closed[language]} **${code}**.`, [{ label: code, say: code }]);
}

function rated({ agency, count, mean, scores, words: said }: AgencyRatings): string {
  const spread = scores.map((number, place) => `${place + 1}: ${number}`).join(' · ');
  return [
    `${agency}`,
    `  ${counted(count, 'rating')}, mean ${mean.toFixed(2)}  (${spread})`,
    ...said.map(({ score, word }) => `  ${score}  ${oneLine(word)}`),
  ].join('\n');
}

function missing(code: string): OperatorError {
  return new OperatorError(`There is no petition ${code}.`);
}

/** As a clock in Vietnam shows it. */
function minute(at: string): string {
  const read = vietnamTime(at);
  return read === null ? at : `${read.date} ${read.time ?? ''}`.trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
