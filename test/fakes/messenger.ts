import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';
import type { Capabilities } from '../../connectors/render/capabilities.ts';
import { sayOf } from '../../connectors/render/payload.ts';
import { sendParts } from '../../connectors/render/send-parts.ts';
import { type Part, renderReply } from '../../connectors/render.ts';
import type { Parts, Platform, Seen } from '../contracts/channel-world.ts';

/** What a channel to this messenger can do wrong. */
export type Fault =
  | 'mishears'
  | 'mixes people'
  | 'sends the first part only'
  | 'leaves stars'
  | 'sends empty taps'
  | 'cuts choices off'
  | 'forgets files'
  | 'loses what comes attached'
  | 'names messages anew'
  | 'drops what comes late'
  | 'does not wait its turn'
  | 'acknowledges before it is durable'
  | 'takes too many for a failure'
  | 'takes a failure for success'
  | 'never gives up';

const can: Capabilities = {
  text: 300,
  bold: 'none',
  buttons: { most: 5, label: 20, payloadBytes: 40 },
  links: 'addresses',
  files: ['pdf'],
};

type Sent = { text: string; buttons: { label: string; payload: string }[]; file: Seen['file'] };
type Event = { person: string; id: string; time: number; text: string; file?: { name: string; bytes: Uint8Array } };

/** A small, strict messenger in this process, with a channel to it that is right but for the faults named: the suite's own measure. */
export function messenger(faults: Fault[] = []): Platform {
  const has = (fault: Fault) => faults.includes(fault);
  const screens = new Map<string, Sent[]>();
  const blocked = new Set<string>();
  const troubles: ('too-many' | 'broken')[] = [];
  const names = new Map<object, string>();
  let deliver: (event: Event) => Promise<void> = async () => {
    throw new Error('nobody has joined');
  };

  /** The platform's side of one call: it takes it or says why not. */
  function call(person: string, sent: Sent): 200 | 403 | 400 | 429 | 500 {
    const trouble = troubles.shift();
    if (trouble !== undefined) return trouble === 'too-many' ? 429 : 500;
    if (blocked.has(person)) return 403;
    if (sent.text.length > can.text || sent.buttons.length > 5) return 400;
    screens.get(person)?.push(sent);
    return 200;
  }

  function channelOf({ drafts }: Parts): Channel {
    return {
      name: 'messenger',
      send: async (delivery, signal, handedOver) => {
        const reply = has('forgets files') ? { ...delivery.reply, files: [] } : delivery.reply;
        const choices = has('cuts choices off') ? reply.choices.slice(0, 5) : reply.choices;
        const all = renderReply({ ...reply, choices }, has('leaves stars') ? { ...can, bold: 'stars' } : can);
        const parts = has('sends the first part only') ? all.slice(0, 1) : all;
        const person = has('mixes people') ? ([...screens.keys()][0] ?? '') : delivery.person;
        const send = async (part: Part) => {
          const status = call(person, await sentOf(part, delivery.person, signal));
          if (status === 429 && !has('takes too many for a failure')) throw new Later('messenger', new Date(Date.now() + 200), '429');
          if (status === 403 && !has('never gives up')) throw new Refused('messenger', '403');
          if (status !== 200 && !has('takes a failure for success')) throw new Unavailable('messenger');
        };
        if (has('does not wait its turn')) void wait(Math.random() * 100).then(() => sendParts(parts, delivery, async () => {}, send));
        else await sendParts(parts, delivery, handedOver, send);
      },
    };

    async function sentOf(part: Part, person: string, signal: AbortSignal): Promise<Sent> {
      if (part.kind === 'text') return { text: part.text, buttons: part.buttons, file: null };
      if (part.kind === 'voice') throw new Error('this platform has no voice');
      const visitor = { channel: 'messenger', person, network: null, message: '' };
      const made = await drafts.file(visitor, part.file.case, 'pdf', signal);
      return { text: '', buttons: [], file: made };
    }
  }

  function listener({ receive, history }: Parts, files: Map<string, Uint8Array>, lives: () => boolean): (event: Event) => Promise<void> {
    let latest = 0;
    return async ({ person, id, time, text, file }) => {
      if (has('drops what comes late') && time < latest) return;
      latest = Math.max(latest, time);
      const offered = (await history.read('messenger', person, 0, 20)).flatMap(({ reply }) => reply?.choices ?? []);
      const said = sayOf(text, offered) ?? '';
      const message: Message = {
        channel: 'messenger',
        id: has('names messages anew') ? randomUUID() : id,
        person,
        text: has('mishears') ? `> ${said.toLowerCase()}` : said,
        ...(file !== undefined && !has('loses what comes attached') && { files: [{ ref: id, name: file.name, size: file.bytes.length }] }),
      };
      if (file !== undefined) files.set(id, file.bytes);
      if (has('acknowledges before it is durable')) void wait(100).then(() => lives() && receive(message));
      else await receive(message);
    };
  }

  return {
    longest: can.text,
    files: true,
    join: async (parts) => {
      const files = new Map<string, Uint8Array>();
      let alive = true;
      deliver = listener(parts, files, () => alive);
      const close = async () => {
        alive = false;
      };
      return { channel: channelOf(parts), fetch: async (_from, { ref }) => files.get(ref) ?? null, close };
    },
    person: () => {
      const person = randomUUID();
      const screen: Sent[] = [];
      screens.set(person, screen);
      let last: Event | null = null;
      let time = 0;
      const event = (text: string): Event => ({ person, id: randomUUID(), time: ++time, text });
      const tell = async (told: Event) => {
        last = told;
        await deliver(told);
      };
      const made = {
        say: (text: string) => tell(event(text)),
        tap: async (label: string) => {
          const button = screen.flatMap(({ buttons }) => buttons).findLast((one) => one.label === label);
          if (button === undefined) throw new Error(`no button ${label}`);
          await tell(event(has('sends empty taps') ? '' : button.payload));
        },
        attach: (name: string, bytes: Uint8Array) => tell({ ...event(''), file: { name, bytes } }),
        repeat: async () => {
          if (last !== null) await deliver(last);
        },
        swapped: async (first: string, second: string) => {
          const [one, two] = [event(first), event(second)];
          await tell(two);
          await tell(one);
        },
        seen: async () => screen.map(({ text, buttons, file }) => ({ text, buttons: buttons.map(({ label }) => label), file })),
      };
      names.set(made, person);
      return made;
    },
    answers: (how, times) => {
      for (let at = 0; at < times; at += 1) troubles.push(how);
    },
    blocks: (person) => {
      blocked.add(names.get(person) ?? '');
    },
    close: async () => {},
  };
}
