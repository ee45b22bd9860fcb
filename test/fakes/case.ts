import { randomUUID } from 'node:crypto';
import type { Case } from '../../bot/forms/case.ts';

/** A filing that has just begun. */
export function aCase(change: Partial<Case> = {}): Case {
  return {
    id: randomUUID(),
    code: `BN-261122-0001-${randomUUID().slice(0, 4).toUpperCase()}`,
    form: '9.000001',
    version: 1,
    language: 'vi',
    answers: {},
    order: [],
    asking: 'child.name',
    partial: '',
    offered: [],
    tries: 0,
    told: [],
    reuse: {},
    state: 'open',
    dossier: null,
    asked: [],
    revision: 0,
    ...change,
  };
}
