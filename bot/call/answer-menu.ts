import type { Choice, Language, Reply } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { onThePhone } from './answer-phrases.ts';
import type { KeyChoice } from './answer-types.ts';
import { keyWording, offers, verbs } from './answer-wording.ts';
import type { Key } from './line.ts';
import { phoneWording } from './phone-wording.ts';

/** What can be pressed: after an answer what is asked most, three at most and the text message; of a question everything that answers it. */
export function menuOf(reply: Reply, language: Language): KeyChoice[] {
  // A yes and a no have their own keys.
  if (reply.expects === 'yes-no' && reply.choices.length === 2 && reply.choices.every(({ label }) => plainYesNo.test(label))) return [];
  const choices = reply.choices
    .filter(({ label }) => label !== choiceWording.notify[language])
    .filter(({ say }, _, all) => all.length === 1 || say !== choiceWording.person[language]);
  const taken = (isOffer(reply) ? mostAsked(choices, language) : choices).slice(0, keys.length);
  const short = taken.map((choice) => labelOf(choice, language, longest));
  const isTold = new Set(short).size === short.length;
  return taken.map((choice, at) => {
    return {
      key: keys[at] ?? '8',
      label: (isTold ? short[at] : null) ?? labelOf(choice, language, Number.POSITIVE_INFINITY),
      say: choice.say,
    };
  });
}

const plainYesNo = /^(?:có|không|yes|no)$/i;
const keys: Key[] = ['1', '2', '3', '4', '5', '6', '7', '8'];
const mostOffers = 3;
const mostAnswers = 4;
const longest = 110;

/** Choices that answer nothing: what else could be asked. */
function isOffer({ kind, choices }: Reply): boolean {
  return kind === 'answered' || kind === 'greeted' || choices.some(({ say }) => say in offers);
}

/** What goes on with this answer first, then in the order that people ask. */
function mostAsked(choices: Choice[], language: Language): Choice[] {
  const text = choices.filter(({ label }) => label === phoneWording.getText[language]);
  const others = choices.filter((choice) => !text.includes(choice));
  const ranked = others.map((choice, at) => ({ choice, rank: offers[choice.say]?.rank ?? 5 + at }));
  const most = others.some(({ say }) => say in offers) ? mostOffers : mostAnswers;
  return [
    ...ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ choice }) => choice),
    ...text,
  ];
}

/** Goes on from "Bấm phím 1 để …". What is no deed is chosen: a procedure, an answer. */
function labelOf({ label, say }: Choice, language: Language, most: number): string {
  const known = offers[say]?.label;
  if (known !== undefined) return known;
  if (/^PA-\d{6}-/.test(say)) return keyWording.petition[language];
  const said = onThePhone(label.replaceAll('**', ''), language)
    .replace(/\s+/g, ' ')
    .replace(/[.:?\s]+$/, '');
  const isProcedure = / – \d\.\d{6}$/.test(say) && say.startsWith(label);
  if (verbs[language].test(said) && !isProcedure) return `${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  return keyWording.choose[language].replace('WHAT', () => shortened(said, most));
}

/** A name as long as that of some procedures is told from the others by its beginning; the key chooses it whole. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const window = name.slice(0, most);
  const at = Math.max(window.lastIndexOf(', '), window.lastIndexOf(' ('), window.lastIndexOf('; '));
  return (at > most / 2 ? window.slice(0, at) : window.slice(0, window.lastIndexOf(' '))).trim();
}
