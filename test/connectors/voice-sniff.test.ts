import { describe, expect, it } from 'vitest';
import { secondsOf } from '../../connectors/voice/length.ts';
import { type Container, sniff } from '../../connectors/voice/sniff.ts';
import { pdf, photo } from '../support/paper-files.ts';
import { amrFile, longVoice, voiceFile } from '../support/voice-files.ts';

const real: [string, Buffer, Container][] = [
  ['Opus of Telegram', voiceFile('ogg'), 'ogg-opus'],
  ['raw AAC of Zalo', voiceFile('aac'), 'aac'],
  ['M4A', voiceFile('m4a'), 'm4a'],
  ['MP3', voiceFile('mp3'), 'mp3'],
  ['WAV', voiceFile('wav'), 'wav'],
  ['AMR', amrFile(3), 'amr'],
  ['raw AAC behind an ID3 tag', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x02ab', 'latin1'), voiceFile('aac')]), 'aac'],
];

describe('what a voice note is', () => {
  it.each(real)('is told by its content: %s', (_, bytes, container) => {
    expect(sniff(bytes)).toBe(container);
  });

  it('is nothing where the content is something else, whatever it is called', async () => {
    const others = [
      await pdf(1),
      await photo({ seed: 1 }),
      Buffer.from('<html><body>Not found</body></html>'),
      Buffer.alloc(0),
      Buffer.alloc(5_000),
      Buffer.alloc(5_000, 0xff),
      Buffer.from('MZ\x90\0'),
      Buffer.from([0xff, 0xf1, 0x50]),
    ];
    expect(others.map(sniff)).toEqual(others.map(() => null));
  });

  it('is not taken for sound by two bytes that happen to stand there', () => {
    const once = voiceFile('aac').subarray(0, 400);
    expect(sniff(Buffer.concat([once.subarray(0, 7), Buffer.alloc(2_000, 0x41)]))).toBeNull();
  });
});

describe('how long a voice note is', () => {
  it.each(real.filter(([, , container]) => container !== 'm4a' && container !== 'amr'))('is counted: %s', (_, bytes, container) => {
    const seconds = secondsOf(bytes, container) ?? 0;
    expect(seconds).toBeGreaterThan(2.6);
    expect(seconds).toBeLessThan(2.9);
  });

  it('is counted by frames of AMR', () => {
    expect(secondsOf(amrFile(3), 'amr')).toBeCloseTo(3);
  });

  it('is what is really in it, whatever the file says of its end', () => {
    // Every piece says that it ends at 2.7 s.
    expect(secondsOf(longVoice(222), 'ogg-opus')).toBeGreaterThan(590);
  });

  it('is unknown of what is broken, and never the end of the process', () => {
    expect(secondsOf(Buffer.from('OggS'), 'ogg-opus')).toBeNull();
    expect(secondsOf(Buffer.from('RIFF\0\0\0\0WAVEfmt '), 'wav')).toBeNull();
    for (const kind of ['ogg', 'aac', 'mp3', 'wav'] as const) {
      const whole = voiceFile(kind);
      for (let cut = 0; cut < 600; cut += 7) {
        const piece = whole.subarray(0, cut);
        const container = sniff(piece);
        if (container !== null) expect(secondsOf(piece, container) ?? 0).toBeLessThan(3);
      }
    }
  });
});
