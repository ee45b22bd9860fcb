import type { Logger } from 'pino';
import type { Led } from '../bot/call/lead.ts';
import type { CallLeg, CallStart, Clock, Line, LineEars, LineVoice, Next } from '../bot/call/line.ts';
import type { CallSystem } from '../bot/call/record.ts';
import { OperatorError } from '../bot/errors.ts';
import type { Calls, Meter } from '../bot/ports.ts';
import { createAsterisk } from '../connectors/hotline/asterisk.ts';
import { asteriskRoutes } from '../connectors/hotline/asterisk-routes.ts';
import { startAudioSocket } from '../connectors/hotline/audiosocket.ts';
import { createExpectedCalls } from '../connectors/hotline/expected-calls.ts';
import type { CallRoom } from '../connectors/hotline/room.ts';
import { createStringee } from '../connectors/hotline/stringee/stringee.ts';
import { transferRoutes } from '../connectors/hotline/transfer-routes.ts';
import { createTwilio } from '../connectors/hotline/twilio/twilio.ts';
import type { Place } from '../connectors/safe-download.ts';
import type { Upgrade } from '../connectors/upgrades.ts';
import { clock } from './clock.ts';
import type { HotlineSettings } from './hotline-settings.ts';
import type { Prepare } from './hotline-voice.ts';

export type HotlineDoorsOptions = {
  settings: Pick<HotlineSettings, 'asterisk' | 'twilio' | 'stringee'>;
  room: CallRoom;
  calls: Calls;
  voice: LineVoice;
  prepare: Prepare;
  /** Null: nothing is heard, and calls that come turn by turn go by keys alone. */
  ears: LineEars | null;
  /** A call that comes as sound. */
  answer(system: CallSystem): (leg: CallLeg) => void;
  /** A call that comes turn by turn. */
  openTurns(start: CallStart, line: Line, time: Clock): Led;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  place?: Place;
  meter: Meter;
  log: Logger;
  now: () => Date;
};

export type HotlineRoutes = ReturnType<typeof asteriskRoutes>;

/** The ways by which calls come. */
export type HotlineDoors = {
  routes: HotlineRoutes[];
  upgrades: Upgrade[];
  /** Opens what is no part of the web server. */
  start(): Promise<void>;
  /** Cuts the calls that are there. */
  close(): Promise<void>;
};

/** How often a call may come back from a person who did not answer. */
const turns = 3;
const ringSeconds = 25;

export function openHotlineDoors(options: HotlineDoorsOptions): HotlineDoors {
  const { settings, room, calls, voice, prepare, ears, answer, ready, place, meter, log, now } = options;
  const { asterisk, twilio, stringee } = settings;
  const routes: HotlineRoutes[] = [];
  const upgrades: Upgrade[] = [];
  const closing: (() => Promise<void> | void)[] = [];
  const starting: (() => Promise<void>)[] = [];
  const keepNext = (call: string, next: Next) => calls.keepNext(call, next);
  const isReady = async () => room.state() === 'free' && (await ready());
  const cloud = { room, calls, prepare, keepNext, turns, ringSeconds, language: 'vi' as const, ready: isReady, log, meter };

  if (asterisk !== null) {
    const who = { user: 'asterisk', password: asterisk.password };
    const expected = createExpectedCalls(clock);
    const media = createAsterisk({ ...who, room, answer: answer('asterisk'), keepNext, log, meter });
    routes.push(asteriskRoutes({ ...who, room, ready, next: calls.next, expect: expected.expect, log, meter }));
    routes.push(transferRoutes({ ...who, whisper: calls.whisper, transferred: calls.transferred, voice, log }));
    upgrades.push(media.upgrade);
    closing.push(media.close);
    const { audiosocket } = asterisk;
    if (audiosocket !== null)
      starting.push(async () => {
        const own = { ...audiosocket, room, expected, answer: answer('audiosocket'), keepNext, clock, log, meter };
        const server = await startAudioSocket(own).catch(notOpened(audiosocket.port));
        closing.push(server.close);
      });
  }
  if (twilio !== null) {
    const { person, number, voice: name, ...own } = twilio;
    const {
      routes: add,
      upgrade,
      close,
    } = createTwilio({
      ...cloud,
      ...own,
      now: () => now().getTime(),
      answer: answer('twilio'),
      people: { default: person },
      shown: number,
      voice: { language: 'vi-VN', name },
    });
    routes.push(add);
    upgrades.push(upgrade);
    closing.push(close);
  }
  if (stringee !== null) {
    const { ownUrl, person, ...own } = stringee;
    const { routes: add, close } = createStringee({
      ...cloud,
      ...own,
      ...(ownUrl !== null && { ownUrl }),
      ...(place !== undefined && { place }),
      clock,
      people: { default: person },
      ears,
      open: options.openTurns,
    });
    routes.push(add);
    closing.push(close);
  }
  return {
    routes,
    upgrades,
    start: async () => {
      for (const begin of starting) await begin();
    },
    close: async () => {
      for (const close of closing.splice(0)) await close();
    },
  };
}

function notOpened(port: number): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new OperatorError(`Port ${port} is in use by another program. Set AUDIOSOCKET_PORT to a free one.`);
    throw error;
  };
}
