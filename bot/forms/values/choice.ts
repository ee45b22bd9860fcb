import { heardNumber } from '../../speech/numbers-heard.ts';
import { foldedWords } from '../../text.ts';
import type { Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { withoutPoliteness } from './plain.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';
import { yesOrNo } from './yes-no.ts';

export type Option = Question['options'][number];

/** One of the options, by its words, its number or its place. */
export function readChoice(text: string, question: Question): Reading {
  // "Cả nhà" ends like a polite word: the text as it is comes first.
  const option = named(text, question.options) ?? optionIn(withoutPoliteness(text), question.options);
  if (option !== null) return good(option.value, option.label.vi);
  // They stand below it: as buttons, or with numbers where a channel has none.
  return bad(valueWording.choice);
}

/** True for the very words of one option, or of one of its other names. */
export function isOption(text: string, { options }: Question): boolean {
  const said = foldedWords(text).trim();
  return options.some((option) => namesOf(option).includes(said));
}

/** The one option that a text names, the surest way of naming first. */
export function optionIn(text: string, options: Option[]): Option | null {
  const words = foldedWords(text);
  const said = words.trim();
  if (said === '') return null;
  const equal = named(text, options);
  if (equal !== null) return equal;
  // "Bà" is no third place where an option is the grandmother.
  const isWordOfOne = options.some((option) => namesOf(option).some((name) => ` ${name} `.includes(words)));
  const place = isWordOfOne && !/\d/.test(words) ? null : placeIn(words);
  if (place !== null) return options[place < 0 ? options.length - 1 : place] ?? null;
  const held = heldIn(words, options);
  if (held !== null) return held;
  const begun = said.length < 3 ? [] : options.filter((option) => namesOf(option).some((name) => name.startsWith(said)));
  const inside = said.includes(' ') ? options.filter((option) => namesOf(option).some((name) => ` ${name} `.includes(words))) : [];
  return only(begun) ?? only(inside) ?? yesOrNoIn(text, options);
}

/** The one option that has this very name. */
function named(text: string, options: Option[]): Option | null {
  const said = foldedWords(text).trim();
  return only(options.filter((option) => namesOf(option).includes(said)));
}

/** The option whose name stands in the text, the longest where one holds another; two apart are none. What is denied is not named. */
export function heldIn(words: string, options: Option[]): Option | null {
  const found = options.flatMap((option) =>
    namesOf(option)
      .filter((name) => name.length > 1)
      .map((name) => ({ option, name, from: words.indexOf(` ${name} `) }))
      .filter(({ from }) => from >= 0),
  );
  const whole = found.filter((one) => !found.some((other) => other.name.length > one.name.length && covers(other, one)));
  const named = whole.filter(({ from }) => !denied.test(words.slice(0, from + 1)));
  return named.length < whole.length && named.length === 0 ? null : only(named.map(({ option }) => option));
}

function covers(other: { name: string; from: number }, one: { name: string; from: number }): boolean {
  return other.from <= one.from && one.from + one.name.length <= other.from + other.name.length;
}

const names = new WeakMap<Option, string[]>();

function namesOf(option: Option): string[] {
  const known = names.get(option);
  if (known !== undefined) return known;
  const all = [option.label.vi, option.label.en, option.label.vi.replace(/\s*\(.*\)\s*/g, ' '), option.value, ...option.hear];
  const made = [...new Set(all.map((name) => foldedWords(name).trim()))].filter(Boolean);
  names.set(option, made);
  return made;
}

/** The place that is named, from 0; −1 is the last. */
function placeIn(words: string): number | null {
  const bare = words.replace(lead, ' ').replace(tail, ' ').trim();
  if (/^(nhat|dau|dau tien|first|the first( one)?)$/.test(bare)) return 0;
  if (/^(cuoi|cuoi cung|last|the last( one)?)$/.test(bare)) return -1;
  if (/^(nhi|second|the second( one)?)$/.test(bare)) return 1;
  if (/^(third|the third( one)?)$/.test(bare)) return 2;
  if (/^[a-f]$/.test(bare)) return bare.charCodeAt(0) - 97;
  const number = bare === 'tu' ? 4 : heardNumber(bare);
  return number === null || number < 1 || number > 20 || !Number.isInteger(number) ? null : number - 1;
}

/** "Có" for the option `yes`, "không" for `no`. */
function yesOrNoIn(text: string, options: Option[]): Option | null {
  const said = yesOrNo(text);
  return said === null ? null : (options.find(({ value }) => value === (said ? 'yes' : 'no')) ?? null);
}

function only(options: Option[]): Option | null {
  return new Set(options).size === 1 ? (options[0] ?? null) : null;
}

const lead = /^ (?:(?:chon|toi|em|minh|lay|so|cai|cau|muc|lua chon|phuong an|truong hop|cach|thu|option|number|choose) )+/;
const tail = / (?:(?:di|nhe|nha|a) )+$/;
const denied = / (?:khong phai|ko phai|k phai|chu khong|khong|ko|chua|not)(?: la)?(?: con| nguoi)? $/;
