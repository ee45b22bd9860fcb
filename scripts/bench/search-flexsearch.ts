import { Document } from 'flexsearch';
import type { IndexDocument } from '../../knowledge/index/document.ts';
import type { Engine } from './search-engines.ts';
import { flat, type TextField, textFields, words } from './search-fields.ts';

const short: readonly TextField[] = ['name', 'alsoCalled', 'results', 'keywords'];
const context = { depth: 2, resolution: 9, bidirectional: false } as const;

/** FlexSearch: neighbouring words in short fields; its own suggestions forgive words that are missing; fields joined by reciprocal rank. */
export function createFlexSearch(documents: Iterable<IndexDocument>): Engine {
  const codes = new Map<string, string>();
  const fields = textFields.map((field) => {
    const settings = { field, tokenize: 'strict' as const, resolution: 9, encode: words };
    return short.includes(field) ? { ...settings, context } : settings;
  });
  const index = new Document({ document: { id: 'id', index: fields } });
  for (const document of documents) {
    index.add(flat(document));
    codes.set(document.id, document.code);
  }

  return {
    size: codes.size,
    search(question) {
      const points = new Map<string, number>();
      for (const { field, result } of index.search(question, { limit: 100, suggest: true })) {
        const weight = field === 'name' || field === 'alsoCalled' || field === 'code' ? 1 : 0.3;
        for (const [at, id] of result.entries()) points.set(String(id), (points.get(String(id)) ?? 0) + weight / (1 + at));
      }
      const best = [...points].toSorted((a, b) => b[1] - a[1]).slice(0, 10);
      return best.map(([id]) => codes.get(id) ?? '');
    },
  };
}
