import type { Solution, SolutionList } from '@samblikk/contract';
import { blankOption, type Language, solutionQuestions } from '@samblikk/questionnaire';
import type { Filters } from '@samblikk/statistics';
import { namesAt, newestAgencies } from '../../directory/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { LoadedRelease } from '../../releases/index.ts';
import { type Corpus, corpusOf, latestCorpus } from '../corpus.ts';
import { measuresAt, type PublicMeasure } from '../rows.ts';
import { Selection } from '../selection.ts';
import { codesAt, headOf, namedRelease } from '../show.ts';
import { type CommonSolution, solutionCatalogue } from './catalogue.ts';
import { searchFor, solutionsNamed } from './named.ts';

/** How many measures of each group a page lists before it leads to the register. */
const listed = 50;

export interface SolutionRequest {
  readonly round: number | undefined;
  readonly language: Language;
}

/** The release of a round that is public, the newest unless told, as a corpus of its own. @throws ApiError notFound */
async function reading(db: Database, now: Date, { round, language }: SolutionRequest) {
  const { parts } = await latestCorpus(db, now);
  const part = round === undefined ? parts[0] : parts.find(({ release }) => release.year === round);
  if (!part)
    throw new ApiError('notFound', {
      detail: round === undefined ? 'noRelease' : ['noReleaseForYear', { year: round }],
    });
  const { release } = part;
  const { developed, reused } = solutionQuestions;
  return {
    corpus: await corpusOf(db, [release]),
    part,
    about: {
      year: release.year,
      years: parts.map((one) => one.release.year),
      release: namedRelease(release),
      notice: release.notice?.[language] ?? null,
      asked: [developed, reused].every((question) => part.open.columns.has(question)),
    },
  };
}

type Group = Solution['groups'][number]['group'];

/** What each group has answered. Reuse is planned while the measure is; all else is reuse, also where the phase is not told. */
function filtersOf({ open }: LoadedRelease, code: string): Record<Group, Filters> {
  const { developed, reused, progress, planning } = solutionQuestions;
  const phases = open.columns.get(progress)?.categories.map((category) => category.code) ?? [];
  const isPlanning = (phase: string) => planning.some((one) => one === phase);
  return {
    develops: { [developed]: [code] },
    reuses: {
      [reused]: [code],
      [progress]: [...new Set([...phases, blankOption.code])].filter((phase) => !isPlanning(phase)),
    },
    plans: { [reused]: [code], [progress]: phases.filter(isPlanning) },
  };
}

function selectionOf(corpus: Corpus, filters: Filters): Selection | undefined {
  // A filter without a code filters nothing: nobody is in such a phase.
  if (Object.values(filters).some((codes) => codes.length === 0)) return undefined;
  return new Selection(corpus, { rounds: [], filters, found: undefined });
}

/** The common solutions, with how many public measures of a round have to do with each. @throws ApiError notFound */
export async function solutionList(db: Database, now: Date, request: SolutionRequest): Promise<SolutionList> {
  const { corpus, part, about } = await reading(db, now, request);
  const solutions = await solutionCatalogue();
  const described = await describing(db, now, solutions, request.language);
  const named = await solutionsNamed(db, part);
  return {
    ...about,
    solutions: solutions.map((solution) => {
      const filters = filtersOf(part, solution.code);
      const count = (group: Group) => (about.asked ? (selectionOf(corpus, filters[group])?.total ?? 0) : 0);
      return {
        ...described(solution),
        ...{ develops: count('develops'), reuses: count('reuses'), plans: count('plans') },
        names: named.get(solution.code)?.size ?? 0,
      };
    }),
  };
}

/** One common solution in a round, with the measures that have to do with it. @throws ApiError notFound */
export async function solutionPage(db: Database, now: Date, code: string, request: SolutionRequest): Promise<Solution> {
  const solutions = await solutionCatalogue();
  const solution = solutions.find((one) => one.code === code);
  if (!solution) throw new ApiError('notFound', { detail: 'noProfile' });
  const { corpus, part, about } = await reading(db, now, request);
  const { language } = request;
  const measures = async (places: readonly number[]) =>
    (await measuresAt(db, corpus, places.slice(0, listed))).map((measure) => {
      const { number, title, agency } = headOf(measure, language);
      return { number, title, agency };
    });
  const groups: Solution['groups'] = [];
  if (about.asked)
    for (const [group, filters] of Object.entries(filtersOf(part, code)) as [Group, Filters][]) {
      const selection = selectionOf(corpus, filters);
      const places = [...(selection?.flat() ?? [])].flatMap((is, place) => (is ? [place] : []));
      const search = new URLSearchParams({ round: String(about.year) });
      for (const [variable, codes] of Object.entries(filters)) search.set(variable, codes.join());
      groups.push({
        ...{ group, total: selection?.total ?? 0, withheld: selection?.withheld() ?? 0, search: String(search) },
        measures: await measures(places),
      });
    }
  const named = (await solutionsNamed(db, part)).get(code) ?? new Map<number, readonly string[]>();
  const places = [...named.keys()];
  return {
    ...about,
    ...(await describing(db, now, [solution], language))(solution),
    source: solution.source,
    groups,
    names: {
      total: named.size,
      words: solution.words.flatMap((word) => {
        const total = places.filter((place) => named.get(place)?.includes(word)).length;
        const search = new URLSearchParams({ round: String(about.year), q: searchFor(word) });
        return total === 0 ? [] : [{ word, total, search: String(search) }];
      }),
      measures: (await measures(places)).map((measure, at) => ({
        ...measure,
        words: [...(named.get(places[at] ?? -1) ?? [])],
      })),
    },
  };
}

/** The common solutions that a public measure answers about or names. */
export async function solutionsOf(
  db: Database,
  { part, place }: PublicMeasure,
  language: Language,
): Promise<{ code: string; label: string }[]> {
  const { developed, reused } = solutionQuestions;
  const answered = [developed, reused].flatMap((question) => codesAt(part, question, place, language));
  const named = await solutionsNamed(db, part);
  return (await solutionCatalogue())
    .filter(({ code }) => named.get(code)?.has(place) || answered.some((one) => one.code === code))
    .map(({ code, label }) => ({ code, label: label[language] }));
}

/** What is said of a solution whatever the round. */
async function describing(db: Database, now: Date, solutions: readonly CommonSolution[], language: Language) {
  const agencies = await newestAgencies(
    db,
    solutions.flatMap(({ owner }) => ('agency' in owner ? [owner.agency] : [])),
  );
  const names = await namesAt(db, now.toISOString().slice(0, 10));
  return ({ code, label, description, owner }: CommonSolution) => {
    const agency = 'agency' in owner ? agencies.get(owner.agency) : undefined;
    const name = 'agency' in owner ? agency?.name : names.agency(owner.body);
    return {
      ...{ code, label: label[language], description: description[language] },
      owner: {
        agency: agency?.orgnr ?? null,
        label: name?.[language] ?? ('agency' in owner ? owner.agency : owner.body),
      },
    };
  };
}
