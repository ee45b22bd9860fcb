import { OperatorError } from '../../bot/errors.ts';
import { listCallBacks, type Marked, markCallBack, mostMisses, showCallBack } from '../../knowledge/call-back-desk.ts';
import { type CallFigures, callFigures, type ListedCall, listCalls } from '../../knowledge/call-figures.ts';
import type { Database } from '../../knowledge/database.ts';
import { sealFor } from '../../knowledge/seals.ts';
import type { CallRequest } from './call-request.ts';
import { counted } from './counted.ts';
import { saveRecording } from './recording.ts';

export type CallDeskOptions = { pool: Database['pool']; key: Buffer | null; now: () => Date; minute: (at: string) => string };

const most = 200;
const newest = 20;

/** What staff ask about calls, as lines. Throws `OperatorError` with a sentence. */
export async function callDesk({ pool, key, now, minute }: CallDeskOptions, request: CallRequest): Promise<string> {
  switch (request.kind) {
    case 'calls': {
      const figures = await callFigures(pool, new Date(now().getTime() - request.days * 86_400_000));
      const calls = await listCalls(pool, newest);
      return [...figureLines(figures, request.days), ...calls.map((call) => callLine(call, minute))].join('\n');
    }
    case 'call-backs': {
      const wanted = await listCallBacks(pool, await sealFor(pool, key, 'calls'), most);
      const lines = wanted.map(({ id, day, from, to, tail, matter, misses }) =>
        [id, `${day} ${from}-${to}`, tail === null ? unreadable : `•••••••${tail}`, missed(misses), matter].join('\t'),
      );
      return [...lines, `${counted(wanted.length, 'call-back')} open`].join('\n');
    }
    case 'call-back': {
      const found = await showCallBack(pool, await sealFor(pool, key, 'calls'), request.id, request.by);
      if (found === null) throw missing(request.id);
      return [
        `${found.id}  ${found.state}  asked ${minute(found.askedAt)}  ${missed(found.misses)}`,
        `When:     ${found.day} ${found.from}-${found.to}`,
        `Number:   ${found.number ?? (found.state === 'open' ? unreadable : '(forgotten)')}`,
        `Language: ${found.language}`,
        `Matter:   ${found.matter}`,
        ...found.openings.map(({ by, at }) => `Read ${minute(at)} by ${by}`),
      ].join('\n');
    }
    case 'mark-call-back':
      return marked(request.id, await markCallBack(pool, request.id, request.what, null));
    case 'recording':
      return saveRecording({ pool, key, call: request.id, path: request.path, by: request.by });
  }
}

const unreadable = '(not readable with this key)';

function figureLines(figures: CallFigures, days: number): string[] {
  const { calls, contained, turns, bargeIns, noInputs, noMatches, reasons, transfers, firstAudioMs } = figures;
  if (calls === 0) return [`No calls ended in ${counted(days, 'day')}.`];
  return [
    `${counted(calls, 'call')} in ${counted(days, 'day')}, ${Math.round((contained / calls) * 100)} % served without a person`,
    `  ended:       ${reasons.map(({ reason, count }) => `${reason} ${count}`).join(', ')}`,
    ...(transfers.length === 0
      ? []
      : [`  put through: ${transfers.map(({ transferred, count }) => `${transferred} ${count}`).join(', ')}`]),
    `  in them:     ${counted(turns, 'turn')}, ${counted(bargeIns, 'barge-in')}, ${noInputs} × nobody spoke, ${noMatches} × not understood`,
    ...(firstAudioMs === null
      ? []
      : [`  first sound: after ${firstAudioMs.middle} ms, 19 of 20 calls after ${firstAudioMs.most} ms at most`]),
  ];
}

function callLine(
  { id, at, system, seconds, turns, reason, transferred, whisper, recorded }: ListedCall,
  minute: (at: string) => string,
): string {
  const put = transferred === 'no' ? '' : `person ${transferred}${whisper === null ? '' : `: ${whisper}`}`;
  return [id, minute(at), system, `${seconds} s`, counted(turns, 'turn'), reason ?? 'under way', put, recorded ? 'recorded' : '']
    .join('\t')
    .trimEnd();
}

function missed(misses: number): string {
  return misses === 0 ? 'not called yet' : `missed ${misses} of ${mostMisses}`;
}

function marked(id: number, what: Marked): string {
  switch (what) {
    case 'missing':
      throw missing(id);
    case 'closed':
      throw new OperatorError(`Call-back ${id} is dealt with already.`);
    case 'done':
      return `${id}: done, the number is forgotten.`;
    case 'given-up':
      return `${id}: missed ${mostMisses} times and closed, the number is forgotten.`;
    case 'again':
      return `${id}: kept open, to be called again.`;
  }
}

function missing(id: number): OperatorError {
  return new OperatorError(`There is no call-back ${id}.`);
}
