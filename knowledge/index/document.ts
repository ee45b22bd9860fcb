import type { Level, Procedure } from '../../bot/types.ts';

/** What the index reads of a procedure. Texts are Vietnamese as recorded; empty strings and lists say nothing. */
export type IndexDocument = {
  id: string;
  code: string;
  name: string;
  kind: 'national' | 'local';
  /** Who issued it, by name: a ministry, or the province of a local procedure. */
  issuer: string;
  levels: Level[];
  subjects: string[];
  /** Everyday names, diacritics written. */
  alsoCalled: string[];
  results: string[];
  field: string;
  keywords: string;
  papers: string;
  conditions: string;
  steps: string;
  /** Agencies and receiving places. */
  places: string;
};

/** The searchable part of a procedure, or null for an internal one, which no citizen may find. */
export function indexDocument(procedure: Procedure, alsoCalled: string[]): IndexDocument | null {
  if (procedure.kind === 'internal') return null;
  return {
    id: procedure.id,
    code: procedure.code,
    name: procedure.name,
    kind: procedure.kind,
    issuer: procedure.issuer.name,
    levels: procedure.levels,
    subjects: procedure.subjects,
    alsoCalled,
    results: procedure.results,
    field: procedure.field,
    keywords: procedure.keywords,
    papers: procedure.papers.flatMap((group) => [group.title, ...group.papers.map((paper) => paper.name)]).join('\n'),
    conditions: procedure.conditions,
    steps: procedure.steps.map((step) => `${step.name}\n${step.text}`).join('\n'),
    places: [...procedure.agencies, ...procedure.authorities, procedure.receivedAt].join('\n'),
  };
}
