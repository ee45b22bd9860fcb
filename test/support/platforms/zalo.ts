import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHttp } from '../../../connectors/http.ts';
import { createSafeDownload, type SafeDownload } from '../../../connectors/safe-download.ts';
import { mediaHosts } from '../../../connectors/zalo/attachments.ts';
import type { Database } from '../../../knowledge/database.ts';
import { openZalo } from '../../../scripts/open-zalo.ts';
import type { Person, Platform } from '../../contracts/channel-world.ts';
import { type FakeZalo, fakeZalo } from '../../fakes/zalo.ts';
import { events } from '../../fakes/zalo-events.ts';
import { giveTokens, zaloSettingsOf } from '../zalo.ts';

/** A Zalo Official Account whose people write to it. What is not acknowledged is told again, as the platform does. */
export async function zaloPlatform(pool: Database['pool']): Promise<Platform> {
  const fake = await fakeZalo();
  await giveTokens(pool, fake);
  const ids = new WeakMap<Person, string>();
  const folders: string[] = [];

  function person(): Person {
    const id = `8${randomUUID().replace(/\D/g, '').padEnd(15, '0').slice(0, 15)}`;
    let last: object = {};
    const tell = async (event: object) => {
      last = event;
      await told(fake, event);
    };
    const own = () => fake.sent.filter((message) => message.person === id);
    const made: Person = {
      say: (text) => tell(events.text(id, text)),
      tap: async (label) => {
        const button = own()
          .flatMap(({ buttons }) => buttons)
          .findLast(({ title }) => title === label);
        if (button === undefined || typeof button.payload !== 'string') throw new Error('there is no such button');
        await tell(events.text(id, button.payload));
      },
      attach: (name, bytes) => {
        const payload = { url: fake.keepMedia(bytes), name, size: String(bytes.length), type: name.split('.').at(-1) };
        return tell(events.media(id, 'file', payload));
      },
      repeat: () => told(fake, last),
      swapped: async (first, second) => {
        const at = Date.now();
        const [before, after] = [events.text(id, first, { at }), events.text(id, second, { at: at + 1 })];
        await told(fake, after);
        await tell(before);
      },
      seen: async () => own().map(({ text, buttons, file }) => ({ text, buttons: buttons.map(({ title }) => title), file: plain(file) })),
    };
    ids.set(made, id);
    return made;
  }

  return {
    longest: 2_000,
    files: true,
    person,
    join: async ({ receive, pace, drafts, history, meter, log }) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'motcua-zalo-'));
      folders.push(dataDir);
      const now = () => new Date();
      const settings = zaloSettingsOf(fake.url);
      const parts = { pool, settings, key: null, dataDir, pace, meter, log, now, download: downloadFrom(fake), pauseMs: 200 };
      const zalo = await openZalo(parts);
      const accepted = async (message: Parameters<typeof receive>[0]) => {
        await receive(message);
        return { kind: 'accepted' as const, conversation: '' };
      };
      const routes = zalo.routes({ receive: accepted, history });
      const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes });
      fake.teller.webhook = `http://127.0.0.1:${server.port}/webhooks/zalo`;
      const fetched: typeof zalo.fetch = async (from, file, signal) => {
        const bytes = await zalo.fetch(from, file, signal);
        return bytes === null ? null : new Uint8Array(bytes);
      };
      return { channel: zalo.channel(drafts), fetch: fetched, close: () => server.close() };
    },
    answers: (how, times) => {
      fake.instead.push(...Array.from({ length: times }, () => (how === 'too-many' ? { code: -32 } : { status: 500 })));
    },
    blocks: (blocked) => {
      fake.refuses.set(ids.get(blocked) ?? '', -213);
    },
    close: async () => {
      if (fake.faults.length > 0) throw new Error(`the platform would refuse: ${fake.faults.join(', ')}`);
      await fake.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The names of the platform's files lead to the fake. */
export function downloadFrom({ url }: FakeZalo): SafeDownload {
  const place = async () => ({ address: '127.0.0.1', port: Number(new URL(url).port) });
  return createSafeDownload({ party: 'zalo', hosts: mediaHosts, mostBytes: 10_000_000, limitMs: 5_000, place });
}

async function told({ teller }: FakeZalo, event: object): Promise<void> {
  for (let retry = 0; retry <= 5; retry += 1) {
    if ((await teller.tell(event, { retry })) === 200) return;
  }
  throw new Error('the webhook was switched off: nothing was acknowledged');
}

function plain(file: { name: string; bytes: Buffer } | null): { name: string; bytes: Uint8Array } | null {
  return file === null ? null : { name: file.name, bytes: new Uint8Array(file.bytes) };
}
