import { randomBytes } from 'node:crypto';
import type { CallStart, Clock } from '../../../bot/call/line.ts';
import type { CallRoom } from '../room.ts';
import type { Turns } from './turns.ts';

/** One stretch of a call with the assistant, known by what Stringee's requests bring. */
export type StringeeCall = {
  start: CallStart;
  turns: Turns;
  /** Stringee's own id, once a request has told it: the first request of a call from a telephone brings another. */
  id: string | null;
  /** The stretch that follows, as nobody has answered the transfer. */
  again: StringeeCall | null;
};

/** The calls of this process. */
export type StringeeCalls = {
  /** `make`: the turns of a call by the token that stands in the addresses of its requests and that nobody can guess. Null: there is no room. */
  begin(start: CallStart, make: (token: string) => Turns): StringeeCall | null;
  byToken(token: unknown): StringeeCall | null;
  byStart(id: string): StringeeCall | null;
  /** By its id; or, as long as none is known, by who calls whom, where that is one call alone. */
  byEvent(event: { id: string; from: string; to: string }): StringeeCall | null;
  /** Something was heard of it, and answered. */
  touch(call: StringeeCall): void;
  end(call: StringeeCall): void;
  close(): void;
};

/** Nothing more is heard of a call for so long: it is over, or, where it is, forgotten. */
const lostMs = 300_000;

export function createStringeeCalls({ room, clock }: { room: CallRoom; clock: Clock }): StringeeCalls {
  const calls = new Map<string, { call: StringeeCall; leave(): void; stopWatch(): void }>();
  const all = () => [...calls.values()].map(({ call }) => call);
  const placeOf = (call: StringeeCall) => [...calls].find(([, { call: other }]) => other === call);

  function end(call: StringeeCall): void {
    call.turns.close();
    placeOf(call)?.[1].leave();
  }

  function touch(call: StringeeCall): void {
    const [token, kept] = placeOf(call) ?? [];
    if (token === undefined || kept === undefined) return;
    if (call.turns.isOver()) kept.leave();
    kept.stopWatch();
    kept.stopWatch = clock.after(lostMs, () => {
      end(call);
      calls.delete(token);
    });
  }

  return {
    begin(start, make) {
      const token = randomBytes(16).toString('base64url');
      const place = room.enter(start.call, start.turn, () => calls.get(token)?.call.turns.close());
      if (typeof place === 'string') return null;
      const call: StringeeCall = { start, turns: make(token), id: null, again: null };
      calls.set(token, { call, leave: place.leave, stopWatch: () => {} });
      touch(call);
      return call;
    },
    byToken: (token) => (typeof token === 'string' ? (calls.get(token)?.call ?? null) : null),
    byStart: (id) => all().find(({ start }) => start.call === id && start.turn === 1) ?? null,
    byEvent: ({ id, from, to }) => {
      const open = all().filter(({ turns }) => !turns.isOver());
      const known = open.find((call) => call.id === id || call.start.call === id);
      if (known !== undefined) return known;
      const alike = open.filter((call) => call.id === null && call.start.from === from && call.start.to === to);
      return alike.length === 1 ? (alike[0] ?? null) : null;
    },
    touch,
    end,
    close: () => {
      for (const { call, leave, stopWatch } of calls.values()) {
        stopWatch();
        call.turns.close();
        leave();
      }
      calls.clear();
    },
  };
}
