import { type EditionFormat, queryText } from '@samblikk/contract';
import { type Language, prefixes } from '@samblikk/text';
import type { Database } from '../../platform/db/index.ts';
import { few, nameOfFile } from '../../platform/http/index.ts';
import { type DatedRelease, refuseMeasure } from '../../releases/index.ts';
import { latestCorpus } from '../corpus.ts';
import { chosenOf } from '../facets.ts';
import { placesOf } from '../places.ts';
import { type Found, type RegisterRequest, searchRegister } from '../search.ts';
import type { Listing } from './listing.ts';
import { words } from './words.ts';
import { writers } from './writers.ts';

export { csvwOf } from './csvw.ts';
export type { Listing } from './listing.ts';

/** A listing as a file, some measures at a time: memory does not grow with it. The same listing is the same bytes. */
export const registerFile = (db: Database, format: EditionFormat, listing: Listing) => writers[format](db, listing);

/** What a search found, in its order. @param site where the web is */
export function listingOf(found: Found, asked: RegisterRequest, site: string): Listing {
  const { selection, entries } = found;
  const { language, q } = asked;
  const said = words[language];
  const chosen = Map.groupBy(chosenOf(selection, language), ({ label }) => label);
  const withheld = selection.withheld() ?? 0;
  return {
    corpus: selection.corpus,
    parts: selection.searchedFirst().flatMap(({ part, searched }) => (searched ? [part] : [])),
    entries,
    language,
    site: site + prefixes[language],
    source: site + prefixes[language] + pathOf(found, asked),
    asked: [
      ...(q === '' ? [] : [[said.q, q] as const]),
      ...[...chosen].map(([label, codes]) => [label, codes.map(({ codeLabel }) => codeLabel).join(', ')] as const),
      ...(withheld > 0 ? [[said.withheld, String(withheld)] as const] : []),
    ],
  };
}

/** What the file of a search is called, without ending: the years, and what was chosen. `samblikk-tiltak-2019-ministry-HOD` */
export function listingName({ selection }: Found, { q }: RegisterRequest): string {
  const years = selection.searchedFirst().flatMap(({ part, searched }) => (searched ? [part.release.year] : []));
  const chosen = Object.entries(selection.criteria.filters).map(([id, codes]) => `${id}-${few(codes)}`);
  const inOrder = years.toSorted((a, b) => a - b).map(String);
  return nameOfFile([
    'tiltak',
    few(inOrder),
    ...chosen,
    ...(selection.criteria.numbers ? [few([...selection.criteria.numbers])] : []),
    ...(q === '' ? [] : [`q-${q.trim().replaceAll(/\s+/g, '+')}`]),
  ]);
}

/** The page of the web that lists the same measures in the same order. */
function pathOf({ selection }: Found, { q, rounds, release, preview, sort, numbers = [] }: RegisterRequest): string {
  const query = queryText(
    new URLSearchParams({
      ...(q !== '' && { q }),
      ...(rounds.length > 0 && { round: rounds.join(',') }),
      ...(release !== undefined && { release: String(release) }),
      ...Object.fromEntries(Object.entries(selection.criteria.filters).map(([id, codes]) => [id, codes.join(',')])),
      ...(numbers.length > 0 && { number: numbers.join(',') }),
      ...(sort !== '' && { sort }),
    }),
  );
  const page = preview ? `/runder/${preview.year}/utgave/${preview.number}/register` : '/register';
  return page + query;
}

/**
 * One public measure in every round it is public in, newest first.
 * @param id public number or id
 * @throws ApiError notFound, publicMeasureWithdrawn
 */
export async function measureListing(
  db: Database,
  now: Date,
  { id, language, site }: { id: string; language: Language; site: string },
): Promise<Listing> {
  const corpus = await latestCorpus(db, now);
  const entries = Uint32Array.from(await placesOf(db, corpus, id));
  const [first] = entries;
  if (first === undefined) return refuseMeasure(db, id);
  const parts = [...new Set(Array.from(entries, (entry) => corpus.at(entry).part))];
  const at = corpus.at(first);
  const place = site + prefixes[language];
  const source = `${place}/tiltak/${at.part.numbers[at.place]}`;
  return { corpus, parts, entries, language, site: place, source, asked: [] };
}

/** All public measures of one release, public or not, by number. @param source where the release is told of */
export async function releaseListing(
  db: Database,
  now: Date,
  { year, number }: Pick<DatedRelease, 'year' | 'number'>,
  { language, site, source }: { language: Language; site: string; source: string },
): Promise<Listing> {
  const asked: RegisterRequest = {
    q: '',
    rounds: [],
    release: undefined,
    preview: { year, number },
    filters: {},
    sort: 'number',
    language,
  };
  return { ...listingOf(await searchRegister(db, now, asked), asked, site), source };
}
