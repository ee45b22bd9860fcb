import type { CallStart, LineEars } from '../../../bot/call/line.ts';
import type { Calls, Meter } from '../../../bot/ports.ts';
import { createSafeDownload, type Place } from '../../safe-download.ts';
import type { CallRoom } from '../room.ts';
import { within } from '../within.ts';
import { type ActionsOptions, createActions } from './actions.ts';
import { createStringeeCalls, type StringeeCall } from './calls.ts';
import { createUnderstand } from './recording.ts';
import { type Scco, type Spoken, talk } from './scco.ts';
import { createTurns, type TurnsOptions } from './turns.ts';
import { says } from './wording.ts';

export type SwitchboardOptions = Omit<ActionsOptions, 'url' | 'speech'> & {
  /** `https://…`, as it is set at Stringee. */
  publicUrl: string;
  /** Where this very process is asked for the turns of its calls, if there are several of them; else as `publicUrl`. */
  ownUrl?: string;
  /** Null: nothing is recorded, and calls go by keys alone. */
  ears: LineEars | null;
  /** Where recordings may be fetched: `example.vn` itself, `.example.vn` all below it. */
  hosts: string[];
  place?: Place;
  /** How often a call may come to the assistant: after that nobody answering ends it. */
  turns: number;
  room: CallRoom;
  /** Leads a call: the inputs of a session on this line, by this clock. */
  open: TurnsOptions['open'];
  calls: Pick<Calls, 'transferred'>;
  /** Whether the assistant can take a call now. */
  ready(): Promise<boolean>;
  meter: Meter;
};

/** What Stringee's requests come to. A call that this process does not hold is put through to a person. */
export type Switchboard = {
  answer(start: CallStart): Promise<Scco>;
  keys(token: unknown, number: number, digits: string, inTime: boolean): Promise<Scco>;
  recorded(token: unknown, address: string | null): Promise<Scco>;
  /** Nobody has answered the transfer: back to the assistant, but not for ever. */
  unanswered(token: unknown): Promise<Scco>;
  ended(event: { id: string; from: string; to: string }): void;
  /** Stringee's own id of a call. */
  name(token: unknown, id: string | null): void;
  /** Sorry, and a person. */
  apology(): Scco;
  close(): void;
};

const readyMs = 1_500;
const keepMs = 1_000;

export function createSwitchboard(options: SwitchboardOptions): Switchboard {
  const { room, clock, ears, hosts, language, meter, voices, prepare } = options;
  const base = (options.ownUrl ?? options.publicUrl).replace(/\/$/, '');
  const count = (result: string) => meter.count('call-webhook', { party: 'stringee', result });
  const calls = createStringeeCalls({ room, clock });
  const place = options.place === undefined ? {} : { place: options.place };
  const download = createSafeDownload({ party: 'stringee', hosts, mostBytes: mostRecording, limitMs: 5_000, ...place });
  const understand = ears === null ? null : createUnderstand({ download, ears, note: (what) => count(`recording-${what}`) });
  const urls =
    (token: string): ActionsOptions['url'] =>
    (what, number) =>
      `${base}/webhooks/stringee/${what}?call=${token}&n=${number}`;
  const spoken = (text: string): Spoken => ({ text: prepare(text, language), manner: { slow: false, language } });

  function begin(start: CallStart): StringeeCall | null {
    return calls.begin(start, (token) =>
      createTurns({
        ...options,
        start,
        url: urls(token),
        speech: understand !== null,
        understand: understand ?? (async () => 'silence'),
      }),
    );
  }

  /** Sorry, and a person: of a call that nobody holds nothing more is known. */
  function apology(): Scco {
    count('apology');
    const actions = createActions({ ...options, url: urls('none'), speech: false });
    return actions.person('default', [{ text: says[language].apology, manner: { slow: false, language } }], 0);
  }

  async function led(call: StringeeCall | null, work: (call: StringeeCall) => Promise<Scco>): Promise<Scco> {
    if (call === null) return apology();
    const scco = await work(call);
    calls.touch(call);
    return scco;
  }

  async function isReady(): Promise<boolean> {
    return within(options.ready(), readyMs, false);
  }

  return {
    async answer(start) {
      const same = calls.byStart(start.call);
      if (same !== null) return led(same, ({ turns }) => turns.begin());
      if (!(await isReady())) return apology();
      // Asked twice at a time: the second comes here, too.
      const call = calls.byStart(start.call) ?? begin(start);
      if (call !== null) count('call');
      return led(call, ({ turns }) => turns.begin());
    },
    keys: (token, number, digits, inTime) => led(calls.byToken(token), ({ turns }) => turns.keys(number, digits, inTime)),
    recorded: (token, address) => led(calls.byToken(token), ({ turns }) => turns.recorded(address)),
    async unanswered(token) {
      const call = calls.byToken(token);
      const nobody = [talk(spoken(says[language].nobody), voices, false)];
      if (call === null) return nobody;
      const isReadyAgain = call.again === null && call.start.turn < options.turns && (await isReady());
      if (isReadyAgain) call.again ??= begin({ ...call.start, turn: call.start.turn + 1 });
      if (call.again !== null) call.again.id ??= call.id;
      if (call.again !== null) return led(call.again, ({ turns }) => turns.begin());
      await within(options.calls.transferred(call.start.call, false), keepMs, undefined);
      return nobody;
    },
    ended(event) {
      const call = calls.byEvent(event);
      if (call !== null) calls.end(call);
    },
    name(token, id) {
      const call = calls.byToken(token);
      if (call !== null) call.id ??= id;
    },
    apology,
    close: calls.close,
  };
}

/** Two minutes at 8,000 samples a second. */
const mostRecording = 2 * 1024 * 1024;
