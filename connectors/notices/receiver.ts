import { codeSign } from '../../bot/address-wording.ts';
import type { Reply } from '../../bot/types.ts';
import { plainText } from './plain-text.ts';

/** Where a message goes. `code` is what an unconfirmed address waits for, while it counts; `leave` ends the address and tells nothing of it. */
export type Receiver = { address: string; confirmed: boolean; code: string | null; leave: string };

export type Receivers = {
  /** By the person of the delivery; null when that was ended. */
  of(person: string): Promise<Receiver | null>;
  /** The address itself is refused for good: nothing more is sent there. `reason` is a status or a code of the answer. */
  unreachable(person: string, reason: string): Promise<void>;
};

/** What is sent there, or null: an address that nobody has confirmed is sent its code alone, as long as it counts. */
export function letterFor({ confirmed, code }: Receiver, reply: Reply): string | null {
  const text = plainText(reply);
  const isCode = reply.kind === 'asked';
  if (isCode) return confirmed || code === null ? null : text.replaceAll(codeSign, code);
  return confirmed ? text : null;
}

/** The page on which a receiver ends it. `publicUrl` is where the server is reached from outside. */
export function leaveUrl(publicUrl: string, { leave }: Receiver): string {
  return `${publicUrl}/dung/${leave}`;
}
