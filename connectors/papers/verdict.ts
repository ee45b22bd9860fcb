import type { PaperDefect, PaperDoubt, PaperType } from '../../bot/paper-types.ts';

/** What a look into a file comes to. */
export type Verdict = { kind: 'good'; type: PaperType; pages: number; doubts: PaperDoubt[] } | Refusal;
export type Refusal = { kind: 'defects'; defects: PaperDefect[] };

export function defect(what: PaperDefect): Refusal {
  return { kind: 'defects', defects: [what] };
}
