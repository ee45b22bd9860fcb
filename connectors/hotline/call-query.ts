import type { CallStart } from '../../bot/call/line.ts';

/** Ids of Asterisk are a time and a number, with the name of the machine before it where there are several. */
const callId = /^[\w.:-]{1,64}$/;
/** What is no number, as `anonymous`, is a number withheld. */
const callerNumber = /^\+?\d{3,15}$/;
const dialled = /^[\w+*#.-]{0,40}$/;
const mostTurns = 99;

/** How a call begins, as the dialplan tells it in a query; null where no call can be that. */
export function readCall(query: URLSearchParams): CallStart | null {
  const call = query.get('call') ?? '';
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const turn = Number(query.get('turn') ?? '1');
  if (!callId.test(call) || !dialled.test(to) || !Number.isInteger(turn) || turn < 1 || turn > mostTurns) return null;
  return { call, from: callerNumber.test(from) ? from : null, to, turn };
}

export function readCallId(value: unknown): string | null {
  return typeof value === 'string' && callId.test(value) ? value : null;
}
