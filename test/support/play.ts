import { vietnamDate } from '../../bot/calendar/dates.ts';
import type { Case } from '../../bot/forms/case.ts';
import type { Answers } from '../../bot/forms/form.ts';
import type { Pace } from '../../bot/ports.ts';
import type { Choice, Reply } from '../../bot/types.ts';
import { openedCase } from '../../knowledge/case-body.ts';
import { sealFor } from '../../knowledge/seals.ts';
import { readPdf, squeeze } from '../connectors/print-read.ts';
import { type RunningApp, startApp } from './app.ts';
import { type Driver, drivers, type Opened, type Speaker } from './channels.ts';
import type { Place } from './databases.ts';
import type { Line, Script } from './script.ts';

/** What a script came to: the filing's answers as they stood at each `= case`, and all that was logged and counted. */
export type Played = { cases: Answers[]; log: string; metrics: string };

/** Runs a script on the real application, from this channel on. Throws with the number of the line that does not hold. */
export async function play(script: Script, driver: Driver, place: Place): Promise<Played> {
  const stage: Stage = {
    place,
    running: null,
    channels: new Map(),
    people: new Map(),
    who: 'me',
    where: driver.name,
    waiting: [],
    replies: [],
    message: '',
    later: 0,
    captured: { digits: '', code: '' },
    played: { cases: [], log: '', metrics: '' },
  };
  for (const one of new Set([...drivers, driver])) stage.channels.set(one.name, await one.open(() => there(stage.running)));
  await start(stage);
  try {
    for (const line of script.lines) await inLine(line, stage);
  } finally {
    await stop(stage);
    for (const one of stage.channels.values()) await one.close?.();
  }
  return stage.played;
}

type Stage = {
  place: Place;
  running: RunningApp | null;
  channels: Map<string, Opened>;
  /** By name and channel. */
  people: Map<string, Speaker>;
  who: string;
  where: string;
  /** Messages that are said and not answered yet. */
  waiting: string[];
  /** The replies since the citizen spoke last, and the message that they answer. */
  replies: Reply[];
  message: string;
  /** How far the clock runs ahead, in milliseconds. */
  later: number;
  captured: { digits: string; code: string };
  played: Played;
};

async function start(stage: Stage): Promise<void> {
  const channels = [...stage.channels.values()].flatMap((one) => one.channels);
  const settings = Object.assign({}, ...[...stage.channels.values()].map((one) => one.settings));
  // People in scripts do not wait as people do.
  const pace: Pace = { turn: async () => {}, hold: async () => {} };
  stage.running = await startApp(stage.place, { now: () => new Date(Date.now() + stage.later), pace }, settings, channels);
}

async function stop(stage: Stage): Promise<void> {
  const running = there(stage.running);
  stage.played.metrics += await (await fetch(`${running.url}/metrics`)).text();
  stage.running = null;
  await running.stop();
  stage.played.log += running.log();
}

async function inLine(line: Line, stage: Stage): Promise<void> {
  try {
    if (!(line.kind === 'say' && !line.wait)) await answered(stage);
    await step(line, stage);
  } catch (error) {
    const replies = stage.replies.map(
      ({ kind, text, choices }) => `(${kind}) ${text}\n${choices.map(({ label }) => `[${label}]`).join(' ')}`,
    );
    throw new Error(`line ${line.number}, ${line.kind}: ${error instanceof Error ? error.message : error}\n${replies.join('\n')}`);
  }
}

