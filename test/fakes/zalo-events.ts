import { createHash, randomUUID } from 'node:crypto';
import { zaloApp } from './zalo-oauth.ts';

/** How an event is told. `mac`: another signature than the right one, null: none. */
export type Telling = { mac?: string | null; retry?: number };

/** The platform's side of the webhook: signs the bytes that it sends, waits two seconds, and may tell the same again. */
export type Teller = {
  /** Where our server is; null: events go nowhere. */
  webhook: string | null;
  /** Resolves with the status, or with 0 where no answer came in two seconds. */
  tell(event: object, telling?: Telling): Promise<number>;
  /** The very bytes that were told last, once more. */
  again(): Promise<number>;
};

export function createTeller(): Teller {
  let last: { body: string; mac: string } | null = null;
  const post = async (body: string, mac: string | null, retry: number) => {
    if (teller.webhook === null) return 0;
    const headers = {
      'content-type': 'application/json',
      ...(mac === null ? {} : { 'X-ZEvent-Signature': mac }),
      ...(retry > 0 && { num_retry: String(retry) }),
    };
    return fetch(teller.webhook, { method: 'POST', headers, body, signal: AbortSignal.timeout(2_000) }).then(
      ({ status }) => status,
      () => 0,
    );
  };
  const teller: Teller = {
    webhook: null,
    tell: async (event, { mac, retry = 0 } = {}) => {
      const body = JSON.stringify(event);
      const right = macOf(body);
      last = { body, mac: right };
      return post(body, mac === undefined ? right : mac, retry);
    },
    again: async () => {
      if (last === null) throw new Error('nothing was told yet');
      return post(last.body, last.mac, 1);
    },
  };
  return teller;
}

export function macOf(body: string, secret = zaloApp.oaSecret): string {
  const { timestamp } = JSON.parse(body);
  return `mac=${createHash('sha256').update(`${zaloApp.id}${body}${timestamp}${secret}`).digest('hex')}`;
}

type Fields = { at?: number; id?: string };

/** Events as the platform writes them. */
export const events = {
  text: (person: string, text: string, { at, id }: Fields = {}) =>
    fromUser(person, 'user_send_text', { msg_id: id ?? randomUUID(), text }, at),
  media: (person: string, kind: string, payload: object, { at, id }: Fields = {}) => {
    const message = { msg_id: id ?? randomUUID(), attachments: [{ type: kind, payload }] };
    return fromUser(person, `user_send_${kind}`, message, at);
  },
  /** Written by staff in the chat tool, where `admin` is given; else an echo of what an app has sent. */
  echo: (person: string, text: string, { at, id, admin }: Fields & { admin?: string } = {}) => ({
    ...base('oa_send_text', person, at),
    sender: { id: zaloApp.account, ...(admin !== undefined && { admin_id: admin }) },
    recipient: { id: person },
    message: { msg_id: id ?? randomUUID(), text },
  }),
  follow: (person: string, name: 'follow' | 'unfollow', at?: number) => ({
    ...base(name, person, at),
    oa_id: zaloApp.account,
    ...(name === 'follow' && { source: 'oa_profile' }),
    follower: { id: person },
  }),
  chatNow: (person: string, at?: number) => ({ ...base('user_click_chatnow', person, at), oa_id: zaloApp.account, user_id: person }),
  submitInfo: (person: string, info: object) => ({
    ...base('user_submit_info', person),
    sender: { id: person },
    recipient: { id: zaloApp.account },
    info,
  }),
  named: (name: string, fields: object = {}) => ({ app_id: zaloApp.id, event_name: name, timestamp: String(Date.now()), ...fields }),
};

function fromUser(person: string, name: string, message: object, at?: number) {
  return { ...base(name, person, at), sender: { id: person }, recipient: { id: zaloApp.account }, message };
}

export const byApp = (person: string) => `7${person.slice(1)}`;

function base(name: string, person: string, at = Date.now()) {
  return { app_id: zaloApp.id, user_id_by_app: byApp(person), event_name: name, timestamp: String(at) };
}
