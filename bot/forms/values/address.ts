import { z } from 'zod';
import type { Address } from '../../places/places.ts';
import { readAddress } from '../../places/read-address.ts';
import type { Doubt } from '../../places/settle.ts';
import { showAddress } from '../../places/show-address.ts';
import type { Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { withoutPoliteness } from './plain.ts';
import { ask, bad, good } from './reading.ts';
import type { Reading, World } from './world.ts';

/** An address in today's two tiers; the value is its JSON. */
export function readAddressValue(text: string, question: Question, world: World, partial = ''): Reading {
  const known = partial === '' ? undefined : partialSchema.parse(JSON.parse(partial));
  const street = lived.test(question.id) ? 'needed' : 'optional';
  const reading = readAddress(withoutIntroduction(withoutPoliteness(text)), world.places, { street, ...(known && { partial: known }) });
  switch (reading.kind) {
    case 'found':
      if (isGuess(reading.readBack)) return bad(valueWording.address);
      if (reading.readBack.includes('spelling')) return meant(reading.address);
      return good(JSON.stringify(reading.address), showAddress(reading.address, 'vi'));
    case 'ask':
      if (isGuess(reading.partial.readBack ?? [])) return bad(valueWording.address);
      return ask(questions[reading.what], reading.choices, JSON.stringify(reading.partial));
    case 'unknown':
      return bad(valueWording.address);
  }
}

/** A commune that nobody has named: a letter off, and without its province. */
function isGuess(doubts: Doubt[]): boolean {
  return doubts.includes('spelling') && doubts.includes('province-not-said');
}

/** A name that is a letter off is asked about: a person's name may look like a commune's. */
function meant(address: Address): Reading {
  const { detail, commune, province } = address;
  const choices = [{ label: showAddress(address, 'vi'), say: `${commune.name}, ${province.name}` }];
  return ask(valueWording.addressMeant, choices, JSON.stringify({ detail }));
}

function withoutIntroduction(text: string): string {
  return text.replace(introduction, '');
}

/** Where somebody lives the house or hamlet is needed; where somebody comes from it is not. */
const lived = /residence|address$/i;
const introduction =
  /^(?:(?:địa chỉ|dia chi|nơi ở|noi o|hiện nay|hien nay|hiện|đang|dang|tôi|toi|em|mình|vợ|vo|chồng|chong|bố|mẹ|nhà|ở|tại|là|sống|cư trú|thường trú|tạm trú|của|tôi ở|address|living|live|lives|at|is|my|i)[\s:]+)+/iu;
const questions = {
  which: valueWording.addressCommune,
  province: valueWording.addressProvince,
  commune: valueWording.addressCommune,
  street: valueWording.addressDetail,
};
const place = z.object({ code: z.string(), name: z.string() });
const partialSchema = z.object({
  detail: z.string(),
  commune: place.exactOptional(),
  province: place.exactOptional(),
  said: z.object({ commune: z.string().exactOptional(), district: z.string().exactOptional() }).exactOptional(),
  was: z.object({ name: z.string(), now: z.array(z.string()) }).exactOptional(),
  among: z.array(z.string()).exactOptional(),
  readBack: z.array(z.enum(['province-not-said', 'spelling', 'kind', 'same-name-before'])).exactOptional(),
});
