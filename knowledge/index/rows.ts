import type { Postings } from './segment.ts';

/** Postings while they are gathered, in the order of their units: (term, unit, mark) rows in growing typed arrays. */
export type Rows = {
  add(term: number, unit: number, mark: number): void;
  /** Sorted by term, then by unit. `terms`: one more than the highest; `byte` keeps marks in 8 bits, `none` drops them; `renumber`: new terms. */
  freeze(terms: number, units: number, marks: 'word' | 'byte' | 'none', renumber?: Uint32Array): Postings;
};

export function createRows(): Rows {
  let terms = new Uint32Array(1024);
  let units = new Uint32Array(1024);
  let marks = new Uint32Array(1024);
  let length = 0;

  return {
    add(term, unit, mark) {
      if (length === terms.length) {
        terms = grown(terms);
        units = grown(units);
        marks = grown(marks);
      }
      terms[length] = term;
      units[length] = unit;
      marks[length++] = mark;
    },

    freeze(termCount, unitCount, kind, renumber) {
      if (renumber !== undefined) for (let row = 0; row < length; row++) terms[row] = renumber[terms[row] ?? 0] ?? 0;
      const starts = new Uint32Array(termCount + 1);
      for (let row = 0; row < length; row++) bump(starts, (terms[row] ?? 0) + 1);
      for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
      const next = starts.slice();
      const sorted = unitCount <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
      const kept = kind === 'none' ? null : kind === 'byte' ? new Uint8Array(length) : new Uint32Array(length);
      for (let row = 0; row < length; row++) {
        const term = terms[row] ?? 0;
        const place = next[term] ?? 0;
        next[term] = place + 1;
        sorted[place] = units[row] ?? 0;
        if (kept !== null) kept[place] = marks[row] ?? 0;
      }
      return { starts, units: sorted, marks: kept };
    },
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
