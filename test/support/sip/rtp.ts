/** One RTP packet. `timestamp` counts samples, 8,000 a second. */
export type Rtp = { type: number; marker: boolean; sequence: number; timestamp: number; source: number; body: Uint8Array };

/** Payload types as our scripts and offers use them: A-law, and keys as events (RFC 4733). */
export const alaw = 8;
export const keys = 101;

export function writeRtp({ type, marker, sequence, timestamp, source, body }: Rtp): Buffer {
  const head = Buffer.alloc(12);
  head[0] = 0x80;
  head[1] = (marker ? 0x80 : 0) | type;
  head.writeUInt16BE(sequence & 0xffff, 2);
  head.writeUInt32BE(timestamp >>> 0, 4);
  head.writeUInt32BE(source >>> 0, 8);
  return Buffer.concat([head, body]);
}

/** Null: no RTP (RTCP shares nothing but the version). */
export function readRtp(payload: Uint8Array): Rtp | null {
  if (payload.length < 12 || ((payload[0] ?? 0) & 0xc0) !== 0x80) return null;
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const second = bytes[1] ?? 0;
  if (second >= 200 && second <= 207) return null;
  const skipped = 12 + ((bytes[0] ?? 0) & 15) * 4;
  return {
    type: second & 0x7f,
    marker: second >= 0x80,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    source: bytes.readUInt32BE(8),
    body: bytes.subarray(skipped),
  };
}
