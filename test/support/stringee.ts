import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { SpokenAnswer } from '../../bot/call/answer-types.ts';
import type { CallEvent } from '../../bot/call/call-event.ts';
import type { HeardOnLine, LineEars, Listening } from '../../bot/call/line.ts';
import { standardPolicy } from '../../bot/call/policy.ts';
import { createCallSession } from '../../bot/call/session.ts';
import type { CallSession } from '../../bot/call/session-types.ts';
import { createCallRoom } from '../../connectors/hotline/room.ts';
import { createStringee, type Stringee } from '../../connectors/hotline/stringee/stringee.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { publicPlace } from '../../connectors/safe-download.ts';
import { createFastClock, type FastClock } from '../fakes/fast-clock.ts';
import { type FakeStringee, fakeStringee, stringee } from '../fakes/stringee.ts';

/** Recordings stand here, in tests alone. */
export const recordingHost = 'recordings.example.vn';
/** An allowed name that leads inside. */
export const insideHost = 'inside.example.vn';
export const people = { default: '+842400000001', canbo: '+842400000002', hotich: 'user:hotich' };

export type StringeeStage = {
  far: FakeStringee;
  clock: FastClock;
  sessions: { session: CallSession; turn: number; from: string | null; events: CallEvent[] }[];
  /** What was handed to the assistant. */
  asked: string[];
  /** What the assistant answers at once; null: the test answers by itself, later. */
  answers: Partial<SpokenAnswer> | null;
  /** What is understood of the next recording; and what came to the ears. */
  hears: HeardOnLine | Promise<HeardOnLine>;
  earsOf: { pcm: Uint8Array; listening: Listening; signal: AbortSignal }[];
  files: Map<string, Uint8Array>;
  fetched: string[];
  counted: string[];
  logged: string;
  transferred: [string, boolean][];
  /** Whether the assistant can take calls, once it is known. */
  ready: boolean | Promise<boolean>;
  answer(answer: Partial<SpokenAnswer>): void;
};

/** Stringee's webhooks on a real server, with the real session behind them, by a clock that is ten times as fast. */
export function useStringee(change: { speech?: boolean; most?: number; ownUrl?: string } = {}): StringeeStage {
  let server: RunningServer;
  let cloud: Stringee;
  const clock = createFastClock(10);
  const stage: StringeeStage = {
    far: fakeStringee(0),
    clock,
    sessions: [],
    asked: [],
    answers: null,
    hears: { kind: 'none' },
    earsOf: [],
    files: new Map(),
    fetched: [],
    counted: [],
    logged: '',
    transferred: [],
    ready: true,
    answer: (answer) =>
      stage.sessions.at(-1)?.session.answered({ pages: ['Đây là câu trả lời.'], menu: [], whole: '', kind: 'answered', ...answer }),
  };
  const ears: LineEars = {
    hear: async (pcm, listening, signal) => {
      stage.earsOf.push({ pcm, listening, signal });
      return stage.hears;
    },
  };
  const recordings = createServer((request, response) => {
    stage.fetched.push(request.url ?? '');
    const file = stage.files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => recordings.listen(0, '127.0.0.1', resolve));
    const { port } = recordings.address() as AddressInfo; // it listens on TCP
    const inside = publicPlace(async () => ['10.0.0.7']);
    const write = (line: string) => {
      stage.logged += line;
    };
    const log = pino({ level: 'trace' }, { write });
    cloud = createStringee({
      ...stringee,
      ...(change.ownUrl !== undefined && { ownUrl: change.ownUrl }),
      clock,
      language: 'vi',
      voices: { vi: 'hn_female', en: 'female' },
      prepare: (text) => text,
      people,
      ringSeconds: 20,
      turns: 2,
      ears: change.speech === false ? null : ears,
      hosts: [recordingHost, insideHost],
      place: async (host, wanted) => (host === insideHost ? inside(host, wanted) : { address: '127.0.0.1', port }),
      room: createCallRoom(change.most ?? 100),
      calls: { transferred: async (call, came) => void stage.transferred.push([call, came]) },
      ready: async () => stage.ready,
      meter: { count: (event, labels = {}) => void stage.counted.push(`${event} ${labels.result}`) },
      log,
      open: (start, line, time) => {
        const events: CallEvent[] = [];
        const session = createCallSession({
          line,
          clock: time,
          policy: standardPolicy,
          turn: start.turn,
          language: 'vi',
          ask: async (text) => {
            stage.asked.push(text);
            if (stage.answers !== null) stage.answer(stage.answers);
          },
          office: () => ({ open: true }),
          person: 'canbo',
          leaving: async () => {},
          tell: (event) => void events.push(event),
          broken: (error) => {
            throw error;
          },
        });
        stage.sessions.push({ session, turn: start.turn, from: start.from, events });
        session.start();
        return session;
      },
    });
    const ready = async () => true;
    server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready, routes: [cloud.routes] });
  });
  beforeEach(() => {
    const fresh = { sessions: [], asked: [], earsOf: [], fetched: [], counted: [], transferred: [] };
    Object.assign(stage, { ...fresh, far: fakeStringee(server.port), logged: '', answers: null, hears: { kind: 'none' }, ready: true });
  });
  afterEach(() => {
    expect(stage.far.faults).toEqual([]);
  });
  afterAll(async () => {
    cloud.close();
    clock.stop();
    recordings.closeAllConnections();
    recordings.close();
    await server.close();
  });
  return stage;
}
