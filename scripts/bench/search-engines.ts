import type { IndexDocument } from '../../knowledge/index/document.ts';

/** A search over procedures as the bench sees it. `search` gives codes, best first, ten at most. */
export type Engine = { size: number; search(question: string): string[] };

/**
 * Ours and its peers. Each is loaded when it is asked for, so that the memory of its code and tables counts as its own.
 * The peers get the same documents, everyday names included, their words folded by us, and the best settings that we found for them.
 */
export const engines: Record<string, (documents: Iterable<IndexDocument>) => Promise<Engine>> = {
  motcua: async (documents) => {
    const { createIndex } = await import('../../knowledge/index/create-index.ts');
    const index = createIndex(documents);
    return { size: index.size, search: (question) => index.search(question, 10).map(({ code }) => code) };
  },
  minisearch: async (documents) => (await import('./search-minisearch.ts')).createMiniSearch(documents),
  flexsearch: async (documents) => (await import('./search-flexsearch.ts')).createFlexSearch(documents),
};
