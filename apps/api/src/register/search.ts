import type { RegisterList, RegisterSort, SuggestedFilter } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Filters } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import {
  newestReleases,
  refuseMissing,
  refuseUnknown,
  releases,
  variablesAmong,
  withAgencyNumbers,
} from '../releases/index.ts';
import { searchText, type TextResult } from '../search/index.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { cursorAt, readCursor, requireOwn } from './cursor.ts';
import { chosenOf, facetsOf } from './facets.ts';
import { foundIn } from './found.ts';
import { measuresAt } from './rows.ts';
import { Selection } from './selection.ts';
import { aboutRelease, itemOf } from './show.ts';
import { suggestedFilters } from './suggest.ts';

/** What the address of the register says, apart from page and format. */
export interface RegisterRequest {
  readonly q: string;
  readonly rounds: readonly number[];
  /** A release number of the one round chosen; the latest of each round unless told. */
  readonly release: number | undefined;
  /** For staff: this one release instead, whether it is public or not. */
  readonly preview?: { readonly year: number; readonly number: number };
  /** Exactly these releases instead: those that a walk began in, also when there are newer ones since. */
  readonly within?: readonly { readonly year: number; readonly number: number }[];
  readonly filters: Filters;
  /** The numbers of measures that somebody chose; these alone, where there are any. */
  readonly numbers?: readonly string[];
  /** Refuse parameters that are no variable: where the answer cannot name them. */
  readonly strict?: boolean;
  /** A sort, a minus in front reverses it; empty is the usual one. */
  readonly sort: string;
  readonly language: Language;
}

/** What was found, in order. */
export interface Found {
  readonly selection: Selection;
  readonly sort: string;
  /** Parameters that are no variable. */
  readonly ignored: readonly string[];
  readonly text: TextResult | undefined;
  /** Entries of the corpus, sorted; made once. */
  readonly entries: Uint32Array;
}

/** Filters with the codes that words are counted under, however a word is written in the address. */
function asCounted({ parts }: Corpus, filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).map(([id, codes]) => {
      const column = parts.map((part) => part.open.columns.get(id)).find((one) => one !== undefined);
      const codeOf = column?.variable.codeOf ?? ((code: string) => code);
      return [id, [...new Set(codes.map(codeOf))]];
    }),
  );
}

/** Finds measures: the one way into the register, for pages and files alike. @throws ApiError unknownVariable, notFound */
export async function searchRegister(db: Database, now: Date, request: RegisterRequest): Promise<Found> {
  const { q, rounds, language, numbers = [] } = request;
  const corpus = await corpusOf(db, await searched(db, now, request));
  const datasets = corpus.parts.map(({ sealed }) => sealed);
  const known = variablesAmong(datasets, request.filters);
  const { ignored } = known;
  if (request.strict) refuseUnknown(datasets, ignored);
  const filters = await withAgencyNumbers(db, corpus.parts, asCounted(corpus, known.filters));
  const text = await searchText(db, corpus.parts, q);
  const sort = sortOf(request.sort, text !== undefined);
  const selection = new Selection(corpus, {
    ...{ rounds, filters, found: text?.matches },
    ...(numbers.length > 0 && { numbers: new Set(numbers) }),
  });
  const entries =
    sort.by === 'relevance' && text ? byRank(selection, text, sort.descending) : inOrder(selection, sort, language);
  return { selection, text, sort: sort.text, ignored, entries };
}

/** Which page of what was found: by number, or the one that a cursor leads to, in the releases the walk began in. */
export interface WhichPage {
  readonly page: number;
  readonly size: number;
  readonly cursor?: string | undefined;
}

