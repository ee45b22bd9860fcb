import type { Delivery } from '../../bot/ports.ts';
import type { Part } from '../render.ts';

/** Sends what is left of a reply's parts, one after the other. The last one needs no count: with it the reply is delivered. */
export async function sendParts(
  parts: Part[],
  delivery: Delivery,
  handedOver: () => Promise<void>,
  send: (part: Part) => Promise<void>,
): Promise<void> {
  for (const [place, part] of parts.entries()) {
    if (place < delivery.done) continue;
    await send(part);
    if (place < parts.length - 1) await handedOver();
  }
}
