import { randomUUID } from 'node:crypto';
import { terminal } from '../../../connectors/render/capabilities.ts';
import { renderReply } from '../../../connectors/render.ts';
import { createTerminal } from '../../../connectors/terminal.ts';
import type { Parts, PlatformFactory, Seen } from '../../contracts/channel-world.ts';

/** Our own terminal: everything is in this process, and one person sits at it. */
export const terminalPlatform: PlatformFactory = async () => {
  let parts: Parts | null = null;
  const screens = new Map<string, Seen[]>();
  return {
    longest: null,
    files: false,
    join: async (given) => {
      parts = given;
      const { channel } = createTerminal('terminal', () => {});
      // Each person has a terminal, and a process, of their own; the suite has all of them at once.
      const send: typeof channel.send = async (delivery, signal, handedOver) => {
        await channel.send(delivery, signal, handedOver);
        for (const part of renderReply(delivery.reply, terminal))
          if (part.kind === 'text') screens.get(delivery.person)?.push({ text: part.text, buttons: [], file: null });
      };
      return { channel: { ...channel, send }, close: async () => {} };
    },
    person: () => {
      const person = randomUUID();
      screens.set(person, []);
      let last = { channel: 'terminal', id: '', person, text: '' };
      return {
        say: async (text) => {
          last = { channel: 'terminal', id: randomUUID(), person, text };
          await parts?.receive(last);
        },
        repeat: async () => {
          await parts?.receive(last);
        },
        seen: async () => [...(screens.get(person) ?? [])],
      };
    },
    close: async () => {},
  };
};