/** One page of what was found, with facets and counts. @throws ApiError badCursor, and what `searchRegister` throws */
export async function registerPage(
  db: Database,
  now: Date,
  request: RegisterRequest,
  { page: asked, size, cursor: given }: WhichPage,
): Promise<RegisterList> {
  const { language, q } = request;
  const cursor = given === undefined ? undefined : readCursor(given);
  const found = await searchRegister(db, now, cursor ? { ...request, within: cursor.releases } : request);
  if (cursor) requireOwn(cursor, found, q, language);
  const { selection, text, sort, ignored, entries } = found;
  const { corpus, total } = selection;
  const offset = cursor?.offset ?? (asked - 1) * size;
  const page = Math.floor(offset / size) + 1;
  const measures = await measuresAt(db, corpus, entries.slice(offset, offset + size));
  return {
    total,
    withheld: selection.withheld() ?? null,
    page,
    size,
    pages: Math.ceil(total / size),
    next: cursorAt(offset + size, found, q, language),
    sort,
    suggestion: text?.corrected === undefined ? null : { asked: q, q: text.corrected },
    missing: [...(text?.missing ?? [])],
    cut: text?.cut ?? false,
    suggestions: text ? suggestionsFor(corpus, request, text) : [],
    items: measures.map((measure) => ({
      ...itemOf(measure, language),
      found: text ? foundIn(measure, text, language) : null,
    })),
    facets: facetsOf(selection, language),
    chosen: chosenOf(selection, language),
    ignored: [...ignored],
    releases: corpus.parts.map(({ release }) => ({
      ...aboutRelease(release, language),
      measures: release.measures,
    })),
  };
}

/** Filters that a text names, of the rounds that are searched. */
export async function suggestFor(db: Database, now: Date, request: RegisterRequest): Promise<SuggestedFilter[]> {
  const { text, selection } = await searchRegister(db, now, request);
  return text ? suggestionsFor(selection.corpus, request, text) : [];
}

/** Of all that is in the rounds, whatever else is filtered by: to be chosen instead of the words. */
function suggestionsFor(
  corpus: Corpus,
  { rounds, filters, language }: RegisterRequest,
  text: TextResult,
): SuggestedFilter[] {
  const all = new Selection(corpus, { rounds, filters: {}, found: undefined });
  return suggestedFilters(all, text, language).filter(({ id, code }) => !filters[id]?.includes(code));
}

/** The releases a request is about: the latest of every round, or one by number. */
async function searched(db: Database, now: Date, { rounds, release, preview, within }: RegisterRequest) {
  if (preview) {
    const found = await releases(db, now, { ...preview, unpublished: true });
    return found.length > 0 ? found : refuseMissing(db, preview);
  }
  if (within) {
    const open = await releases(db, now);
    const found = within.map((one) => open.find(({ year, number }) => year === one.year && number === one.number));
    // One of them may have been withdrawn meanwhile, which the answer then says.
    const missing = within[found.indexOf(undefined)];
    return missing ? refuseMissing(db, missing) : found.filter((one) => one !== undefined);
  }
  if (release === undefined) return newestReleases(db, now);
  const [year] = rounds;
  if (year === undefined || rounds.length > 1) throw new ApiError('invalidRequest', { detail: 'releaseNeedsRound' });
  const found = await releases(db, now, { year, number: release });
  return found.length > 0 ? found : refuseMissing(db, { year, number: release });
}

function sortOf(asked: string, hasText: boolean): { by: RegisterSort; descending: boolean; text: string } {
  const usual = hasText ? 'relevance' : 'newest';
  const by = asked.replace(/^-/, '') as RegisterSort | '';
  // Without free text there is nothing to be relevant to.
  if (by === '' || (by === 'relevance' && !hasText)) return { by: usual, descending: false, text: usual };
  return { by, descending: asked.startsWith('-'), text: asked };
}

function inOrder(
  selection: Selection,
  sort: { by: RegisterSort; descending: boolean },
  language: Language,
): Uint32Array {
  const matches = selection.flat();
  const by = sort.by === 'relevance' ? 'newest' : sort.by;
  return selection.corpus.order(by, sort.descending, language).filter((entry) => matches[entry]);
}

/** The best match first; equal ones by newest round and number. */
function byRank(selection: Selection, { matches }: TextResult, descending: boolean): Uint32Array {
  const { parts, offsets, size } = selection.corpus;
  const entries: number[] = [];
  const score = new Float32Array(size);
  parts.forEach((part, index) => {
    const found = matches.get(part.release.id);
    const mask = selection.masks[index] as Uint8Array;
    found?.places.forEach((place, i) => {
      if (!mask[place]) return;
      const entry = (offsets[index] as number) + place;
      score[entry] = found.scores[i] as number;
      entries.push(entry);
    });
  });
  // Those of one release are in order already.
  if (matches.size === 1 && !descending) return Uint32Array.from(entries);
  const direction = descending ? -1 : 1;
  entries.sort((a, b) => direction * ((score[b] as number) - (score[a] as number)) || a - b);
  return Uint32Array.from(entries);
}
