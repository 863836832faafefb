import {
  type listProfiles,
  type Profile,
  type ProfileName,
  profileKinds,
  type QueryOf,
  type ReplyOf,
} from '@samblikk/contract';
import {
  blankOption,
  type Edition,
  type Language,
  profileQuestions,
  showAmount,
  withheldOption,
} from '@samblikk/questionnaire';
import { count, type Table, tableOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { DatedRelease, LoadedRelease } from '../releases/index.ts';
import { fold } from '../search/index.ts';
import { type Corpus, corpusOf, latestCorpus } from './corpus.ts';
import { lifeOf } from './profile-life.ts';
import { Selection } from './selection.ts';
import { alphabetOf, namedRelease } from './show.ts';

/** Which profile is asked for, and of which round. */
export interface ProfileRequest {
  readonly profile: ProfileName;
  readonly round: number | undefined;
  readonly language: Language;
}

/** The variable that an edition counts a profile by. */
function variableOf({ roles }: Edition, profile: ProfileName): string {
  if (profile === 'agency') return roles.agency;
  return profile === 'ministry' ? roles.ministry : profileQuestions[profile];
}

/** The releases that know the variable, newest round first. */
const knowing = ({ parts }: Corpus, profile: ProfileName): LoadedRelease[] =>
  parts.filter(({ edition, sealed }) => sealed.columns.has(variableOf(edition, profile)));

function headOf(part: LoadedRelease, { profile, language }: ProfileRequest) {
  const { release, edition, sealed } = part;
  const variable = variableOf(edition, profile);
  return {
    profile,
    variable,
    kind: sealed.columns.get(variable)?.variable.label[language] ?? variable,
    year: release.year,
    release: namedRelease(release),
    notice: release.notice?.[language] ?? null,
  };
}

/** Which of a list is asked for: what the name has in it, the order, and the page. */
type WhichPage = Pick<QueryOf<typeof listProfiles>, 'q' | 'sort' | 'page' | 'size'>;

/** A page of the values of a profile in a round, with how many measures each has: the table by its variable. @throws ApiError notFound */
export async function profileList(
  db: Database,
  now: Date,
  request: ProfileRequest,
  { q, sort, page, size }: WhichPage,
): Promise<ReplyOf<typeof listProfiles>> {
  const { profile, round, language } = request;
  const parts = knowing(await latestCorpus(db, now), profile);
  const part = round === undefined ? parts[0] : parts.find(({ release }) => release.year === round);
  if (!part) throw noProfile(round);
  const { entries, ...besides } = listed(part, variableOf(part.edition, profile), language);
  const wanted = fold(q.trim());
  const has = ({ label, code }: Entry) => fold(label).includes(wanted) || fold(code).includes(wanted);
  const found = wanted === '' ? entries : entries.filter(has);
  const inOrder = sort === 'name' ? found : found.toSorted((a, b) => b.measures - a.measures);
  return {
    ...headOf(part, request),
    years: parts.map(({ release }) => ({ year: release.year, measures: release.measures })),
    ...{ total: found.length, page, size, pages: Math.ceil(found.length / size) },
    entries: inOrder.slice((page - 1) * size, page * size),
    ...besides,
  };
}

type Entry = ReplyOf<typeof listProfiles>['entries'][number];
type Listed = {
  readonly entries: readonly Entry[];
  readonly blank: number;
  readonly withheld: number;
  readonly n: number;
};

/** By release, then variable and language: a release never changes, and there may be tens of thousands of tags to sort. */
const lists = new WeakMap<LoadedRelease, Map<string, Listed>>();

/** All values of a variable in a release, by name. */
function listed(part: LoadedRelease, variable: string, language: Language): Listed {
  const known = lists.get(part) ?? new Map<string, Listed>();
  lists.set(part, known);
  const key = `${variable} ${language}`;
  const list = known.get(key) ?? listOf(part, variable, language);
  known.set(key, list);
  return list;
}

function listOf(part: LoadedRelease, variable: string, language: Language): Listed {
  const table = tableOf(part.countedBy([variable]), { rows: variable });
  const numbers = byCode(table);
  const categories = table.dimensions[0]?.categories ?? [];
  const { compare } = alphabetOf(language);
  const { [blankOption.code]: blank = 0, [withheldOption.code]: withheld = 0 } = numbers;
  const entries = categories
    .filter(({ code }) => code !== blankOption.code && code !== withheldOption.code)
    .map(({ code, label }) => ({ code, label: label[language], measures: numbers[code] ?? 0 }))
    .sort((a, b) => compare(a.label, b.label));
  return { entries, blank, withheld, n: table.n };
}

function byCode({ dimensions, margins }: Table): Record<string, number> {
  return Object.fromEntries(dimensions[0]?.categories.map(({ code }, at) => [code, margins.rows[at] ?? 0]) ?? []);
}

/** One value of a profile in a round, the newest that has it unless told. @throws ApiError notFound */
export async function profilePage(
  db: Database,
  now: Date,
  request: ProfileRequest & { readonly code: string },
): Promise<Profile> {
  const { profile, round, language } = request;
  const corpus = await latestCorpus(db, now);
  const parts = knowing(corpus, profile);
  const code = asCounted(parts, profile, request.code);
  const life = await lifeOf(db, profile, code, language, hasPage(parts, profile));
  const having = parts.filter((part) => labelIn(part, profile, code) !== undefined);
  // An agency or a ministry of the directory has a page in every round, also where it has no measures.
  const among = life ? parts : having;
  const part = round === undefined ? (having[0] ?? among[0]) : among.find(({ release }) => release.year === round);
  if (!part) throw noProfile(round);
  const { edition } = part;
  const variable = variableOf(edition, profile);
  const filters = { [variable]: [code] };
  const known = labelIn(part, profile, code);
  const selection = known && new Selection(corpus, { rounds: [part.release.year], filters, found: undefined });
  return {
    ...headOf(part, request),
    code,
    label: known?.[language] ?? life?.names.at(-1)?.label ?? code,
    years: having.map((one) => ({ year: one.release.year, measures: countIn(one, profile, code) })),
    total: selection?.total ?? 0,
    withheld: selection?.withheld() ?? 0,
    cost: known ? costOf(part, variable, code, language) : null,
    charts: known ? chartsOf(part, profile) : [],
    life,
  };
}

/** What a profile is called and its numbers in one release, whatever came later. @throws ApiError notFound */
export async function profileIn(
  db: Database,
  release: DatedRelease,
  { profile, code: asked, language }: { profile: ProfileName; code: string; language: Language },
): Promise<Pick<Profile, 'kind' | 'label' | 'total' | 'withheld' | 'cost'>> {
  const corpus = await corpusOf(db, [release]);
  const [part] = knowing(corpus, profile);
  const code = asCounted(corpus.parts, profile, asked);
  const label = part && labelIn(part, profile, code);
  if (!label || code === blankOption.code) throw noProfile(release.year);
  const { variable, kind } = headOf(part, { profile, round: undefined, language });
  const selection = new Selection(corpus, { rounds: [], filters: { [variable]: [code] }, found: undefined });
  const cost = costOf(part, variable, code, language);
  return { kind, label: label[language], total: selection.total, withheld: selection.withheld() ?? 0, cost };
}

/** How many values of a profile measures of a release have. @throws ApiError notFound */
export async function usedIn(db: Database, release: DatedRelease, profile: ProfileName): Promise<number> {
  const [part] = knowing(await corpusOf(db, [release]), profile);
  if (!part) throw noProfile(release.year);
  return listed(part, variableOf(part.edition, profile), 'nb').entries.filter(({ measures }) => measures > 0).length;
}

/** Every page of a profile there is, with the newest release that has it. */
export async function everyProfile(
  db: Database,
  now: Date,
): Promise<{ profile: ProfileName; code: string; frozenAt: Date }[]> {
  const corpus = await latestCorpus(db, now);
  return profileKinds.flatMap((profile) => {
    const found = new Map<string, { profile: ProfileName; code: string; frozenAt: Date }>();
    for (const part of knowing(corpus, profile)) {
      const { frozenAt } = part.release;
      for (const { code } of part.sealed.columns.get(variableOf(part.edition, profile))?.categories ?? [])
        if (code !== blankOption.code && code !== withheldOption.code && !found.has(code))
          found.set(code, { profile, code, frozenAt });
    }
    return [...found.values()];
  });
}

/** A word as it is counted, however it is written in the address. */
function asCounted(parts: readonly LoadedRelease[], profile: ProfileName, code: string): string {
  const [part] = parts;
  const variable = part?.sealed.columns.get(variableOf(part.edition, profile))?.variable;
  return variable?.codeOf?.(code) ?? code;
}

function labelIn(part: LoadedRelease, profile: ProfileName, code: string) {
  if (code === withheldOption.code) return undefined;
  const column = part.sealed.columns.get(variableOf(part.edition, profile));
  return column?.categories.find((category) => category.code === code)?.label;
}

const hasPage = (parts: readonly LoadedRelease[], profile: ProfileName) => (code: string) =>
  parts.some((part) => labelIn(part, profile, code) !== undefined);

function countIn(part: LoadedRelease, profile: ProfileName, code: string): number {
  const variable = variableOf(part.edition, profile);
  return count(part.countedBy([variable]), { [variable]: [code] });
}

/** What the measures cost together: a cell of the table of sums by the same variable. */
function costOf(part: LoadedRelease, variable: string, code: string, language: Language): Profile['cost'] {
  const { cost } = part.edition.roles;
  const query = { rows: variable, filters: { [variable]: [code] }, statistic: 'sum', of: cost } as const;
  const table = tableOf(part.countedBy([variable, cost]), query);
  const at = table.dimensions[0]?.categories.findIndex((category) => category.code === code) ?? -1;
  const kroner = table.values[at];
  if (kroner === undefined || kroner === null || !table.counts[at]) return null;
  return {
    label: part.sealed.columns.get(cost)?.variable.label[language] ?? cost,
    kroner,
    text: showAmount(kroner, language, 'words'),
    measures: table.counts[at] ?? 0,
    blank: table.leftOut.withoutAmount,
    withheld: table.leftOut.amountWithheld,
  };
}

/** Of each of the edition’s highlights the last question with fixed answers: everyone is asked that; for a ministry its agencies too. */
function chartsOf({ edition, sealed }: LoadedRelease, profile: ProfileName): string[] {
  const closed = (edition.highlights ?? []).flatMap(
    (ids) => ids.findLast((id) => sealed.columns.get(id)?.variable.options !== undefined) ?? [],
  );
  return profile === 'ministry' ? [edition.roles.agency, ...closed] : closed;
}

const noProfile = (round: number | undefined) =>
  new ApiError('notFound', { detail: round === undefined ? 'noProfile' : ['noReleaseForYear', { year: round }] });
