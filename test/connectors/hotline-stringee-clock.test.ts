import { describe, expect, it } from 'vitest';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { linePcm } from '../../connectors/hotline/stringee/recording.ts';
import { createTurnClock } from '../../connectors/hotline/stringee/turn-clock.ts';
import { noise } from '../contracts/call-leg-world.ts';
import { handClock } from '../fakes/hand-clock.ts';

describe('the clock of turns', () => {
  function clocks() {
    const real = handClock();
    const clock = createTurnClock(real);
    const ran: string[] = [];
    const after = (name: string, ms: number) => clock.after(ms, () => ran.push(`${name} ${clock.now()}`));
    return { real, clock, ran, after };
  }

  it('stands still while it is held; what is due then is as far away as it was', () => {
    const { real, clock, ran, after } = clocks();
    after('a', 1_000);
    real.pass(400);
    clock.hold();
    after('b', 700);
    real.pass(50_000);
    expect({ ran, now: clock.now() }).toEqual({ ran: [], now: 400 });
    clock.go();
    real.pass(599);
    expect(ran).toEqual([]);
    real.pass(101);
    expect(ran).toEqual(['a 1000', 'b 1100']);
  });

  it('runs what takes a minute or more by the true time', () => {
    const { real, clock, ran, after } = clocks();
    after('cap', 600_000);
    clock.hold();
    real.pass(600_000);
    expect(ran).toEqual(['cap 0']);
  });

  it('lets a silence go by at once, one thing after the other, until it is enough', () => {
    const { real, clock, ran, after } = clocks();
    after('late', 9_000);
    after('soon', 2_000);
    after('next', 3_000)();
    clock.after(4_000, () => after('then', 1_000));
    clock.hold();
    clock.expire(8_000, () => ran.length === 2);
    expect(ran).toEqual(['soon 2000', 'then 5000']);
    clock.expire(1_000, () => false);
    expect(ran).toHaveLength(2);
    clock.go();
    real.pass(4_000);
    expect(ran.at(-1)).toBe('late 9000');
  });
});

describe('a recording as sound of a line', () => {
  /** A WAV of another rate and several channels: each sample `times` after itself, for each channel. */
  function wav(rate: number, channels: number, pcm: Buffer): Buffer {
    const samples = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2);
    const all = Int16Array.from({ length: samples.length * channels }, (_, at) =>
      at % channels === 0 ? (samples[at / channels] ?? 0) : 0,
    );
    const file = Buffer.from(wavOf(new Uint8Array(all.buffer)));
    file.writeUInt16LE(channels, 22);
    file.writeUInt32LE(rate, 24);
    return file;
  }

  it('is the first channel, at the rate of a line', () => {
    const pcm = noise(3_200, 1);
    expect(Buffer.from(linePcm(wav(8_000, 2, pcm)) ?? []).equals(pcm)).toBe(true);
    const half = linePcm(wav(16_000, 1, noise(6_400, 2)))?.length ?? 0;
    expect(Math.abs(half - 3_200)).toBeLessThan(100);
  });

  it('is none where it is no such file', () => {
    for (const file of [Buffer.from('ID3 something'), Buffer.alloc(0), wav(4_000, 1, noise(320, 1)), wav(96_000, 1, noise(320, 1))])
      expect(linePcm(file)).toBeNull();
  });
});
