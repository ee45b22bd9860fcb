import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { plainReply } from '../../bot/reply.ts';
import { withVoice } from '../../bot/voice.ts';
import { voiceWording } from '../../bot/voice-wording.ts';
import { createAttachments } from '../../connectors/papers/attachments.ts';
import { createSafeDownload, type Place, publicPlace } from '../../connectors/safe-download.ts';
import { fetchSealed } from '../../connectors/sealed-files.ts';
import { createSpeech } from '../../connectors/speech.ts';
import { createEars } from '../../connectors/voice/ears.ts';
import { createFfmpeg } from '../../connectors/voice/ffmpeg.ts';
import { mediaHosts } from '../../connectors/zalo/attachments.ts';
import { type FakeSpeech, fakeSpeech } from '../fakes/speech.ts';
import { ffmpegPath, voiceFile } from '../support/voice-files.ts';

const same = { seal: (text: string) => text, open: (text: string) => text };
const address = 'https://f9-voice-aac-dl.zdn.vn/4211/0a1b2c3d.aac'.replace('https', 'http');
let media: Server;
let speech: FakeSpeech;
let port = 0;
let handle: (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];
beforeAll(async () => {
  speech = await fakeSpeech(voiceFile('ogg'));
  media = createServer((request, response) => {
    asked.push(`${request.headers.host}`);
    handle(request, response);
  });
  await new Promise<void>((resolve) => media.listen(0, '127.0.0.1', resolve));
  port = (media.address() as AddressInfo).port; // a TCP server that listens has a port
});
afterAll(async () => {
  media.closeAllConnections();
  media.close();
  await speech.close();
});
beforeEach(() => {
  asked.length = 0;
  speech.asked.length = 0;
  speech.heard = { text: 'làm lại căn cước' };
});

/** The platform's names lead to the server of this test, all others to where the real rule leads them. */
const place: Place = async (host, given) =>
  host.endsWith('.zdn.vn') ? { address: '127.0.0.1', port } : publicPlace(async () => ['169.254.169.254'])(host, given);

async function told(ref: string): Promise<string> {
  const download = createSafeDownload({ party: 'zalo', hosts: mediaHosts, mostBytes: 10 * 1024 * 1024, limitMs: 5_000, place });
  const log = { error: () => {} };
  const service = createSpeech({ url: speech.url, key: speech.key, ears: 'whisper-1', mouth: null, limitMs: 5_000, log });
  const ffmpeg = ffmpegPath === null ? null : createFfmpeg({ path: ffmpegPath, limitMs: 10_000, atOnce: 2 });
  const dialog = withVoice(
    async ({ text }, memory) => ({ replies: [plainReply('answered', `Nghe: ${text}`)], memory, notes: [], candidates: [] }),
    {
      attachments: createAttachments({ zalo: fetchSealed(download, same) }),
      ears: createEars({ speech: service, ffmpeg }),
      speaks: false,
      seal: same,
      meter: { count: () => {} },
      now: () => new Date(),
    },
  );
  const message = { channel: 'zalo', id: 'm', person: 'p', text: '', voice: { ref } };
  const { replies } = await dialog(message, emptyMemory, AbortSignal.timeout(20_000));
  return replies[0]?.text ?? '';
}

describe('a voice note of Zalo', () => {
  it.skipIf(ffmpegPath === null)('is fetched, converted and heard', async () => {
    handle = (_, response) => response.end(voiceFile('aac'));
    expect(await told(address)).toBe('Nghe: làm lại căn cước');
    expect(speech.asked).toMatchObject([{ name: 'note.wav' }]);
    expect(speech.faults).toEqual([]);
  });

  it.each([
    'http://127.0.0.1/note.aac',
    'http://169.254.169.254/latest/meta-data',
    'http://zdn.vn.evil.example/note.aac',
    'file:///etc/passwd',
  ])('is not fetched where it is said to stand at %s', async (ref) => {
    expect(await told(ref)).toBe(voiceWording.gone.vi);
    expect(asked).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1/note.aac',
    'http://inside.zadn.vn/note.aac',
    'https://example.vn/note.aac',
  ])('is not followed to %s', async (location) => {
    handle = (_, response) => response.writeHead(302, { location }).end();
    expect(await told(address)).toBe(voiceWording.gone.vi);
    expect(asked).toHaveLength(1);
    expect(speech.asked).toEqual([]);
  });

  it('of 50 MB, or without an end, is given up', async () => {
    handle = (_, response) => response.writeHead(200, { 'content-length': 50 * 1024 * 1024 }).write('#!AMR\n');
    expect(await told(address)).toBe(voiceWording.gone.vi);
    const piece = Buffer.alloc(256 * 1024);
    handle = (_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', pour).on('error', () => {});
      pour();
    };
    expect(await told(address)).toBe(voiceWording.gone.vi);
    expect(speech.asked).toEqual([]);
  });

  it('that is a PDF, or a page, is told of', async () => {
    handle = (_, response) => response.end('%PDF-1.7\n1 0 obj');
    expect(await told(address)).toBe(voiceWording['no-sound'].vi);
    handle = (_, response) => response.end('<html>Hết hạn</html>');
    expect(await told(address)).toBe(voiceWording['no-sound'].vi);
    expect(speech.asked).toEqual([]);
  });
});
