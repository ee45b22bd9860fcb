/** One UDP datagram between two ports of 127.0.0.1. `ms` since the epoch, or since the beginning of a script. */
export type Datagram = { ms: number; from: number; to: number; payload: Uint8Array };

const magic = 0xa1b2c3d4;
const ethernet = 1;
const headers = { file: 24, packet: 16, ethernet: 14, ip: 20, udp: 8 };

/** A capture file as sipp plays it and tcpdump reads it (classic pcap, microseconds, Ethernet). */
export function writePcap(datagrams: readonly Datagram[]): Buffer {
  const start = Buffer.alloc(headers.file);
  start.writeUInt32LE(magic, 0);
  start.writeUInt16LE(2, 4);
  start.writeUInt16LE(4, 6);
  start.writeUInt32LE(65_535, 16);
  start.writeUInt32LE(ethernet, 20);
  return Buffer.concat([start, ...datagrams.map(packetOf)]);
}

/** The UDP datagrams of IPv4 in a capture, as they passed. A file whose last packet was cut off is read up to there. */
export function readPcap(file: Buffer): Datagram[] {
  if (file.length < headers.file || file.readUInt32LE(0) !== magic || file.readUInt32LE(20) !== ethernet)
    throw new Error('not a capture of Ethernet with microseconds, little-endian');
  const found: Datagram[] = [];
  let at = headers.file;
  while (at + headers.packet <= file.length) {
    const length = file.readUInt32LE(at + 8);
    const ms = file.readUInt32LE(at) * 1000 + file.readUInt32LE(at + 4) / 1000;
    const frame = file.subarray(at + headers.packet, at + headers.packet + length);
    if (frame.length < length) break;
    const datagram = datagramOf(frame, ms);
    if (datagram !== null) found.push(datagram);
    at += headers.packet + length;
  }
  return found;
}

function packetOf({ ms, from, to, payload }: Datagram): Buffer {
  const size = headers.udp + payload.length;
  const frame = Buffer.alloc(headers.ethernet + headers.ip + size);
  frame.writeUInt16BE(0x0800, 12);
  const ip = frame.subarray(headers.ethernet);
  ip[0] = 0x45;
  ip.writeUInt16BE(headers.ip + size, 2);
  ip.set([64, 17], 8);
  ip.set([127, 0, 0, 1, 127, 0, 0, 1], 12);
  const udp = ip.subarray(headers.ip);
  udp.writeUInt16BE(from, 0);
  udp.writeUInt16BE(to, 2);
  udp.writeUInt16BE(size, 4);
  udp.set(payload, headers.udp);
  const head = Buffer.alloc(headers.packet);
  head.writeUInt32LE(Math.floor(ms / 1000), 0);
  head.writeUInt32LE(Math.round((ms % 1000) * 1000), 4);
  head.writeUInt32LE(frame.length, 8);
  head.writeUInt32LE(frame.length, 12);
  return Buffer.concat([head, frame]);
}

function datagramOf(frame: Buffer, ms: number): Datagram | null {
  if (frame.length < headers.ethernet + headers.ip || frame.readUInt16BE(12) !== 0x0800) return null;
  const ip = frame.subarray(headers.ethernet);
  const udp = ip.subarray(((ip[0] ?? 0) & 15) * 4);
  if (ip[9] !== 17 || udp.length < headers.udp) return null;
  return { ms, from: udp.readUInt16BE(0), to: udp.readUInt16BE(2), payload: udp.subarray(headers.udp, udp.readUInt16BE(4)) };
}
