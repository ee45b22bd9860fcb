import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { CallLeg, CallStart, Next } from '../../bot/call/line.ts';
import { createCallRoom } from '../../connectors/hotline/room.ts';
import { createTwilio, type Twilio } from '../../connectors/hotline/twilio/twilio.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { type Answer, type FakeStream, type FakeTwilio, fakeTwilio, twilio } from '../fakes/twilio.ts';

/** What the people of a test are called, and where they sit. */
export const people = { default: '+842400000001', canbo: '+842400000002', hotich: 'sip:hotich@pbx.example.vn' };

export type TwilioStage = {
  twilio: FakeTwilio;
  port: number;
  /** What was kept of each call, and what the person hears first. */
  kept: Map<string, Next>;
  whispers: Map<string, string>;
  transferred: [string, boolean][];
  legs: CallLeg[];
  streams: FakeStream[];
  counted: string[];
  /** Whether the database is away; whether the assistant can take calls; by how much the clock is ahead. */
  failing: boolean;
  ready: boolean;
  laterMs: number;
  /** Announces a call and opens its stream. */
  call(start: CallStart): Promise<{ leg: CallLeg; caller: FakeStream }>;
  announce(start: CallStart): Promise<Answer>;
};

/** The webhook and the streams of Twilio on a real server. */
export function useTwilio(): TwilioStage {
  let server: RunningServer;
  let clouds: Twilio;
  const fields = ({ call, from, to }: CallStart) => ({
    CallSid: call,
    AccountSid: twilio.account,
    From: from ?? '+266696687',
    To: to,
    CallStatus: 'in-progress',
    Direction: 'inbound',
  });
  const room = createCallRoom(20);
  const answering = new Map<string, (leg: CallLeg) => void>();
  const stage: TwilioStage = {
    twilio: fakeTwilio(0),
    port: 0,
    kept: new Map(),
    whispers: new Map(),
    transferred: [],
    legs: [],
    streams: [],
    counted: [],
    failing: false,
    ready: true,
    laterMs: 0,
    announce: (start) =>
      start.turn === 1
        ? stage.twilio.post('/webhooks/twilio/voice', fields(start))
        : stage.twilio.post(`/webhooks/twilio/dialled?turn=${start.turn - 1}`, { ...fields(start), DialCallStatus: 'no-answer' }),
    call: async (start) => {
      const answered = new Promise<CallLeg>((resolve) => answering.set(start.call, resolve));
      const caller = await stage.twilio.open(await stage.announce(start), start);
      stage.streams.push(caller);
      return { leg: await answered, caller };
    },
  };
  const whenUp = <Result>(value: Result) => (stage.failing ? Promise.reject(new Error('away')) : Promise.resolve(value));

  beforeAll(async () => {
    const log = pino({ enabled: false });
    clouds = createTwilio({
      ...twilio,
      now: () => Date.now() + stage.laterMs,
      meter: { count: (event, labels = {}) => void stage.counted.push(`${event} ${labels.result}`) },
      room,
      log,
      keepNext: async (call, next) => void stage.kept.set(call, await whenUp(next)),
      answer: (leg) => {
        stage.legs.push(leg);
        answering.get(leg.start.call)?.(leg);
      },
      calls: {
        next: (call) => whenUp(stage.kept.get(call) ?? null),
        whisper: (call) => whenUp(stage.whispers.get(call) ?? null),
        transferred: async (call, came) => void stage.transferred.push(await whenUp([call, came])),
      },
      people,
      ringSeconds: 20,
      turns: 3,
      shown: null,
      language: 'vi',
      voice: { language: 'vi-VN', name: 'Google.vi-VN-Wavenet-A' },
      prepare: (text) => text,
      ready: async () => stage.ready,
    });
    const ready = async () => true;
    server = await startHttp({
      host: '127.0.0.1',
      port: 0,
      trustProxy: false,
      log,
      ready,
      routes: [clouds.routes],
      upgrades: [clouds.upgrade],
    });
    stage.port = server.port;
    stage.twilio = fakeTwilio(server.port);
  });
  beforeEach(() => {
    stage.kept.clear();
    stage.whispers.clear();
    Object.assign(stage, { failing: false, ready: true, laterMs: 0, counted: [], legs: [], transferred: [] });
  });
  afterEach(async () => {
    for (const open of stage.streams.splice(0)) open.cut();
    await vi.waitFor(() => expect(room.size()).toBe(0));
  });
  afterAll(async () => {
    clouds.close();
    await server.close();
  });
  return stage;
}
