import { percentile } from '../evaluate/tally.ts';

export type Rounds<Answer> = { n: number; p50: number; p99: number; answers: Answer[] };
export type RoundsOptions<Question, Answer> = {
  questions: Question[];
  rounds: number;
  /** Milliseconds: a slow machine or engine is not asked on after this, and `n` is smaller. */
  limit: number;
  ask(question: Question): Answer | Promise<Answer>;
};

/** Asks every question in each round. A question's time is the median of its own, so that a moment of noise on the machine does not count. */
export async function inRounds<Question, Answer>(options: RoundsOptions<Question, Answer>): Promise<Rounds<Answer>> {
  const { questions, rounds, limit, ask } = options;
  const answers: Answer[] = [];
  const times: number[][] = [];
  const begun = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, question] of questions.entries()) {
      const started = performance.now();
      if (started - begun > limit) break;
      const answer = await ask(question);
      const ms = performance.now() - started;
      times[at] = [...(times[at] ?? []), ms];
      if (round === 0) answers.push(answer);
    }
  }
  const medians = times.map((own) => percentile(own, 0.5));
  return { n: medians.length, p50: percentile(medians, 0.5), p99: percentile(medians, 0.99), answers };
}
