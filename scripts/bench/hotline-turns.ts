import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../../test/support/sip/caller-script.ts';
import { loud } from '../../test/support/sip/heard.ts';
import type { Called, Telephony } from '../../test/support/sip/telephony.ts';
import { percentile } from '../evaluate/tally.ts';
import { type HotlineStage, utterance } from './hotline-stage.ts';
import { atMost, type Figure, figure } from './report.ts';

/** As of the policy: a silence that ends an utterance, and a voice that interrupts. */
const endMs = 700;
const bargeInMs = 300;
const questions = [
  'làm khai sinh cần giấy tờ gì',
  'lệ phí đăng ký kết hôn bao nhiêu',
  'đăng ký tạm trú nộp ở đâu',
  'làm lại căn cước mất bao lâu',
  'đăng ký khai tử cần giấy tờ gì',
];
const greetingMs = 8_000;
const answerMs = 3_000;
/** People do not all ask in the same instant. */
const apartMs = 470;

type Samples = { turns: number[]; bargeIns: number[]; first: number[]; unanswered: number };

/** Calls whose every packet is read off the wire: what a turn costs beside the silence that ends it, how fast a voice is held, when the first is heard. */
export async function turnsOnTheWire(stage: HotlineStage, telephony: Telephony, callers: number, signal: AbortSignal): Promise<Figure[]> {
  const spoken = await Promise.all(questions.map((text) => utterance(stage.speech, text)));
  const acts: Act[] = [{ quiet: greetingMs }, ...spoken.flatMap((voice) => [voice, { quiet: answerMs }])];
  // The first one warms up what only the first one pays.
  await telephony.call(acts);
  stage.speech.took.length = 0;
  signal.throwIfAborted();
  const calls = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      await wait(caller * apartMs, undefined, { signal });
      return telephony.call(acts);
    }),
  );
  const samples: Samples = { turns: [], bargeIns: [], first: [], unanswered: 0 };
  for (const call of calls) sampleOf(call, acts, samples);
  const { turns, bargeIns, first, unanswered } = samples;
  const service = percentile(stage.speech.took, 0.5);
  return [
    atMost(
      `Own share of a turn, p50 of ${turns.length} on the wire`,
      percentile(turns, 0.5),
      40,
      'ms',
      `, a speech service's ${service.toFixed(0)} ms twice included`,
    ),
    atMost('… p95', percentile(turns, 0.95), 80, 'ms'),
    atMost('… not answered', unanswered, 0, 'turns'),
    atMost(
      `Barge-in to the last played packet, p95 of ${bargeIns.length}`,
      percentile(bargeIns, 0.95),
      60,
      'ms',
      `, p50 ${percentile(bargeIns, 0.5).toFixed(0)} ms`,
    ),
    figure(
      `First audio after the call is answered, p50 / p95 of ${first.length}`,
      `${percentile(first, 0.5).toFixed(0)} / ${percentile(first, 0.95).toFixed(0)} ms`,
    ),
  ];
}

function sampleOf({ heard, said, acted }: Called, acts: readonly Act[], samples: Samples): void {
  const told = loud(heard).map(({ ms }) => ms);
  const voiced = loud(said, 1_000).map(({ ms }) => ms);
  if (told[0] !== undefined) samples.first.push(told[0] - said.from);
  for (const [at, act] of acts.entries()) {
    if (!('voice' in act)) continue;
    const [from, to] = acted(at).map((ms) => said.from + ms);
    if (from === undefined || to === undefined) continue;
    const own = voiced.filter((ms) => ms >= from - 40 && ms <= to + 200);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const answer = told.find((ms) => ms > last + 300);
    if (answer === undefined || answer > to + answerMs) samples.unanswered += 1;
    else samples.turns.push(answer - last - endMs);
    const isInterrupted = told.some((ms) => ms > first - 100 && ms <= first);
    const held = told.filter((ms) => ms < first + 1_500).at(-1);
    if (isInterrupted && held !== undefined) samples.bargeIns.push(held - first - bargeInMs);
  }
}
