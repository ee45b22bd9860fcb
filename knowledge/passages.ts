import { createHash } from 'node:crypto';
import type { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { Aspect, Procedure } from '../bot/types.ts';

/** A piece of one section, small enough to embed. The digest tells whether it must be embedded again. */
export type Passage = { section: Aspect; ordinal: number; text: string; digest: string };

const longest = 1_200;
let splitter: Promise<RecursiveCharacterTextSplitter> | null = null;

/** Loaded when there is something to cut: a server that only answers does without its memory. */
function splitterOf(): Promise<RecursiveCharacterTextSplitter> {
  splitter ??= import('@langchain/textsplitters').then(
    (library) =>
      new library.RecursiveCharacterTextSplitter({
        chunkSize: longest,
        chunkOverlap: 0,
        separators: ['\n\n', '\n', '. ', '; ', ' '],
      }),
  );
  return splitter;
}

/** The sections of a procedure cut into passages. Each begins with the name, so that it is understood alone. */
export async function passagesOf(procedure: Procedure): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const [section, text] of sectionsOf(procedure)) {
    if (text.trim() === '') continue;
    const pieces = text.length <= longest ? [text] : await (await splitterOf()).splitText(text);
    pieces.forEach((piece, ordinal) => {
      const whole = `${procedure.name}\n${piece.trim()}`;
      passages.push({ section, ordinal, text: whole, digest: createHash('sha256').update(whole).digest('base64url') });
    });
  }
  return passages;
}

function sectionsOf(procedure: Procedure): [Aspect, string][] {
  const { papers, ways, steps } = procedure;
  return [
    ['documents', papers.map((group) => [group.title, ...group.papers.map((paper) => `- ${paper.name}`)].join('\n')).join('\n')],
    [
      'fee',
      [...new Set(ways.flatMap((way) => way.fees.map((fee) => `${fee.amount ?? ''} ${fee.currency ?? ''} ${fee.text}`.trim())))].join('\n'),
    ],
    [
      'duration',
      [...new Set(ways.map((way) => `${way.duration.amount ?? ''} ${way.duration.unit} ${way.duration.text}`.trim()))].join('\n'),
    ],
    ['steps', steps.map((step) => `${step.name}\n${step.text}`.trim()).join('\n')],
    ['place', [...procedure.agencies, procedure.receivedAt].join('\n')],
    ['conditions', procedure.conditions],
    ['result', procedure.results.join('\n')],
    ['legal-basis', procedure.legalBases.map((basis) => `${basis.code} ${basis.name}`).join('\n')],
    ['eligible', procedure.subjects.join('\n')],
  ];
}
