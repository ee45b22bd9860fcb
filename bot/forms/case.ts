import type { Choice, Language } from '../types.ts';
import type { Answers } from './form.ts';

/** What a filing asks for beside its form's questions: its own questions before and after them. */
export type Stage = 'reuse' | 'confirm' | 'change' | 'papers' | 'consent' | 'submit' | 'restart';

/** One person's filing on its way, kept after every answer. Personal through and through: it is stored sealed. */
export type Case = {
  /** A random UUID. */
  id: string;
  /** What the citizen and the clerk call the draft: "BN-261122-0001-K7QX". */
  code: string;
  /** The code of the procedure, and the version of its form. */
  form: string;
  version: number;
  language: Language;
  answers: Answers;
  /** The questions answered, in the order of answering. */
  order: string[];
  /** The question at hand: its id, or a stage; null before the first and after the last. */
  asking: string | null;
  /** What of an address was understood so far. */
  partial: string;
  /** The buttons of the last reply. */
  offered: Choice[];
  /** Unclear answers to the question at hand. */
  tries: number;
  /** What is said only once and was said. */
  told: string[];
  /** Answers of an earlier filing about the same applicant, offered again. */
  reuse: Answers;
  state: 'open' | 'ready' | 'submitted';
  /** The code of the dossier that came of it. */
  dossier: string | null;
  /** What was asked in the middle of it that nobody here could answer, ten at most, the oldest first: for staff. */
  asked: string[];
  /** Goes up with every save; 0: not saved yet. */
  revision: number;
};

/** What becomes of a case with the turn, in the same commit. `take`: it moves to this conversation. `submit`: it is to be sent, by the name of the target. */
export type CaseChange = { kind: 'save'; case: Case; take: boolean; submit?: string } | { kind: 'delete'; id: string };

/** Of a case that is not at hand, what may be shown. Days are `YYYY-MM-DD`. */
export type CaseInShort = { id: string; code: string; form: string; state: Case['state']; changedOn: string };
