import type { Express } from 'express';
import { z } from 'zod';
import type { Drafts } from '../../bot/ports.ts';
import type { ReplyFile } from '../../bot/types.ts';
import type { RefSeal } from '../sealed-files.ts';

/** Addresses that open one file of one conversation for whoever has them, and for an hour. */
export type FileLinks = {
  /** `expires` is ISO 8601. Without an address of our own (`base` empty) the link begins at its path. */
  make(channel: string, person: string, file: ReplyFile): { url: string; expires: string };
  /** `GET /channels/messaging/files?link=…`. */
  routes(app: Express): void;
};

export type FileLinksOptions = { base: string; seal: RefSeal; drafts: Pick<Drafts, 'file'>; now: () => Date };

const validMs = 3_600_000;
const printLimitMs = 20_000;
const path = '/channels/messaging/files';
const linkSchema = z.object({
  channel: z.string(),
  person: z.string(),
  id: z.string(),
  kind: z.enum(['pdf', 'docx', 'ics']),
  until: z.number(),
});

export function createFileLinks({ base, seal, drafts, now }: FileLinksOptions): FileLinks {
  return {
    make: (channel, person, file) => {
      const until = now().getTime() + validMs;
      const link = seal.seal(JSON.stringify({ channel, person, id: file.case, kind: file.kind, until }));
      return { url: `${base}${path}?link=${link}`, expires: new Date(until).toISOString() };
    },
    routes: (app) => {
      // In the query: paths stand in logs.
      app.get(path, async (request, response) => {
        const link = linkOf(seal.open(String(request.query.link ?? '')));
        if (link === null || link.until < now().getTime()) return void response.status(410).json(expired);
        const visitor = { channel: link.channel, person: link.person, network: null, message: '' };
        const file = await drafts.file(visitor, link.id, link.kind, AbortSignal.timeout(printLimitMs));
        if (file === null) return void response.status(404).json(gone);
        response
          .set({ 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${file.name}"`, 'Cache-Control': 'no-store' })
          .set('X-Content-Type-Options', 'nosniff')
          .send(Buffer.from(file.bytes));
      });
    },
  };
}

function linkOf(text: string | null): z.infer<typeof linkSchema> | null {
  return text === null ? null : linkSchema.parse(JSON.parse(text));
}

const expired = { error: 'Đường dẫn này đã hết hạn.', english: 'This link has expired.' };
const gone = { error: 'Tệp này không còn ở đây.', english: 'This file is no longer here.' };
