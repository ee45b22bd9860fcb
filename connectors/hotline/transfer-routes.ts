import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { LineVoice } from '../../bot/call/line.ts';
import { reasonOf } from '../../bot/errors.ts';
import { wavOf } from './audio/wav.ts';
import { basicAuth, type TelephoneUser } from './basic-auth.ts';
import { readCallId } from './call-query.ts';

export type TransferRoutesOptions = TelephoneUser & {
  /** What the officer who takes this call is to hear first; null: nothing, or there is no such call. */
  whisper(call: string): Promise<string | null>;
  /** Told once a transfer is over, well or not. */
  transferred(call: string, answered: boolean): Promise<void>;
  voice: LineVoice;
  log: Logger;
};

/** The dialplan gives up after three seconds, and rings without it. */
const limitMs = 2_500;

/**
 * For whoever has the password. `GET /thoai/whisper/<call>`: a WAV that the officer hears before the caller, 204 where there is none. The id stands in
 * the path, because the dialplan's `Set` takes what is behind a `=` for the file to write to. `GET /thoai/transferred?call=&dial=` after a transfer.
 */
export function transferRoutes({ whisper, transferred, voice, log, ...who }: TransferRoutesOptions): (app: Express) => void {
  const isAllowed = basicAuth(who);
  const guard: RequestHandler = (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (isAllowed(request.headers.authorization)) next();
    else response.status(401).set('WWW-Authenticate', 'Basic realm="thoai"').end();
  };

  async function soundOf(call: string): Promise<Uint8Array | null> {
    const text = await whisper(call);
    if (text === null) return null;
    const parts: Uint8Array[] = [];
    for await (const part of voice.speak(text, { slow: false, language: 'vi' }, AbortSignal.timeout(limitMs))) parts.push(part);
    return wavOf(Buffer.concat(parts));
  }

  return (app) => {
    app.get('/thoai/whisper/:call', guard, async (request, response) => {
      const call = readCallId(request.params.call);
      try {
        const wav = call === null ? null : await soundOf(call);
        if (wav === null) response.status(204).end();
        else response.type('audio/wav').send(Buffer.from(wav));
      } catch (error) {
        log.error({ call, reason: reasonOf(error) }, 'whisper of a call');
        response.status(503).end();
      }
    });
    app.get('/thoai/transferred', guard, async (request, response) => {
      const call = readCallId(request.query.call);
      if (call !== null) await transferred(call, request.query.dial === 'ANSWER');
      response.type('text').send('ok');
    });
  };
}
