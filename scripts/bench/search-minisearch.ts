import MiniSearch from 'minisearch';
import type { IndexDocument } from '../../knowledge/index/document.ts';
import type { Engine } from './search-engines.ts';
import { flat, textFields, words } from './search-fields.ts';

/** MiniSearch: BM25 over all fields, names far above long texts, endings and slips of long words forgiven. */
export function createMiniSearch(documents: Iterable<IndexDocument>): Engine {
  const index = new MiniSearch({ fields: [...textFields], storeFields: ['code'], tokenize: words, processTerm: (term) => term });
  for (const document of documents) index.add(flat(document));
  return {
    size: index.documentCount,
    search: (question) =>
      index
        .search(question, { boost, prefix: isLong, fuzzy: (term) => (isLong(term) ? 1 : false), weights: { prefix: 0.1, fuzzy: 0.1 } })
        .slice(0, 10)
        .map(({ code }) => String(code)),
  };
}

// Most syllables have two to four letters: forgiven a letter, each would be a dozen others.
function isLong(term: string): boolean {
  return term.length > 4;
}

const boost = {
  name: 12,
  alsoCalled: 12,
  code: 20,
  keywords: 3,
  results: 2,
  field: 2,
  issuer: 0.5,
  papers: 0.1,
  steps: 0.05,
  conditions: 0.05,
  places: 0.02,
};
