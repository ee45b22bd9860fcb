import { addDays, vietnamTime } from '../calendar/dates.ts';

/** Channels that wake nobody, such as a page that one has to open: nothing is kept from them until a later hour. */
export const silentChannels = ['web', 'terminal'];

const quiet = { from: '21:00', until: '07:00' };

/** When something that is no hurry may be told, ISO 8601: null at once, else the end of the quiet hours, 21:00–07:00 in Vietnam. */
export function tellAt(now: Date): string | null {
  const there = vietnamTime(now.toISOString());
  if (there === null || there.time === null) return null;
  if (there.time >= quiet.from) return endOn(addDays(there.date, 1));
  return there.time < quiet.until ? endOn(there.date) : null;
}

function endOn(date: string): string {
  return `${date}T${quiet.until}:00+07:00`;
}
