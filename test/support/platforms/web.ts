import { randomBytes, randomUUID } from 'node:crypto';
import type { HistoryEntry } from '../../../bot/ports.ts';
import { startHttp } from '../../../connectors/http.ts';
import { createWebchat, type WebchatOptions } from '../../../connectors/webchat/webchat.ts';
import type { PlatformFactory, Seen } from '../../contracts/channel-world.ts';
import { createCitizen } from '../citizen.ts';

/** Our own page over HTTP: people see what its history shows, as the page would lay it out. */
export const webPlatform: PlatformFactory = async () => {
  let url = '';
  const uploads = memoryUploads();
  const networkKey = randomBytes(32);
  return {
    longest: null,
    files: true,
    join: async ({ receive, history, drafts, log }) => {
      const limits = { person: 0, network: 0, windowMs: 60_000 };
      const webchat = createWebchat({ history, log, networkKey, push: silentPush, limits, uploads: uploads.port, drafts });
      const routes = [webchat.routes(receive)];
      const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes });
      url = `http://127.0.0.1:${server.port}`;
      const close = async () => {
        const closed = server.close();
        webchat.close();
        await closed;
      };
      return { channel: webchat.channel, fetch: async (_from, file) => uploads.bytes(file.ref), close };
    },
    person: () => {
      const citizen = createCitizen(() => url);
      let last = { id: '', text: '', files: [] as string[] };
      const send = async (text: string, files: string[] = []) => {
        last = { id: randomUUID(), text, files };
        await citizen.say(text, last.id, files);
      };
      return {
        say: (text) => send(text),
        tap: async (label) => {
          const shown = (await citizen.history()).flatMap(({ reply }) => reply?.choices ?? []);
          const choice = shown.findLast((one) => one.label === label);
          if (choice === undefined) throw new Error(`no button ${label}`);
          await send(choice.say);
        },
        attach: async (name, bytes) => {
          const body = Uint8Array.from(bytes);
          const answer = await citizen.request('POST', '/chat/files', body, 'application/octet-stream', {
            'x-file-name': encodeURIComponent(name),
          });
          await send('', [(answer.body as { ref: string }).ref]); // the API under test: a wrong shape shows in the assertions
        },
        repeat: async () => {
          await citizen.say(last.text, last.id, last.files);
        },
        seen: async () => {
          if (last.id === '') return [];
          const entries = await citizen.history();
          return (await Promise.all(entries.map((entry) => seenOf(entry, citizen.download)))).flat();
        },
      };
    },
    close: async () => {},
  };
};

async function seenOf({ from, reply }: HistoryEntry, download: (path: string) => Promise<Uint8Array>): Promise<Seen[]> {
  if (from === 'citizen' || reply === null) return [];
  const files = (reply.files ?? []).map(async (file) => ({
    text: '',
    buttons: [],
    file: { name: file.name, bytes: await download(`/chat/filings/${file.case}/${file.kind}`) },
  }));
  return [
    { text: reply.text.replaceAll('**', ''), buttons: reply.choices.map(({ label }) => label), file: null },
    ...(await Promise.all(files)),
  ];
}

/** Files that wait for their message: what they are kept in is tried elsewhere. */
function memoryUploads(): { port: WebchatOptions['uploads']; bytes(ref: string): Uint8Array | null } {
  const kept = new Map<string, { name: string; bytes: Uint8Array }>();
  return {
    bytes: (ref) => kept.get(ref)?.bytes ?? null,
    port: {
      put: async (_from, name, bytes) => {
        const ref = randomBytes(18).toString('base64url');
        kept.set(ref, { name, bytes: Uint8Array.from(bytes) });
        return { kind: 'kept', ref };
      },
      claim: async (_from, refs) => refs.map((ref) => ({ ref, name: kept.get(ref)?.name ?? '', size: kept.get(ref)?.bytes.length ?? 0 })),
      drop: async () => {},
    },
  };
}

const silentPush: WebchatOptions['push'] = {
  publicKey: '',
  accepts: () => false,
  keep: async () => false,
  end: async () => {},
  tell: () => {},
  close: async () => {},
};
