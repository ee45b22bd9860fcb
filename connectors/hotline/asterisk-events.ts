import { z } from 'zod';
import type { Key } from '../../bot/call/line.ts';
import { jsonOf } from '../json-text.ts';

/** What the media socket of Asterisk tells, as far as it matters. `error`: it did not understand us. `other`: known and of no use, or unknown. */
export type MediaEvent =
  | { kind: 'start'; format: string; frameBytes: number }
  | { kind: 'mark'; id: string }
  | { kind: 'key'; key: Key }
  | { kind: 'hold' | 'release' | 'error' | 'other' };

/** Longer texts are not read: the longest there is, a start with the variables of a channel, has a few thousand. */
const mostText = 16_384;

const schema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('MEDIA_START'), format: z.string(), optimal_frame_size: z.number() }),
  z.object({ event: z.literal('MEDIA_MARK_PROCESSED'), correlation_id: z.string() }),
  z.object({ event: z.literal('DTMF_END'), digit: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#']) }),
  z.object({ event: z.enum(['MEDIA_XOFF', 'MEDIA_XON', 'ERROR']) }),
]);

/** Never throws: what is no event of theirs is `other`. */
export function readMediaEvent(text: string): MediaEvent {
  const read = text.length > mostText ? null : schema.safeParse(jsonOf(text));
  if (!read?.success) return { kind: 'other' };
  const told = read.data;
  switch (told.event) {
    case 'MEDIA_START':
      return { kind: 'start', format: told.format, frameBytes: told.optimal_frame_size };
    case 'MEDIA_MARK_PROCESSED':
      return { kind: 'mark', id: told.correlation_id };
    case 'DTMF_END':
      return { kind: 'key', key: told.digit };
    case 'MEDIA_XOFF':
      return { kind: 'hold' };
    case 'MEDIA_XON':
      return { kind: 'release' };
    case 'ERROR':
      return { kind: 'error' };
  }
}
