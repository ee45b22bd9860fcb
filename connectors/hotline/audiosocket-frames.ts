/** What a frame of AudioSocket is: one byte of kind, two of length (the higher one first), so many bytes. */
export type SocketFrame = { kind: number; payload: Buffer };

export const kinds = { hangup: 0x00, id: 0x01, key: 0x03, sound: 0x10, error: 0xff } as const;
/** Sound at 12,000 to 192,000 samples a second. */
export const isHigherRate = (kind: number) => kind >= 0x11 && kind <= 0x18;

const headBytes = 3;

export function writeFrame(kind: number, payload: Uint8Array = new Uint8Array(0)): Buffer {
  const frame = Buffer.alloc(headBytes + payload.length);
  frame[0] = kind;
  frame.writeUInt16BE(payload.length, 1);
  frame.set(payload, headBytes);
  return frame;
}

/** Cuts what comes in pieces of any length into frames. Never holds more than one of them, 65,538 bytes. */
export function createFrameReader(take: (frame: SocketFrame) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    while (all.length - at >= headBytes) {
      const end = at + headBytes + all.readUInt16BE(at + 1);
      if (end > all.length) break;
      take({ kind: all.readUInt8(at), payload: all.subarray(at + headBytes, end) });
      at = end;
    }
    rest = all.subarray(at);
  };
}

/** The id of a call as it is written; null where it is none. */
export function readId(payload: Buffer): string | null {
  if (payload.length !== 16) return null;
  return payload.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
