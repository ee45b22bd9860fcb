import type { Next } from '../../bot/call/line.ts';

export type LettingGo = {
  next: Next;
  /** Durable once it resolves. */
  keep(next: Next): Promise<void>;
  /** Where it was not kept the dialplan is told of nothing, and puts the caller through to a person. */
  notKept(error: unknown): void;
};

/** The caller hears nothing while this lasts. */
const keepMs = 1_500;

/** Resolves when the line may be let go: what comes next is kept, or it cannot be. */
export async function keepBeforeEnd({ next, keep, notKept }: LettingGo): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => late.reject(new Error('too late')), keepMs);
  try {
    await Promise.race([keep(next), late.promise]);
  } catch (error) {
    notKept(error);
  } finally {
    clearTimeout(timer);
  }
}
