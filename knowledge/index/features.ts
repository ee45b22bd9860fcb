import { actionMask, circleMask, levelMask, signBits } from './signs.ts';
import type { Likeness } from './titles.ts';
import { traitBits } from './traits.ts';
import { weights } from './weights.ts';

/** What the ranking knows of one document for one question. The first four are 0–1. */
export type Evidence = {
  /** BM25F over all fields, as a share of what the question's words could bring. */
  words: number;
  /** Share of the question's idf mass that is found; a word found only in long texts counts half. */
  coverage: number;
  /** Share of the question's neighbour pairs found in names, results and everyday names. */
  pairs: number;
  /** How the best of its titles and the question agree. */
  title: Likeness;
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
  { name: 'words', weight: 1.32, value: ({ words }) => words },
  { name: 'coverage', weight: 0.67, value: ({ coverage }) => coverage },
  { name: 'pairs', weight: 0.79, value: ({ pairs }) => pairs },
  { name: 'title alike', weight: 0.58, value: ({ title }) => title.alike },
  { name: 'nearly the whole title', weight: 0.17, value: ({ title }) => Math.max(0, title.alike - 0.75) * 4 },
  { name: 'title said', weight: 0.56, value: ({ title }) => title.said },
  { name: 'title word by word', weight: 0.38, value: ({ title }) => title.phrase },
  { name: 'code', weight: 5, value: ({ code }) => Number(code) },
  { name: 'ward level', weight: 0.11, value: has(traitBits.ward) },
  { name: 'ministry level only', weight: -0.13, value: ({ traits }) => Number((traits & levels) === traitBits.ministry) },
  { name: 'no everyday name', weight: 0.07, value: ({ traits }) => Number((traits & traitBits.named) === 0) },
  { name: 'for enterprises only', weight: -0.24, value: has(traitBits.enterpriseOnly) },
  {
    name: 'for foreigners only',
    weight: -0.26,
    value: ({ traits, asked }) => Number((traits & traitBits.foreignerOnly) !== 0 && !foreign(asked)),
  },
  { name: 'for officials only', weight: -0.65, value: has(traitBits.officialOnly) },
  {
    name: 'local, place not named',
    weight: -0.96,
    value: ({ traits, placeNamed }) => Number((traits & traitBits.local) !== 0 && !placeNamed),
  },
  { name: 'foreign, not asked', weight: -0.17, value: ({ signs, asked }) => Number(foreign(signs) && !foreign(asked)) },
  { name: 'foreign, as asked', weight: 0.36, value: ({ signs, asked }) => Number(foreign(signs) && foreign(asked)) },
  { name: 'army, not asked', weight: -0.11, value: stranger(signBits.army) },
  { name: 'mobile or border, not asked', weight: -0.18, value: stranger(signBits.mobile) },
  {
    name: 'at an embassy, not asked',
    weight: -0.3,
    value: ({ signs, asked }) => Number((signs & signBits.mission) !== 0 && (asked & (signBits.mission | signBits.embassy)) === 0),
  },
  { name: 'district, not asked', weight: -0.2, value: stranger(signBits.district) },
  { name: 'circle not asked', weight: -0.11, value: ({ signs, asked }) => Math.min(2, ones(signs & ~asked & circles)) },
  { name: 'action as asked', weight: 0.18, value: ({ signs, asked }) => Math.min(2, ones(signs & asked & actionMask)) },
  { name: 'action not asked', weight: -0.1, value: ({ signs, asked }) => Math.min(2, ones(signs & ~asked & actionMask)) },
  { name: 'action missing', weight: -0.13, value: ({ signs, asked }) => Math.min(2, ones(asked & ~signs & actionMask)) },
  { name: 'level as asked', weight: 0.25, value: ({ signs, asked }) => Number((signs & asked & levelMask) !== 0) },
];

export function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const feature of features) score += feature.weight * feature.value(evidence);
  return score;
}

/** The chance that a hit with this score is what was asked for, as measured: a logistic curve, so 0–1 and rising with the score. */
export function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(weights.chance.even * weights.chance.steepness - weights.chance.steepness * score));
}

const levels = traitBits.ward | traitBits.province | traitBits.ministry;
const circles = circleMask & ~signBits.foreign;

function has(bit: number): (evidence: Evidence) => number {
  return ({ traits }) => Number((traits & bit) !== 0);
}

function stranger(bits: number): (evidence: Evidence) => number {
  return ({ signs, asked }) => Number((signs & ~asked & bits) !== 0);
}

function foreign(signs: number): boolean {
  return (signs & signBits.foreign) !== 0;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
