import { clean } from '../text.ts';
import { chooseReading, type Reading } from './choose.ts';
import { capital, detailOf, tidy } from './detail.ts';
import { type Directory, directoryOf, kindAndName } from './directory.ts';
import { kindAt } from './kinds.ts';
import { endsWell, isUnknown, type Mention, mentionsIn, slipsIn } from './mentions.ts';
import type { Address, Places } from './places.ts';
import { type AddressReading, found, type PartialAddress, settle } from './settle.ts';
import { spellName } from './spelling.ts';
import { type Words, wordsOf } from './words.ts';

/** `partial`: what is known from before, the text being the answer to what was asked. `street` `needed`: an address without house, street or hamlet is asked for it. */
export type ReadAddressOptions = { partial?: PartialAddress; street?: 'needed' | 'optional' };

/**
 * The address that a text tells, in today's two tiers, whether it was told by today's names or by those of before July 2025, with or without marks,
 * commas and words for the kinds. Nothing is taken that was not said: what leads to several communes is asked, what names none is `unknown`.
 */
export function readAddress(text: string, places: Places, options: ReadAddressOptions = {}): AddressReading {
  const directory = directoryOf(places);
  const said = clean(text).slice(0, longest);
  const reading = options.partial === undefined ? readAlone(said, directory).result : readOn(said, options.partial, directory);
  if (reading.kind !== 'found' || reading.address.detail !== '' || options.street !== 'needed') return reading;
  const { commune, province, was } = reading.address;
  const old = was === undefined ? {} : { was: { name: was, now: [commune.code] } };
  return askStreet({ detail: '', commune, province, ...old, readBack: reading.readBack });
}

// An address of more letters is none, and every word of it costs time.
const longest = 300;

type Alone = { result: AddressReading; reading: Reading | null; text: Words };

function readAlone(said: string, directory: Directory): Alone {
  const text = wordsOf(said);
  const mentions = mentionsIn(text, directory);
  const first = resultOf(text, mentions, directory);
  if (first.result.kind === 'found' && !isCut(first)) return first;
  const slips = slipsIn(text, directory, mentions);
  const second = slips.length === 0 ? first : resultOf(text, [...mentions, ...slips], directory);
  const best = (second.reading?.score ?? 0) > (first.reading?.score ?? 0) ? second : first;
  return isCut(best) ? { ...best, result: doubted(best.result) } : best;
}

/** "thành phố Huế, tỉnh Thừa Thiên Huế": the same province by two names. */
function saidTwice({ units }: Reading, mentions: Mention[]): Mention[] {
  const codes = new Set(units.province.map(({ unit }) => unit.province));
  return mentions.filter(
    ({ level, how, matches }) => level === 'province' && how === 'kind' && matches.some(({ unit }) => codes.has(unit.province)),
  );
}

/** "phường Láng Hạn": Láng is a name and half of what was said. "xã Abc, Láng": what was said by its kind is something else. */
function isCut({ reading, text }: Alone): boolean {
  const chosen = Object.values(reading?.mentions ?? {});
  if (chosen.some(({ to }) => !endsWell(text.words, to) && !chosen.some(({ from }) => from === to))) return true;
  return text.words.some((_, at) => isUnknown(text.words, at) && !chosen.some(({ from, to }) => at >= from && at < to));
}

function doubted(result: AddressReading): AddressReading {
  if (result.kind !== 'found') return result;
  const { commune, province, detail } = result.address;
  const name = `${commune.name}, ${province.name}`;
  return { kind: 'ask', what: 'which', choices: [{ label: name, say: name }], partial: { detail, province } };
}

function resultOf(text: Words, mentions: Mention[], directory: Directory): Alone {
  const reading = chooseReading(text, mentions);
  if (reading === null) return { result: { kind: 'unknown', partial: { detail: capital(tidy(text.text)) } }, reading, text };
  const detail = detailOf(text, [...Object.values(reading.mentions), ...saidTwice(reading, mentions)]);
  return { result: settle(reading, mentions, detail, directory), reading, text };
}

