import { createHmac } from 'node:crypto';
import { z } from 'zod';

export const stringee = { secret: 'demo_sign', publicUrl: 'https://motcua.example.vn', number: '842400000009' };

const url = z.string().regex(/^https:\/\/motcua\.example\.vn(\/may-2)?\/webhooks\/stringee\//);
const end = z.strictObject({ type: z.enum(['internal', 'external']), number: z.string().min(1), alias: z.string() });
/** Actions as Stringee's pages and samples have them. */
const actionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('talk'),
    text: z.string().min(1),
    voice: z.string().min(1),
    speed: z.number().min(-3).max(3),
    bargeIn: z.boolean(),
    loop: z.number().int().min(1),
  }),
  z.strictObject({
    action: z.literal('input'),
    eventUrl: url,
    timeout: z.string().regex(/^\d+$/),
    timeOut: z.number().int(),
    submitOnHash: z.enum(['true', 'false']),
    maxDigits: z.string().regex(/^\d+$/).optional(),
  }),
  z.strictObject({
    action: z.literal('recordMessage'),
    eventUrl: url,
    format: z.enum(['wav', 'mp3']),
    beepStart: z.literal('true'),
    timeout: z.string().regex(/^\d+$/),
    silenceThresh: z.number().min(0).max(100),
    silenceTimeout: z.number().int(),
    endOnKey: z.literal('#'),
  }),
  z.strictObject({
    action: z.literal('connect'),
    from: end,
    to: end,
    timeout: z.number().int(),
    continueOnFail: z.boolean(),
    onFailEventUrl: url,
    peerToPeerCall: z.boolean(),
  }),
]);
type Action = z.infer<typeof actionSchema>;
const sccoSchema = z.array(actionSchema);

export type Sent = { method: 'GET' | 'POST'; path: string; body?: string; signature?: string | null };
export type Answered = { status: number; scco: Action[] };

/** A call as Stringee carries it: what was said last, and what it waits for. */
export type FakeStringeeCall = {
  said(): string;
  scco(): Action[];
  /** `keys`: an `input`; `speech`: a recording; `person`: somebody rings; `over`: the array has run out. */
  waits(): 'keys' | 'speech' | 'person' | 'over';
  press(digits: string): Promise<void>;
  /** The time for keys goes by; after a recording: its own request never comes. */
  silent(): Promise<void>;
  /** A recording is at this address. */
  recorded(address: string): Promise<void>;
  /** What is posted instead when a recording is there. */
  posts(path: 'voice' | 'input', body: object): Promise<Answered>;
  unanswered(): Promise<void>;
  hangUp(): Promise<void>;
  /** The last request once more. */
  again(): Promise<Answered>;
};

export type FakeStringee = {
  send(sent: Sent): Promise<Answered>;
  call(about?: { from?: string; to?: string; uuid?: string }): Promise<FakeStringeeCall>;
  /** What was answered against the rules of SCCO. */
  faults: string[];
};

let count = 0;

export function signed(data: string): string {
  return createHmac('sha1', stringee.secret).update(data).digest('base64');
}

/** Stringee's side: signed requests, and an SCCO read strictly and followed. Its own time goes as fast as the test goes on. */
export function fakeStringee(port: number): FakeStringee {
  const faults: string[] = [];

  async function send({ method, path, body, signature = signed(method === 'GET' ? path : (body ?? '')) }: Sent): Promise<Answered> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(signature !== null && { 'x-stringee-signature': signature }) },
      ...(body !== undefined && { body }),
    });
    if (response.status !== 200 || path.endsWith('/event')) return { status: response.status, scco: [] };
    if (!/^application\/json/.test(response.headers.get('content-type') ?? '')) faults.push('no JSON');
    const read = sccoSchema.safeParse(await response.json());
    if (!read.success) faults.push(read.error.message);
    const scco = read.data ?? [];
    faults.push(...faultsOf(scco));
    return { status: 200, scco };
  }

  return {
    faults,
    send,
    async call({ from = '84900000001', to = stringee.number, uuid } = {}) {
      count += 1;
      const id = uuid ?? `demo-${count}`;
      let last: Sent = { method: 'GET', path: `/webhooks/stringee/answer?from=${from}&to=${to}&uuid=${id}&fromInternal=false` };
      let { scco } = await send(last);
      const follow = async (address: string, more: object) => {
        const path = address.slice(stringee.publicUrl.length);
        last = { method: 'POST', path, body: JSON.stringify({ call_id: `call-vn-${id}`, time: '1760000080000', ...more }) };
        const answered = await send(last);
        if (answered.status === 200) ({ scco } = answered);
        return answered;
      };
      const find = <Kind extends Action['action']>(kind: Kind) => {
        const action = scco.find((one): one is Extract<Action, { action: Kind }> => one.action === kind);
        if (action === undefined) throw new Error(`no ${kind} in ${JSON.stringify(scco)}`);
        return action;
      };
      const waits = () => {
        const kinds = new Set(scco.map(({ action }) => action));
        return kinds.has('recordMessage') ? 'speech' : kinds.has('input') ? 'keys' : kinds.has('connect') ? 'person' : 'over';
      };
      return {
        said: () => scco.flatMap((action) => (action.action === 'talk' ? [action.text] : [])).join(' '),
        scco: () => scco,
        waits,
        press: async (digits) => {
          const { eventUrl, maxDigits } = find('input');
          if (maxDigits !== undefined && digits.length > Number(maxDigits)) throw new Error('more keys than are taken');
          await follow(eventUrl, { dtmf: digits, customField: '', timeout: false });
        },
        silent: async () => void (await follow(find('input').eventUrl, { dtmf: '', customField: '', timeout: true })),
        recorded: async (address) => void (await follow(find('recordMessage').eventUrl, { recordUrl: address })),
        posts: (path, body) => follow(path === 'voice' ? find('recordMessage').eventUrl : find('input').eventUrl, body),
        unanswered: async () =>
          void (await follow(find('connect').onFailEventUrl, { call_status: 'connect_failed', agent_status: 'ended', start_time: 1 })),
        hangUp: async () => {
          const body = { type: 'stringee_call', call_status: 'ended', call_id: `call-vn-${id}`, endCallCause: 'USER_END_CALL' };
          const parties = { from: { number: from, alias: from, type: 'external' }, to: { number: to, alias: to, type: 'internal' } };
          await send({ method: 'POST', path: '/webhooks/stringee/event', body: JSON.stringify({ ...body, ...parties }) });
        },
        again: () => send(last),
      };
    },
  };
}

/** A talk that keys end must lead to an `input`; a connection is the last thing; something is done at all. */
function faultsOf(scco: Action[]): string[] {
  const kinds = scco.map((action) => (action.action === 'talk' && action.bargeIn ? 'open talk' : action.action));
  const wrong = kinds.filter((kind, at) => kind === 'open talk' && kinds.slice(at).find((next) => next !== 'open talk') !== 'input');
  const late = kinds.slice(0, -1).filter((kind) => kind === 'connect');
  return [...wrong, ...late].map((kind) => `${kind} in ${kinds.join(', ')}`);
}
