import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { reasonOf } from '../../bot/errors.ts';
import type { Accepted, Meter, StaffHolds } from '../../bot/ports.ts';
import type { Choice, Message } from '../../bot/types.ts';
import { jsonOf } from '../json-text.ts';
import { sayOf } from '../render/payload.ts';
import type { RefSeal } from '../sealed-files.ts';
import { party } from './call.ts';
import { readEvent, type ZaloEvent } from './events.ts';
import { isSigned } from './signature.ts';

export type ZaloWebhookOptions = {
  appId: string;
  /** The OA Secret Key. Null: there is none yet, and everything is answered and dropped, as the platform's first probe wants it. */
  secret: string | null;
  account: string;
  receive(message: Message): Promise<Accepted>;
  people: {
    touch(person: string, at: Date, byApp: string | null, follows?: boolean): Promise<void>;
    unfollowed(person: string): Promise<void>;
    byApp(id: string): Promise<string | null>;
    isOurs(messageId: string): Promise<boolean>;
  };
  holds: Pick<StaffHolds, 'wrote'>;
  /** Greets who has come: whoever follows mostly opens the chat, too, and wants one greeting. */
  welcome(person: string, at: Date): Promise<void>;
  /** Deletes what is kept of somebody. */
  forget(person: string): Promise<void>;
  /** What was offered to somebody lately: what a button's token says. */
  offered(person: string): Promise<Choice[]>;
  seal: RefSeal;
  meter: Meter;
  log: Logger;
  /** The platform waits two seconds; what is not kept by then is asked for again. */
  limitMs?: number;
};

const stamped = z.object({ timestamp: z.union([z.string(), z.number()]).transform(String) });
const bodyLimit = '1mb';

/** `POST /webhooks/zalo`: answered 200 once what it says is kept, whatever it is; 503 where that takes too long, so that it comes again. */
export function zaloWebhook(options: ZaloWebhookOptions): (app: Express) => void {
  const { appId, secret, meter, log, limitMs = 1_800 } = options;
  const count = (result: string) => meter.count('zalo-event', { result });
  return (app) => {
    app.post('/webhooks/zalo', express.raw({ type: () => true, limit: bodyLimit, inflate: false }), async (request, response) => {
      if (secret === null) {
        count('dropped');
        response.sendStatus(200);
        return;
      }
      const body: unknown = request.body;
      const bytes = body instanceof Buffer ? body : Buffer.alloc(0);
      const event = jsonOf(bytes);
      const timestamp = stamped.safeParse(event).data?.timestamp;
      const header = request.get('x-zevent-signature');
      if (timestamp === undefined || !isSigned({ appId, secret, header, body: bytes, timestamp })) {
        count('signature');
        response.status(401).json(wrongSignature);
        return;
      }
      const late = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => late.resolve('late'), limitMs);
      const result = await Promise.race([take(event, options).catch(failed(log)), late.promise]);
      clearTimeout(timer);
      count(result);
      response.sendStatus(result === 'late' || result === 'failed' ? 503 : 200);
    });
  };
}

const wrongSignature = { error: 'Chữ ký không đúng.', english: 'The signature is missing or wrong.' };

function failed(log: Logger): (error: unknown) => 'failed' {
  return (error) => {
    log.error({ reason: reasonOf(error) }, 'Zalo event not kept');
    return 'failed';
  };
}

type Result = 'accepted' | 'repeated' | 'noted' | 'ignored' | 'other-account' | 'failed' | 'late';

async function take(body: unknown, { account: ours, ...options }: ZaloWebhookOptions): Promise<Result> {
  const { event, account } = readEvent(body);
  if (account !== null && account !== ours) return 'other-account';
  switch (event.kind) {
    case 'message':
      return takeMessage(event, options);
    case 'ignored':
      return 'ignored';
    default:
      await note(event, options);
      return 'noted';
  }
}

type Told<Kind extends ZaloEvent['kind']> = Extract<ZaloEvent, { kind: Kind }>;
type Parts = Omit<ZaloWebhookOptions, 'account'>;

async function takeMessage(
  { id, person, at, text, files, voice, byApp }: Told<'message'>,
  { receive, people, offered, seal }: Parts,
): Promise<Result> {
  const sealed = files.map((file) => ({ ...file, ref: seal.seal(file.ref) }));
  const message: Message = {
    channel: party,
    id,
    person,
    // A token means what was offered to this very person, whether it was tapped or typed; anything else says itself.
    text: sayOf(text, []) ?? sayOf(text, await offered(person)) ?? text,
    ...(sealed.length > 0 && { files: sealed }),
    ...(voice !== null && { voice: { ref: seal.seal(voice) } }),
  };
  const [accepted] = await Promise.all([receive(message), people.touch(person, at, byApp)]);
  return accepted.kind;
}

async function note(event: Exclude<ZaloEvent, { kind: 'message' | 'ignored' }>, options: Parts): Promise<void> {
  const { people, holds, welcome, forget, log } = options;
  switch (event.kind) {
    case 'arrived':
      // What has opened the chat follows nobody by it, and ends no following.
      await people.touch(event.person, event.at, event.byApp, ...(event.follows ? [true] : []));
      return welcome(event.person, event.at);
    case 'touched':
      return people.touch(event.person, event.at, event.byApp);
    case 'unfollowed':
      return people.unfollowed(event.person);
    case 'withdrawn': {
      const person = event.person ?? (event.byApp === null ? null : await people.byApp(event.byApp));
      if (person !== null) return forget(person);
      log.warn('a withdrawal names nobody whom we know');
      return;
    }
    case 'echo':
      if (event.isStaff && !(await people.isOurs(event.messageId))) await holds.wrote(party, event.person, event.at, event.messageId);
  }
}