function askStreet(partial: PartialAddress): AddressReading {
  return { kind: 'ask', what: 'street', choices: [], partial };
}

/** The answer to a question: one of what was offered, else as it stands where that is enough, else with what was known before. */
function readOn(said: string, known: PartialAddress, directory: Directory): AddressReading {
  const alone = readAlone(said, directory);
  const named = alone.reading?.mentions ?? {};
  const { commune, province } = known;
  if (commune !== undefined && province !== undefined && named.commune?.how !== 'kind')
    return withStreet(said, { ...known, commune, province }, alone);
  const offered = offeredBy(alone.text, known.among ?? [], directory);
  if (offered !== null) return withKnown(found(offered, '', [], directory), known);
  if (alone.result.kind === 'found' && alone.result.readBack.length === 0) return withKnown(alone.result, known);
  const best = together(said, named, known).map((text) => readAlone(text, directory).result);
  const result = best.find(({ kind }) => kind === 'found') ?? best.find(({ kind }) => kind === 'ask') ?? alone.result;
  return withKnown(alone.reading === null && result.kind === 'ask' && !/\d/.test(said) ? withoutDetail(result) : result, known);
}

function withStreet(
  said: string,
  known: PartialAddress & Pick<Address, 'commune' | 'province'>,
  { reading, result }: Alone,
): AddressReading {
  const detail = capital(tidy(said));
  const { mentions } = reading ?? {};
  // A province alone is no street.
  if (detail === '' || (mentions?.province && !mentions.commune && result.kind === 'ask' && result.partial.detail === ''))
    return askStreet(known);
  const was = known.was === undefined ? {} : { was: known.was.name };
  return { kind: 'found', address: { detail, commune: known.commune, province: known.province, ...was }, readBack: known.readBack ?? [] };
}

/** The one of the communes offered that is named, with or without its kind and what stands behind it. */
function offeredBy({ words }: Words, among: string[], directory: Directory): string | null {
  const end = words.findIndex((word, at) => at > 0 && word.parted && !word.dash);
  const here = words.slice(kindAt(words, 0)?.words ?? 0, end < 0 ? words.length : end);
  const key = here.map((word) => word.key).join(' ');
  const named = among.filter(
    (code) =>
      spellName(kindAndName(directory.communes.get(code)?.name ?? '')[1])
        .map((word) => word.key)
        .join(' ') === key,
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The answer in its place among what was said before, smallest first; the likeliest text first. */
function together(said: string, named: Reading['mentions'], { said: names = {}, province }: PartialAddress): string[] {
  const texts: (string | undefined)[][] = [];
  if (named.commune?.how !== 'kind' && names.commune !== undefined) {
    if (named.district === undefined && named.province !== undefined) texts.push([names.commune, names.district, said]);
    texts.push([names.commune, said, named.province === undefined ? province?.name : undefined]);
  }
  const above = named.province === undefined ? province?.name : undefined;
  if (named.commune === undefined && named.district === undefined && named.province !== undefined) texts.push([names.district, said]);
  else texts.push([said, named.district === undefined ? names.district : undefined, above]);
  texts.push([said, above]);
  return texts.map((parts) => parts.filter((part) => part !== undefined).join(', '));
}

function withoutDetail(result: AddressReading & { kind: 'ask' }): AddressReading {
  return { ...result, partial: { ...result.partial, detail: '' } };
}

function withKnown(result: AddressReading, known: PartialAddress): AddressReading {
  if (result.kind === 'found') {
    const { address } = result;
    const was = address.was ?? (known.was?.now.includes(address.commune.code) ? known.was.name : undefined);
    return { ...result, address: { ...address, detail: joined(known.detail, address.detail), ...(was && { was }) } };
  }
  if (result.kind === 'unknown') return { kind: 'unknown', partial: known };
  const { among, was, ...rest } = known;
  const { partial } = result;
  return {
    ...result,
    partial: { ...rest, ...partial, said: { ...known.said, ...partial.said }, detail: joined(known.detail, partial.detail) },
  };
}

function joined(one: string, other: string): string {
  return [...new Set([one, other])].filter((part) => part !== '').join(', ');
}
