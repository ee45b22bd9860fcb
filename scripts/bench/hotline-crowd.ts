import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../../test/support/sip/caller-script.ts';
import type { Telephony } from '../../test/support/sip/telephony.ts';
import { type HotlineStage, utterance } from './hotline-stage.ts';
import { atMost, type Figure, figure } from './report.ts';

const question = 'làm khai sinh cần giấy tờ gì';
const code = '4023082507150012';

/** Many calls at once, each with a code by keys that is read back, and two questions that are spoken. */
export async function crowdOfCallers(stage: HotlineStage, telephony: Telephony, callers: number, signal: AbortSignal): Promise<Figure[]> {
  const voice = await utterance(stage.speech, question);
  const byKeys: Act[] = [
    { quiet: 3_000 },
    { keys: '1' },
    { quiet: 2_500 },
    { keys: `${code}#` },
    { quiet: 6_000 },
    { keys: '2' },
    { quiet: 5_000 },
  ];
  const acts: Act[] = [...byKeys, voice, { quiet: 6_000 }, voice, { quiet: 6_000 }];
  const perSecond = 10;
  stage.speech.spoken.length = 0;
  stage.speech.written.length = 0;
  const over = telephony.crowd(acts, callers, perSecond);
  // From when all are there until the first ones leave.
  await wait((callers / perSecond) * 1_000 + 1_000, undefined, { signal });
  const before = await stage.measured();
  await wait(20_000, undefined, { signal });
  const after = await stage.measured();
  const isWell = await over;
  const cpu = (100 * (after.cpuSeconds - before.cpuSeconds)) / ((after.at - before.at) / 1_000);
  const understood = stage.speech.written.filter((text) => text === question).length;
  const readBack = stage.speech.spoken.filter((text) => /^hát bốn mươi, chấm hai mươi ba/.test(text)).length;
  return [
    atMost(`${callers} calls at once: CPU of the server, of one core`, cpu, 25, '%', isWell ? '' : ', not all calls ended well'),
    figure('… codes by keys read back right', `${readBack} of ${callers}`),
    figure('… utterances understood right', `${understood} of ${2 * callers}`),
    atMost('… event loop, p99', after.loopMs, 20, 'ms', ' (10 ms of it are its own step)'),
    figure('… memory', `${after.residentMb.toFixed(0)} MB`),
  ];
}
