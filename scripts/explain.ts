import { screen } from '../bot/guard.ts';
import { emptyMemory } from '../bot/memory.ts';
import { clean } from '../bot/text.ts';
import { withoutDenied } from '../bot/understand/actions.ts';
import { understand } from '../bot/understand/understand.ts';
import type { Explained } from '../knowledge/index/create-index.ts';
import type { Reading, WordFound } from '../knowledge/index/explain.ts';
import type { OpenLibrary } from '../knowledge/library.ts';

const shown = 5;
const titleKinds = ['name', 'everyday name', 'result'];
const fieldNames: Record<string, string> = { alsoCalled: 'everyday names' };

/** Why the first five of a question rank as they do, as lines for a terminal. */
export async function explain(library: OpenLibrary, question: string, signal: AbortSignal): Promise<string> {
  const text = clean(question);
  const { intent } = understand(text, emptyMemory);
  const searched = withoutDenied('question' in intent ? intent.question : text);
  const { reading, hits } = library.explain(searched, shown);
  const faq = await library.faq(searched, signal);
  return [
    `Asked    ${text}`,
    `Wanted   ${wanted(text, intent)}`,
    ...(faq === null
      ? []
      : [`FAQ      ${faq.faq.id} is asked in nearly the same words: answered before any search where it asks for the same part`]),
    ...read(reading, hits[0]?.words ?? []),
    '',
    hits.length === 0 ? 'Nothing found: no word of the question stands in any record.' : hits.map(block).join('\n\n'),
  ].join('\n');
}

function wanted(text: string, intent: ReturnType<typeof understand>['intent']): string {
  const screening = screen(text);
  const kind = screening.kind === 'pass' ? intent.kind : screening.kind;
  if (screening.kind !== 'pass' || !('question' in intent)) return `${kind}: answered without a search; this is what one would find`;
  const aspect = 'aspect' in intent && intent.aspect !== null ? `, ${intent.aspect}` : '';
  return `${kind}${aspect}${intent.code === null ? '' : `, code ${intent.code}: it wins over the ranking`}`;
}

function read({ text, mended, pieces, signs }: Reading, words: WordFound[]): string[] {
  const shares = words.toSorted((a, b) => b.share - a.share).map(({ asked, share }) => `${asked} ${two(share)}`);
  return [
    `Read as  ${text}`,
    ...(mended.length === 0 ? [] : [`Mended   ${mended.map(({ from, to }) => `${from} → ${to}`).join(' · ')}`]),
    `Pieces   ${pieces.map(piece).join(' · ') || 'none'}`,
    `Signs    ${signs.join(', ') || 'none'}`,
    ...(shares.length === 0 ? [] : [`Weights  ${shares.join(' · ')}`]),
  ];
}

function piece({ said, means, weight }: Reading['pieces'][number]): string {
  const meaning = means.length === 0 ? '' : ` (= ${means.join(' | ')})`;
  return `${said}${meaning}${weight === 1 ? '' : ` ×${two(weight)}`}`;
}

function block({ hit, title, evidence, words, points }: Explained, place: number): string {
  const { alike, said, phrase, kind } = evidence.title;
  const found = words.filter(({ spellings }) => spellings.length > 0);
  const missing = words.filter(({ spellings }) => spellings.length === 0);
  const origin = hit.kind === 'local' ? `, local: ${hit.issuer}` : '';
  return [
    `${place + 1}. ${hit.code}  ${hit.name}`,
    `   score ${two(hit.score)} · chance ${two(hit.chance)}, by its score alone ${two(hit.coverage)}${origin}`,
    ...(title === '' ? [] : [`   ${titleKinds[kind]} "${title}": alike ${two(alike)}, said ${two(said)}, word by word ${two(phrase)}`]),
    ...found.map((word) => `   ${wordLine(word)}`),
    ...(missing.length === 0 ? [] : [`   not there: ${missing.map(({ asked, share }) => `${asked} ${two(share)}`).join(', ')}`]),
    `   for      ${
      points
        .filter((point) => point.points > 0)
        .map(pointed)
        .join(' · ') || 'nothing'
    }`,
    `   against  ${
      points
        .filter((point) => point.points < 0)
        .map(pointed)
        .join(' · ') || 'nothing'
    }`,
  ].join('\n');
}

function wordLine({ asked, share, spellings }: WordFound): string {
  const places = spellings.map(({ word, closeness, fields }) => {
    const spelled = word === asked ? '' : `as ${word} `;
    const near = closeness === 1 ? '' : `(×${two(closeness)}) `;
    return `${spelled}${near}in ${fields.map((field) => fieldNames[field] ?? field).join(', ')}`;
  });
  return `${asked} ${two(share)} ${places.join('; ')}`;
}

function pointed({ feature, value, points }: Explained['points'][number]): string {
  return `${feature} ${points < 0 ? '−' : '+'}${two(Math.abs(points))}${value === 1 ? '' : ` (${two(value)})`}`;
}

function two(value: number): string {
  return value.toFixed(2);
}
