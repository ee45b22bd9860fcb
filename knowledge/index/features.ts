import { actionMask, circleMask, levelMask, signBits } from './signs.ts';
import { traitBits } from './traits.ts';

/** What the ranking knows of one document for one question. The first four are 0–1. */
export type Evidence = {
  /** BM25F over all fields, as a share of what the question's words could bring. */
  words: number;
  /** Share of the question's idf mass that is found; a word found only in long texts counts half. */
  coverage: number;
  /** Share of the question's neighbour pairs found in names, results and everyday names. */
  pairs: number;
  /** How well the best of its titles and the question are the same words, both ways. */
  title: number;
  /** The question names the code. */
  code: boolean;
  /** The question names the province of a local procedure. */
  placeNamed: boolean;
  traits: number;
  /** Signs of the name, and of the question. */
  signs: number;
  asked: number;
};

export type Feature = { name: string; weight: number; value(evidence: Evidence): number };

/** The declared features: a hit's score is the sum of weight × value. Evidence first, then priors for when evidence is about equal. */
export const features: readonly Feature[] = [
  { name: 'words', weight: 1.29, value: ({ words }) => words },
  { name: 'coverage', weight: 0.63, value: ({ coverage }) => coverage },
  { name: 'pairs', weight: 0.32, value: ({ pairs }) => pairs },
  { name: 'title', weight: 1.01, value: ({ title }) => title },
  { name: 'nearly the whole title', weight: 0.87, value: ({ title }) => Math.max(0, title - 0.75) * 4 },
  { name: 'code', weight: 5, value: ({ code }) => Number(code) },
  { name: 'ward level', weight: 0.15, value: has(traitBits.ward) },
  { name: 'ministry level only', weight: -0.07, value: ({ traits }) => Number((traits & levels) === traitBits.ministry) },
  { name: 'for citizens', weight: 0.02, value: has(traitBits.citizen) },
  { name: 'for enterprises only', weight: -0.19, value: has(traitBits.enterpriseOnly) },
  {
    name: 'for foreigners only',
    weight: -0.25,
    value: ({ traits, asked }) => Number((traits & traitBits.foreignerOnly) !== 0 && !foreign(asked)),
  },
  { name: 'for officials only', weight: -0.23, value: has(traitBits.officialOnly) },
  {
    name: 'local, place not named',
    weight: -0.51,
    value: ({ traits, placeNamed }) => Number((traits & traitBits.local) !== 0 && !placeNamed),
  },
  { name: 'local, place named', weight: 0.1, value: ({ traits, placeNamed }) => Number((traits & traitBits.local) !== 0 && placeNamed) },
  { name: 'foreign, not asked', weight: -0.1, value: ({ signs, asked }) => Number(foreign(signs) && !foreign(asked)) },
  { name: 'foreign, as asked', weight: 0.19, value: ({ signs, asked }) => Number(foreign(signs) && foreign(asked)) },
  { name: 'circle not asked', weight: -0.02, value: ({ signs, asked }) => Math.min(2, ones(signs & ~asked & circles)) },
  { name: 'action as asked', weight: 0.19, value: ({ signs, asked }) => Math.min(2, ones(signs & asked & actionMask)) },
  { name: 'action not asked', weight: -0.1, value: ({ signs, asked }) => Math.min(2, ones(signs & ~asked & actionMask)) },
  { name: 'action missing', weight: -0.14, value: ({ signs, asked }) => Math.min(2, ones(asked & ~signs & actionMask)) },
  { name: 'level as asked', weight: 0.25, value: ({ signs, asked }) => Number((signs & asked & levelMask) !== 0) },
];

export function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const feature of features) score += feature.weight * feature.value(evidence);
  return score;
}

const levels = traitBits.ward | traitBits.province | traitBits.ministry;
const circles = circleMask & ~signBits.foreign;

function has(bit: number): (evidence: Evidence) => number {
  return ({ traits }) => Number((traits & bit) !== 0);
}

function foreign(signs: number): boolean {
  return (signs & signBits.foreign) !== 0;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
