import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromALaw, toALaw } from '../support/sip/a-law.ts';
import { callerScript } from '../support/sip/caller-script.ts';
import { asHeard, keysFrom, longestGap, saidFrom } from '../support/sip/heard.ts';
import { readPcap, writePcap } from '../support/sip/pcap.ts';
import { readRtp } from '../support/sip/rtp.ts';
import { lineOf } from '../support/sip/speech-service.ts';
import { toldOf } from '../support/sip/told.ts';

describe('A-law', () => {
  test('gives each of its codes back', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    expect([...toALaw(fromALaw(codes))]).toEqual([...codes]);
  });

  test('is as near as its steps are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_768, max: 32_767 }), (sample) => {
        const back = new DataView(fromALaw(toALaw(pcmOf([sample]))).buffer).getInt16(0, true);
        expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 30));
      }),
    );
  });

  test('codes silence and the loudest as G.711 has it', () => {
    expect([...toALaw(pcmOf([0, 32_767, -32_768]))]).toEqual([0xd5, 0xaa, 0x2a]);
  });
});

describe('a capture', () => {
  test('gives back what was written, and stops at a packet that was cut off', () => {
    const datagrams = [0, 20.5, 1_750_000_000_123.25].map((ms, at) => ({
      ms,
      from: 4_000,
      to: 5_000 + at,
      payload: Buffer.from([at, 1, 2]),
    }));
    const file = writePcap(datagrams);
    expect(readPcap(file)).toEqual(datagrams);
    expect(readPcap(file.subarray(0, -1))).toEqual(datagrams.slice(0, 2));
    expect(() => readPcap(Buffer.from('no capture at all, a text'))).toThrow('not a capture');
  });
});

describe('a scripted caller', () => {
  test('sends one sequence of RTP without a hole, whatever is done', () => {
    const { datagrams } = callerScript([{ quiet: 100 }, { keys: '1#' }, { voice: new Uint8Array(640) }]);
    const packets = datagrams.map(({ payload }) => readRtp(payload));
    expect(packets.map((packet) => packet?.sequence)).toEqual(packets.map((_, at) => 1_000 + at));
    expect(longestGap(saidFrom(4_000, datagrams))).toBeLessThan(200);
  });

  test('presses the keys that it was given, and knows when', () => {
    const { datagrams, done } = callerScript([{ quiet: 500 }, { keys: '0*9#' }]);
    const pressed = keysFrom(4_000, datagrams);
    expect(pressed.map(({ key }) => key).join('')).toBe('0*9#');
    expect(done[1]?.from).toBe(500);
    expect(pressed[0]?.ms).toBe(660);
  });
});

describe('what was told', () => {
  test('is found where it was heard, in order, through pauses, and nothing else is', async () => {
    const [first, second] = await Promise.all([lineOf('Xin nghe quý vị'), lineOf('Bấm phím 1')]);
    const pause = new Uint8Array(3_200);
    const half = 9_600 - (9_600 % 320);
    const heard = asHeard(Buffer.concat([pause, first.subarray(0, half), pause, first.subarray(half), pause]));
    expect(toldOf(first, heard)).toMatchObject({ share: expect.closeTo(1, 1), from: 200 });
    expect(toldOf(second, heard)).toMatchObject({ share: 0 });
    const cut = asHeard(first.subarray(0, first.length / 2));
    expect(toldOf(first, cut).share).toBeCloseTo(0.5, 1);
  });
});

function pcmOf(samples: number[]): Uint8Array {
  return new Uint8Array(Int16Array.from(samples).buffer);
}
