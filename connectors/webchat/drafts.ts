import type { Express, Request, Response } from 'express';
import type { Drafts } from '../../bot/ports.ts';

export type DraftRoutesOptions = { drafts: Drafts; channel: string; person: (request: Request, response: Response) => string };

const printLimitMs = 20_000;
/** A case, or a plan with all that it holds, sealed. */
const idShape = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|plan\.[\w-]{40,1000})$/;

/** The files of a filing or a plan, for the browser that holds its conversation and nobody else: `/chat/filings/ID/pdf`, `/docx` and `/ics`. */
export function draftRoutes({ drafts, channel, person }: DraftRoutesOptions): (app: Express) => void {
  return (app) => {
    app.get('/chat/filings/:id/:kind', async (request, response) => {
      const { id, kind } = request.params;
      const visitor = { channel, person: person(request, response), network: null, message: '' };
      const wanted = kind === 'pdf' || kind === 'docx' || kind === 'ics' ? kind : null;
      const signal = AbortSignal.timeout(printLimitMs);
      const file = wanted === null || !idShape.test(id) ? null : await drafts.file(visitor, id, wanted, signal);
      if (file === null) {
        response.status(404).type('text/plain; charset=utf-8').send(gone);
        return;
      }
      const disposition = wanted === 'pdf' ? 'inline' : 'attachment';
      response
        .set({ 'Content-Type': file.type, 'Content-Disposition': `${disposition}; filename="${file.name}"`, 'Cache-Control': 'no-store' })
        .send(Buffer.from(file.bytes));
    });
  };
}

const gone =
  'Tờ khai này không còn ở đây, hoặc không thuộc cuộc trò chuyện của bạn.\nThis form is no longer here, or does not belong to your conversation.\n';
