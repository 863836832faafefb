import { isPilot, may, type OwnPortfolio, queryText } from '@samblikk/contract';
import {
  type Edition,
  findQuestion,
  type Language,
  type Names,
  optionLabel,
  publicAnswers,
  type Text,
  variablesOf,
} from '@samblikk/questionnaire';
import { copyOf, type Dataset, DatasetBuilder, type Filters, maskOf, partOf } from '@samblikk/statistics';
import { prefixes } from '@samblikk/text';
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { ministryCodes, namesAt } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Signed } from '../platform/signed/index.ts';
import { requireVariables, variablesAmong } from '../releases/index.ts';
import { titleOf as nameIn, type SubmittedMeasure, submittedMeasures } from '../responses/index.ts';
import { type AgencyRound, askedAgencies, directoryDay, toAgencyRound } from '../rounds/index.ts';
import { contentsOf } from './portfolio.ts';
import { titleOf } from './public-portfolio.ts';
import { factsOf, type Member, measureListed, type Source } from './source.ts';

/** What is asked for of a ministry's own portfolio. */
export interface OwnRequest {
  readonly ministry: string;
  readonly round: number | undefined;
  readonly filters: Filters;
  /** Numbers of measures; none is all. */
  readonly numbers: readonly string[];
  readonly language: Language;
}

const batch = 500;

/**
 * The measures of a ministry's agencies in a round as they last sent them in, with what is not public: of the agencies whose answers the
 * permission table lets this person read (`response.readAnswers`), and of no others.
 * @throws ApiError notFound when no round asks agencies under the ministry; unknownVariable
 */
export async function ownPortfolio(
  db: Database,
  now: Date,
  { roles }: Pick<Signed, 'roles'>,
  { ministry, round, filters: asked, numbers, language }: OwnRequest,
  site: string,
): Promise<OwnPortfolio> {
  const all = await agenciesUnder(db, ministry);
  const years = [...new Set(all.map((of) => of.round.year))];
  const year = round ?? years.find((one) => !isPilot(one)) ?? years[0];
  const agencies = all.filter((of) => of.round.year === year && may(roles, 'response.readAnswers', of.target));
  const [first] = agencies;
  if (!first || year === undefined) throw new ApiError('notFound', { detail: ['noRoundOfMinistry', { ministry }] });
  const names = await namesAt(db, directoryDay(first.round, now));
  const measures = await sentIn(db, agencies);
  const dataset = datasetOf(first.edition, measures, names);
  const { filters, ignored } = variablesAmong([dataset], asked);
  const mask = requireVariables([dataset], () => maskOf(dataset, filters));
  const chosenNumbers = new Set(numbers);
  const places = measures.flatMap(({ number }, place) =>
    (mask === undefined || mask[place]) && (numbers.length === 0 || chosenNumbers.has(number)) ? [place] : [],
  );
  const source = sourceOf({ year, edition: first.edition, names, filters, numbers }, dataset, measures, places);
  const chosen = chosenIn(dataset, filters, language);
  const name = names.ministry(ministry)?.[language] ?? ministry;
  const query = source.listOf(filters);
  return {
    title: [name, ...(chosen.length > 0 ? [titleOf(chosen, '', language)] : [])].join('; '),
    ministry: { code: ministry, label: name },
    ...{ year, years, release: null, notice: first.round.notice?.[language] ?? null, chosen },
    missing: numbers.filter((number) => !measures.some((one) => one.number === number)),
    ignored: [...ignored],
    total: places.length,
    withheld: null,
    ...contentsOf(source, language),
    // Likely doubles are looked for among public measures alone.
    doubles: null,
    asked: agencies.length,
    answered: agencies.filter(({ agency }) => agency.answered).length,
    measures: source.members.map((member) =>
      measureOf(source, member, measures[member.place] as SubmittedMeasure, language),
    ),
    page: `${site}${prefixes[language]}/samordning/${encodeURIComponent(ministry)}?${query}`,
    href: `${site}/api/v1/ministries/${encodeURIComponent(ministry)}/portfolio?${query}`,
    license: null,
  };
}

