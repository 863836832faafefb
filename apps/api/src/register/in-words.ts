import type { Database } from '../platform/db/index.ts';
import { chosenOf } from './facets.ts';
import { type RegisterRequest, searchRegister } from './search.ts';

/** What a search is called where it is told of elsewhere, and how many measures it finds now. */
export interface SearchInWords {
  readonly total: number;
  /** The free text and each filter, as `Fase: Idé, Konsept`; none: all measures. */
  readonly parts: readonly string[];
}

/** A search in words, in its language. @throws ApiError unknownVariable, notFound */
export async function searchInWords(db: Database, now: Date, request: RegisterRequest): Promise<SearchInWords> {
  const { q, language } = request;
  const { selection } = await searchRegister(db, now, { ...request, sort: '' });
  const chosen = Map.groupBy(chosenOf(selection, language), ({ id }) => id);
  const filters = [...chosen.values()].map(
    (codes) => `${codes[0]?.label}: ${codes.map(({ codeLabel }) => codeLabel).join(', ')}`,
  );
  const words = q.trim();
  return {
    total: selection.total,
    parts: words === '' ? filters : [language === 'en' ? `“${words}”` : `«${words}»`, ...filters],
  };
}
