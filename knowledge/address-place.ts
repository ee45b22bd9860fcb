import type { SealedAddress } from '../bot/ports.ts';
import type { Seal } from './seal.ts';

/** An address is a conversation of its own, named so that the same one asked for again in the same place is the same. */
export type Place = {
  channel: SealedAddress['by'];
  person: string;
  sealed: string;
  /** The same for the same address, whoever named it. */
  address: string;
};

export function placeOf({ by, sealed }: SealedAddress, asker: string, seal: Seal): Place {
  const plain = seal.open(sealed);
  if (plain === null) throw new Error('an address was sealed with another key');
  return { channel: by, person: seal.token(`${asker} ${by} ${plain.toLowerCase()}`), sealed, address: addressToken(by, plain, seal) };
}

export function addressToken(by: SealedAddress['by'], plain: string, seal: Seal): string {
  return seal.token(`address ${by} ${plain.toLowerCase()}`);
}
