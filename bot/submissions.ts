import type { Logger } from 'pino';
import { vietnamDate } from './calendar/dates.ts';
import { reasonOf, Unavailable } from './errors.ts';
import type { Case } from './forms/case.ts';
import { fillSheet } from './forms/fill.ts';
import type { Form } from './forms/form.ts';
import { addressIn, officeOf } from './forms/office.ts';
import { liveAnswers, questionsOf } from './forms/plan.ts';
import type { Printer } from './forms/sheet.ts';
import { submitWording } from './forms/submit-wording.ts';
import type { FilingDraft, FilingTarget, FilingTargets, Library, Meter, SubmissionQueue, Submitted, TakenSubmission } from './ports.ts';
import { patienceMs, submissionNews } from './submission-news.ts';

export type SubmitterOptions = {
  queue: SubmissionQueue;
  targets: FilingTargets;
  forms: Form[];
  printer: Printer;
  library: Library;
  now: () => Date;
  log: Logger;
  meter: Meter;
  replica: string;
  /** How long one try may take at most; less than the queue's lease. */
  limitMs?: number;
  /** The pause after the first try; it doubles. */
  pauseMs?: number;
};

export type Submitter = {
  /** Everything that is due now, once; how many that were. */
  sweep(): Promise<number>;
  start(): void;
  /** What is being sent is finished; nothing new is taken. */
  stop(): Promise<void>;
};

type Outcome = Submitted | { kind: 'away' };

const tickMs = 500;
const longestPauseMs = 3_600_000;

/** Sends filings to their agencies, one at a time in each replica. Any number of replicas may run it on one queue. */
export function createSubmitter(options: SubmitterOptions): Submitter {
  const { queue, targets, now, log, meter, replica, limitMs = 90_000, pauseMs = 30_000 } = options;
  let stopped = false;
  let takes = 0;
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<unknown> = Promise.resolve();

  async function sweep(): Promise<number> {
    let count = 0;
    while (!stopped) {
      takes += 1;
      const owner = `${replica}/${takes}`;
      const taken = await queue.take(owner);
      if (taken === null) break;
      await send(taken, owner);
      count += 1;
    }
    return count;
  }

  async function send(taken: TakenSubmission, owner: string): Promise<void> {
    const form = options.forms.find(({ code }) => code === taken.case.form);
    const target = form === undefined ? null : targetFor(form, taken);
    const { outcome, sent } = form === undefined || target === null ? lost(taken) : await tried(form, target, taken, owner);
    const isLate = now().getTime() - Date.parse(taken.since) >= patienceMs;
    meter.count('submission', { result: outcome.kind });
    log.info({ target: taken.target, result: outcome.kind, attempts: taken.attempts, round: taken.round }, 'filing sent');
    const { id } = taken.case;
    const news = submissionNews(target?.agency ?? { vi: 'cơ quan tiếp nhận', en: 'the agency' });
    switch (outcome.kind) {
      case 'accepted':
        await queue.end(id, owner, 'accepted', (draft, mayFollow) => news.accepted(draft, outcome.dossier, mayFollow));
        return;
      case 'refused':
        await queue.end(id, owner, 'refused', (draft) => news.refused(draft, outcome.reason));
        return;
      default:
        if (outcome.kind === 'unclear' && (!outcome.again || isLate)) await queue.end(id, owner, 'unclear', news.unclear);
        else if (isLate) await queue.end(id, owner, 'given-up', news.givenUp);
        else await queue.putBack(id, owner, { sent, afterMs: pauseAfter(taken.attempts, sent), news: news.away(taken.case) });
    }
  }

  /** The citizen agreed to one agency: to another one it does not go, whatever the settings say by now. */
  function targetFor(form: Form, { case: draft, target: name }: TakenSubmission): FilingTarget | null {
    const target = targets.find(form.code, officeOf(form, liveOf(form, draft, today())));
    return target?.name === name ? target : null;
  }

  async function tried(
    form: Form,
    target: FilingTarget,
    taken: TakenSubmission,
    owner: string,
  ): Promise<{ outcome: Outcome; sent: boolean }> {
    const signal = AbortSignal.timeout(limitMs);
    let sent = taken.sent;
    const sending = async () => {
      if (!(await queue.sending(taken.case.id, owner))) throw new LeaseLost();
      sent = true;
    };
    try {
      const draft = await draftOf(form, taken, signal);
      const outcome = await target.submit(draft, { sent: taken.sent, sending }, signal);
      return { outcome, sent: outcome.kind === 'unclear' };
    } catch (error) {
      if (error instanceof Unavailable) return { outcome: { kind: 'away' }, sent: false };
      if (!signal.aborted) log.error({ target: target.name, reason: reasonOf(error) }, 'filing not sent');
      return { outcome: sent ? { kind: 'unclear', again: true } : { kind: 'away' }, sent };
    }
  }

  /** Its form or its target is not set up any longer. What was sent before may have arrived. */
  function lost({ sent, target }: TakenSubmission): { outcome: Outcome; sent: boolean } {
    log.error({ target }, 'filing without a target');
    return { outcome: sent ? { kind: 'unclear', again: true } : { kind: 'away' }, sent };
  }

  async function draftOf(form: Form, { case: draft, papers }: TakenSubmission, signal: AbortSignal): Promise<FilingDraft> {
    const live = liveOf(form, draft, today());
    const asked = questionsOf(form, draft.answers, today());
    const [stored] = await options.library.byCode(form.code, signal);
    const sheet = fillSheet({ form, live, code: draft.code, today: today(), foot: submitWording.foot.vi });
    const { bytes } = await options.printer.pdf(sheet, signal);
    return {
      code: draft.code,
      procedure: { code: form.code, name: stored?.procedure.name ?? form.title.vi },
      fields: asked.flatMap(({ id, label }) => {
        const answer = live[id];
        return answer === undefined ? [] : [{ id, label: label.vi, ...answer, address: addressIn(answer.value) }];
      }),
      files: [{ name: `${draft.code}.pdf`, type: 'application/pdf', bytes }, ...papers],
    };
  }

  function pauseAfter(attempts: number, sent: boolean): number {
    // What may still be under way at the agency is given time before it is asked for.
    return Math.max(sent ? 2 * pauseMs : 0, Math.min(longestPauseMs, pauseMs * 2 ** Math.min(attempts - 1, 12)));
  }

  function today(): string {
    return vietnamDate(now());
  }

  function schedule(delay: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      sweeping = sweep()
        .then(() => schedule(tickMs))
        .catch((error: unknown) => {
          log.error({ reason: reasonOf(error) }, 'submissions left for later');
          schedule(10 * tickMs);
        });
    }, delay);
  }

  return {
    sweep,
    start: () => schedule(0),
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await sweeping;
    },
  };
}

/** Another replica has it by now. */
class LeaseLost extends Error {
  override name = 'LeaseLost';
}

function liveOf(form: Form, draft: Case, today: string) {
  return liveAnswers(questionsOf(form, draft.answers, today), draft.answers);
}