async function step(line: Line, stage: Stage): Promise<void> {
  const text = stage.replies.map((reply) => reply.text).join('\n');
  switch (line.kind) {
    case 'say':
      return say(filled(line.text, stage), line.wait, stage, line.keys);
    case 'tap':
      if (line.ifOffered && !(stage.replies.at(-1)?.choices ?? []).some(({ label }) => label === line.label)) return;
      return say(choiceOf(line.label, stage.replies.at(-1)?.choices ?? []).say, true, stage, true);
    case 'holds':
      return must(text.includes(filled(line.text, stage)), `the replies do not hold “${line.text}”`);
    case 'lacks':
      return must(!text.includes(filled(line.text, stage)), `the replies hold “${line.text}”`);
    case 'matches':
      return must(new RegExp(line.text, 'iu').test(text), `the replies do not match ${line.text}`);
    case 'replied':
      return must(stage.replies.at(-1)?.kind === line.text, `the last reply is of another kind than ${line.text}`);
    case 'expects': {
      const expected = stage.replies.at(-1)?.expects ?? 'anything';
      return must(expected === line.text, `the last reply expects ${expected}`);
    }
    case 'offers': {
      const labels = (stage.replies.at(-1)?.choices ?? []).map(({ label }) => label);
      return must(
        line.labels.every((label) => labels.includes(label)),
        `not all of these buttons are offered: ${line.labels.join(' | ')}`,
      );
    }
    case 'restart':
      await stop(stage);
      return start(stage);
    case 'move': {
      const names = drivers.map(({ name }) => name);
      const next = names[(names.indexOf(stage.where) + 1) % names.length] ?? stage.where;
      // Back on a channel that was left, it is another device: nobody knows them there.
      stage.where = line.to ?? next;
      stage.people.delete(`${stage.who} ${stage.where}`);
      return;
    }
    case 'person':
      stage.who = line.name;
      return;
    case 'wait':
      stage.later += line.ms;
      return;
    case 'pdf': {
      const file = stage.replies.flatMap(({ files }) => files ?? []).find(({ kind }) => kind === 'pdf');
      if (file === undefined) throw new Error('no printed form is offered');
      const { pages } = await readPdf(await speaker(stage).file(file));
      return must(
        squeeze(pages.map((page) => page.text).join('')).includes(squeeze(filled(line.text, stage))),
        `the form does not hold “${line.text}”`,
      );
    }
    case 'no-case':
      return must((await caseOf(stage)) === null, 'a filing is kept');
    case 'case': {
      const answers = (await caseOf(stage))?.answers ?? {};
      stage.played.cases.push(answers);
      const shown = Object.entries(answers).map(([id, answer]) => `${id} = ${answer.shown}`);
      const wanted = Object.entries(line.answers).map(([id, answer]) => `${id} = ${filled(answer, stage)}`);
      const [missing, unwanted] = [wanted.filter((one) => !shown.includes(one)), shown.filter((one) => !wanted.includes(one))];
      return must(missing.length + unwanted.length === 0, `the filing lacks\n${missing.join('\n')}\nand holds\n${unwanted.join('\n')}`);
    }
  }
}

async function say(text: string, wait: boolean, stage: Stage, byKeys = false): Promise<void> {
  stage.message = await speaker(stage).say(text, byKeys);
  stage.waiting.push(stage.message);
  if (wait) await answered(stage);
}

/** All that was said has its replies. */
async function answered(stage: Stage): Promise<void> {
  if (stage.waiting.length === 0) return;
  stage.replies = [];
  for (const id of stage.waiting.splice(0)) stage.replies.push(...(await speaker(stage).replies(id)));
  const text = stage.replies.map((reply) => reply.text).join('\n');
  const digits = /\*\*(\d{6})\*\*|((?:\d, ){5}\d)/.exec(text);
  stage.captured.digits = digits?.[1] ?? digits?.[2]?.replace(/\D/g, '') ?? stage.captured.digits;
  stage.captured.code = /BN-\d{6}-\d{4,}-[A-Z0-9]{4}/.exec(text)?.[0] ?? stage.captured.code;
}

function speaker(stage: Stage): Speaker {
  const key = `${stage.who} ${stage.where}`;
  const known = stage.people.get(key) ?? there(stage.channels.get(stage.where)).join();
  stage.people.set(key, known);
  return known;
}

function choiceOf(label: string, choices: Choice[]): Choice {
  const found = choices.find((choice) => choice.label === label) ?? choices[Number(label) - 1];
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
}

/** The filing of the conversation that spoke last, changed last. */
async function caseOf({ running, where, message }: Stage): Promise<Case | null> {
  const { pool } = there(running).app.knowledge.database;
  const { rows } = await pool.query<{ body: string; revision: number }>(
    `select cases.body, revision from cases join inbox on inbox.conversation_id = cases.conversation_id
     where inbox.channel = $1 and inbox.message_id like '%' || $2 order by changed_at desc limit 1`,
    [where, message],
  );
  return rows[0] === undefined ? null : openedCase(rows[0].body, rows[0].revision, await sealFor(pool, null, 'cases'));
}

function filled(text: string, { captured, later }: Stage): string {
  return text
    .replaceAll('{digits}', captured.digits)
    .replaceAll('{code}', captured.code)
    .replace(/\{(?:today|-(\d+) days)\}/g, (_all, days: string | undefined) =>
      vietnamDate(new Date(Date.now() + later - Number(days ?? 0) * 86_400_000))
        .split('-')
        .reverse()
        .join('/'),
    );
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function there<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error('the server is not running');
  return thing;
}
