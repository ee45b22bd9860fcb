import type { Memory } from './types.ts';

/** A conversation that has just begun. */
export const emptyMemory: Memory = {
  language: 'vi',
  focus: null,
  earlier: [],
  matter: '',
  aspect: null,
  part: 0,
  offered: [],
  awaiting: null,
  dossier: null,
  pending: null,
  petition: null,
  wish: null,
  confirming: null,
  papers: null,
  filing: null,
  open: null,
};
