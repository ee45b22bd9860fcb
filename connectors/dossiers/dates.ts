export const dateFormats = ['yyyyMMddHHmmss', 'yyyyMMdd', 'iso', 'dd/MM/yyyy', 'epoch-ms'] as const;
export type DateFormat = (typeof dateFormats)[number];

const shapes: Record<Exclude<DateFormat, 'epoch-ms'>, RegExp> = {
  yyyyMMddHHmmss: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<min>\d\d)(?<s>\d\d)$/,
  yyyyMMdd: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  iso: /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<h>\d\d):(?<min>\d\d)(?::(?<s>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/,
  'dd/MM/yyyy': /^(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4})(?:[ T,]+(?<h>\d{1,2}):(?<min>\d\d)(?::(?<s>\d\d))?)?$/,
};
const vietnamMs = 7 * 3_600_000;

/**
 * A date as a source writes it, in Vietnamese time: `2025-08-01T09:30:00+07:00`, or `2025-08-01` where it gives no time of day.
 * Null for what is no date, and for the years before 2000 that stand for "none" in some systems.
 */
export function readDate(text: string, formats: DateFormat[]): string | null {
  for (const format of formats) {
    const read = format === 'epoch-ms' ? fromEpoch(text) : fromParts(shapes[format].exec(text)?.groups);
    if (read !== null) return read.startsWith('0') || read.startsWith('1') ? null : read;
  }
  return null;
}

/** `YYYY-MM-DD` of what `readDate` gives. */
export function dayOf(at: string | null): string | null {
  return at === null ? null : at.slice(0, 10);
}

function fromEpoch(text: string): string | null {
  return /^\d{12,13}$/.test(text) ? written(Number(text) + vietnamMs) : null;
}

function fromParts(parts: Record<string, string | undefined> | undefined): string | null {
  if (parts === undefined) return null;
  const [year, month, day, hour, minute, second] = [parts.y, parts.m, parts.d, parts.h, parts.min, parts.s].map((part) =>
    Number(part ?? 0),
  );
  const local = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const date = new Date(local);
  const isReal =
    date.getUTCMonth() + 1 === month && date.getUTCDate() === day && date.getUTCHours() === hour && date.getUTCMinutes() === minute;
  if (!isReal) return null;
  if (parts.h === undefined) return date.toISOString().slice(0, 10);
  return written(parts.zone === undefined ? local : local - zoneMs(parts.zone) + vietnamMs);
}

function zoneMs(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** `local` is the wall clock in Vietnam, counted as if it were UTC. */
function written(local: number): string {
  return `${new Date(local).toISOString().slice(0, 19)}+07:00`;
}
