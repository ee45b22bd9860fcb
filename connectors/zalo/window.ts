/** How a person stands to the account, see `knowledge/zalo-people.ts`. */
export type Standing = { lastAt: Date | null; follows: boolean | null; stopped: number | null };

const hourMs = 3_600_000;
/** After they last wrote, followed, opened the chat or pressed a button: so long a message is free, and so long it may be sent at all. */
const freeMs = 48 * hourMs;
const openMs = 7 * 24 * hourMs;

/** Whether a message may be sent now; `freeOnly`: without a fee. Who is not known is asked of the platform, by trying. */
export function standsOpen(standing: Standing | null, freeOnly: boolean, now: Date): boolean {
  if (standing === null) return true;
  const { lastAt } = standing;
  return lastAt !== null && now.getTime() - lastAt.getTime() < (freeOnly ? freeMs : openMs);
}
