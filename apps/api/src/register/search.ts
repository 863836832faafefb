import type { RegisterList, RegisterSort } from '@samblikk/contract';
import { type Language, releaseName } from '@samblikk/questionnaire';
import type { Filters } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { refuseMissing, releases, variablesAmong, withAgencyNumbers } from '../releases/index.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { cursorAt, readCursor, requireOwn } from './cursor.ts';
import { chosenOf, facetsOf } from './facets.ts';
import { measuresAt } from './rows.ts';
import { Selection } from './selection.ts';
import { itemOf } from './show.ts';
import { foundText, noMatches, type TextResult } from './text-search.ts';

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
  const { q, rounds, language } = request;
  const corpus = await corpusOf(db, await searched(db, now, request));
  const datasets = corpus.parts.map(({ sealed }) => sealed);
  const known = variablesAmong(datasets, request.filters);
  const { ignored } = known;
  const filters = await withAgencyNumbers(db, corpus.parts, asCounted(corpus, known.filters));
  const hasText = /[\p{L}\p{N}]/u.test(q);
  const sort = sortOf(request.sort, hasText);
  const releaseIds = corpus.parts.map(({ release }) => release.id);
  const text = hasText ? await foundText(db, { releaseIds, q, ranked: sort.by === 'relevance' }) : undefined;
  const selection = new Selection(corpus, { rounds, filters, found: text?.found });
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
    items: measures.map((measure) => itemOf(measure, language)),
    facets: facetsOf(selection, language),
    chosen: chosenOf(selection, language),
    ignored: [...ignored],
    releases: corpus.parts.map(({ release }) => ({
      id: release.id,
      year: release.year,
      number: release.number,
      name: releaseName(release),
      frozenAt: release.frozenAt.toISOString(),
      dataAsOf: release.dataAsOf.toISOString(),
      measures: release.measures,
      notice: release.notice?.[language] ?? null,
    })),
  };
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
  if (release === undefined) return (await releases(db, now)).filter((row) => row.latest);
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
function byRank(selection: Selection, { found }: TextResult, descending: boolean): Uint32Array {
  const { parts, offsets, size } = selection.corpus;
  const entries: number[] = [];
  const rank = new Float32Array(size);
  parts.forEach((part, index) => {
    const { positions, ranks } = found.get(part.release.id) ?? noMatches;
    const mask = selection.masks[index] as Uint8Array;
    positions.forEach((position, i) => {
      const place = part.placeOf[position] as number;
      if (place < 0 || !mask[place]) return;
      const entry = (offsets[index] as number) + place;
      rank[entry] = ranks[i] as number;
      entries.push(entry);
    });
  });
  // Those of one release are in order already.
  if (found.size === 1 && !descending) return Uint32Array.from(entries);
  const direction = descending ? -1 : 1;
  entries.sort((a, b) => direction * ((rank[b] as number) - (rank[a] as number)) || a - b);
  return Uint32Array.from(entries);
}
