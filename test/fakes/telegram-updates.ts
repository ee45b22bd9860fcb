import { setTimeout as wait } from 'node:timers/promises';

export type Update = { update_id: number } & Record<string, unknown>;
type Waiting = { update: Update; chat: number; kept: PromiseWithResolvers<void>; under: boolean };
export type Hook = { url: string; secret: string | null; allowed: string[] | null };

/** Updates on their way to our servers: brought to the webhook, each chat's in order and again until it is answered with 2xx, or given to who asks. */
export type Updates = {
  /** Resolves when our side has acknowledged it: with 2xx, or by asking for what comes after. */
  push(chat: number, what: Record<string, unknown>): Promise<void>;
  /** The same update once more, as it was; out of turn. */
  repeat(): Promise<void>;
  /** All that can be given now, or, after `seconds`, nothing. Ends with a conflict when somebody else asks. */
  poll(asked: { offset: number; limit: number; seconds: number; allowed: string[] | null }): Promise<Update[] | 'conflict'>;
  /** Null: there is no webhook. */
  hook(): Hook | null;
  setHook(hook: Hook | null): void;
  /** Where the webhook really is; the hook's own address where this is null. */
  deliverTo: ((update: Update) => string) | null;
  /** Bodies and statuses of what was brought. */
  answers: number[];
  close(): void;
};

export function createUpdates(): Updates {
  const waiting: Waiting[] = [];
  let next = 500_000_001;
  let last: Update | null = null;
  let asking: { give(updates: Update[] | 'conflict'): void } | null = null;
  let wake: () => void = () => {};
  let closed = false;

  let hook: Hook | null = null;

  const updates: Updates = {
    hook: () => hook,
    setHook: (given) => {
      hook = given;
      bring();
    },
    deliverTo: null,
    answers: [],
    push: async (chat, what) => {
      const update = { update_id: next, ...what };
      next += 1;
      last = update;
      const kept = Promise.withResolvers<void>();
      waiting.push({ update, chat, kept, under: false });
      bring();
      wake();
      await kept.promise;
    },
    repeat: async () => {
      if (last === null) return;
      if (hook !== null) await insist(last);
      else {
        const kept = Promise.withResolvers<void>();
        waiting.unshift({ update: last, chat: 0, kept, under: false });
        wake();
        await kept.promise;
      }
    },
    poll: async ({ offset, limit, seconds, allowed }) => {
      asking?.give('conflict');
      for (const one of waiting.splice(0)) {
        // A repeat is given once more even though its number is over.
        if (one.update.update_id >= offset || (one.chat === 0 && !one.under)) waiting.push(one);
        else one.kept.resolve();
      }
      const found = () => waiting.filter(({ update }) => isAllowed(update, allowed)).slice(0, limit);
      const mine = Promise.withResolvers<Update[] | 'conflict'>();
      const me = { give: mine.resolve };
      asking = me;
      const give = () => {
        const some = found();
        if (some.length === 0) return;
        for (const one of some) one.under = true;
        mine.resolve(some.map(({ update }) => update));
      };
      wake = give;
      give();
      const timer = setTimeout(() => mine.resolve([]), seconds * 1_000);
      const given = await mine.promise;
      clearTimeout(timer);
      if (asking === me) asking = null;
      return given;
    },
    close: () => {
      closed = true;
      asking?.give([]);
      for (const { kept } of waiting) kept.resolve();
    },
  };
  return updates;

  function bring(): void {
    if (hook === null) return;
    for (const one of waiting) {
      const isFirst = waiting.find(({ chat }) => chat === one.chat) === one;
      if (one.under || !isFirst) continue;
      one.under = true;
      void insist(one.update).then(() => {
        waiting.splice(waiting.indexOf(one), 1);
        one.kept.resolve();
        bring();
      });
    }
  }

  async function insist(update: Update): Promise<void> {
    for (let pauseMs = 20; !closed; pauseMs = Math.min(500, pauseMs * 2)) {
      if (hook === null || !isAllowed(update, hook.allowed)) return;
      const status = await post(updates.deliverTo?.(update) ?? hook.url, hook, update);
      updates.answers.push(status);
      if (status >= 200 && status < 300) return;
      await wait(pauseMs);
    }
  }
}

function isAllowed(update: Update, allowed: string[] | null): boolean {
  // What is not asked for is not told; without a list it is all but these.
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
  return allowed === null ? kind !== 'chat_member' : allowed.includes(kind);
}

async function post(url: string, { secret }: Hook, update: Update): Promise<number> {
  try {
    const headers = { 'content-type': 'application/json', ...(secret !== null && { 'x-telegram-bot-api-secret-token': secret }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal: AbortSignal.timeout(15_000) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