/** Every agency that a round asked under the ministry, by any code it has had; the newest round first. */
async function agenciesUnder(db: Database, code: string): Promise<AgencyRound[]> {
  const same = db.select({ id: ministryCodes.ministryId }).from(ministryCodes).where(eq(ministryCodes.code, code));
  const codes = await db
    .select({ code: ministryCodes.code })
    .from(ministryCodes)
    .where(inArray(ministryCodes.ministryId, same));
  const under = [code, ...codes.map((one) => one.code)];
  const rows = await db
    .select()
    .from(askedAgencies)
    .where(and(inArray(askedAgencies.agency.ministry, under), ne(askedAgencies.round.state, 'planned')))
    .orderBy(desc(askedAgencies.round.year));
  return rows.map(toAgencyRound);
}

async function sentIn(db: Database, agencies: readonly AgencyRound[]): Promise<SubmittedMeasure[]> {
  const [first] = agencies;
  if (!first) return [];
  const ids = agencies.map(({ agency }) => agency.agencyId);
  const found: SubmittedMeasure[] = [];
  for await (const page of submittedMeasures(db, first.round.id, batch, ids)) found.push(...page);
  return found;
}

/** All answers, to be counted by anything: whoever sees the numbers may read the answers. */
function datasetOf(edition: Edition, measures: readonly SubmittedMeasure[], names: Names): Dataset {
  const { agency, ministry } = edition.roles;
  const nameOf = (variable: string, code: string): Text | undefined => {
    if (variable === ministry) return names.ministry(code);
    return variable === agency ? names.agency(code) : undefined;
  };
  const builder = new DatasetBuilder(edition, variablesOf(edition), { names: nameOf });
  for (const { answers, facts, orgnr, ministry: under } of measures)
    builder.add({ answers, known: { ...facts, [agency]: orgnr, [ministry]: under } });
  return builder.build();
}

function sourceOf(
  { numbers, ...of }: Pick<Source, 'year' | 'edition' | 'names' | 'filters'> & { readonly numbers: readonly string[] },
  dataset: Dataset,
  measures: readonly SubmittedMeasure[],
  places: readonly number[],
): Source {
  const listOf = (where: Filters, chosen: readonly string[]) =>
    queryText(
      new URLSearchParams({
        round: String(of.year),
        ...(chosen.length > 0 && { number: chosen.join(',') }),
        ...Object.fromEntries(Object.entries(copyOf(where)).map(([id, codes]) => [id, codes.join(',')])),
      }),
    ).slice(1);
  const counted = numbers.length > 0 ? partOf(dataset, places) : dataset;
  return {
    ...of,
    countedBy: () => counted,
    rows: dataset,
    members: places.map((place): Member => {
      const { number, answers, orgnr } = measures[place] as SubmittedMeasure;
      return {
        place,
        number,
        title: nameIn(of.edition, answers),
        agency: orgnr,
        ...factsOf(of.edition, answers, new Set()),
      };
    }),
    listOf: (where) => listOf(where, numbers),
    listOfNumbers: (some) => listOf({}, some),
  };
}

function chosenIn({ columns }: Dataset, filters: Filters, language: Language): OwnPortfolio['chosen'] {
  return Object.entries(filters).flatMap(([id, codes]) => {
    const column = columns.get(id);
    return codes.map((code) => ({
      ...{ id, code, label: column?.variable.label[language] ?? id },
      codeLabel:
        column?.categories.find((category) => category.code === code)?.label[language] ??
        optionLabel({}, code, language),
    }));
  });
}

/** A measure of the list, with how much of it is public and what is not. */
function measureOf(
  source: Source,
  member: Member,
  { id, answers }: SubmittedMeasure,
  language: Language,
): OwnPortfolio['measures'][number] {
  const { edition } = source;
  const { visibility, withheldFields } = publicAnswers(edition, answers);
  const named = (field: string) => {
    const question = findQuestion(edition, field);
    return question ? (question.name ?? question.label)[language] : field;
  };
  return {
    ...{ id, ...measureListed(source, member, language), visibility },
    exempt: visibility === 'inPart' ? withheldFields.map(named) : [],
  };
}
