import type { Portfolio } from '@samblikk/contract';
import { findQuestion, type Language, type Question, showAmount } from '@samblikk/questionnaire';
import { maskOf, measuresBehind, portfolioQuestions, sharedLines } from '@samblikk/statistics';
import {
  agencyNamed,
  dayOf,
  labelAt,
  type Member,
  measureListed,
  memberNamed,
  partnerNamed,
  type Source,
  type Told,
} from './source.ts';
import { costInAll, costsBy, countLine, linesTable, ownerTable, phaseTable } from './tables.ts';
import { words } from './words.ts';

/** No list is longer: nobody reads on, and all that were ever reported in one round are fewer. Counts are of all. */
const mostListed = 5000;

/** What a portfolio tells that follows from its source alone. */
export type Contents = Pick<
  Portfolio,
  'agencies' | 'cost' | 'measures' | 'tables' | 'timeline' | 'partners' | 'shared' | 'list'
>;

/** Everything that is counted and listed of the measures of a source. */
export function contentsOf(source: Source, language: Language): Contents {
  const agencies = ownerTable(source, 'agency', language);
  const ministries = ownerTable(source, 'ministry', language);
  const { columns } = source.rows;
  const { phase, costBand } = portfolioQuestions;
  const lines = linesTable(source, language);
  return {
    list: source.listOf(source.filters),
    agencies: agencies.rows.length,
    cost: costOf(source, language),
    measures: source.members.slice(0, mostListed).map((member) => measureListed(source, member, language)),
    tables: [
      ...(columns.has(phase) && columns.has(costBand) ? [phaseTable(source, language)] : []),
      ...(lines ? [lines] : []),
      agencies,
      ...(ministries.rows.length > 1 ? [ministries] : []),
    ],
    timeline: timelineOf(source, language),
    partners: partnersOf(source, language),
    shared: sharedOf(source, language),
  };
}

function costOf(source: Source, language: Language): Contents['cost'] {
  const { cost } = source.edition.roles;
  const table = costsBy(source, portfolioQuestions.phase);
  const { kroner, ...of } = costInAll(table);
  if (kroner === null) return null;
  return {
    ...{ label: nameOf(source, cost, language), kroner, text: showAmount(kroner, language, 'words') },
    ...{ ...of, list: source.listOf(measuresBehind(table)) },
  };
}

function nameOf({ edition }: Source, id: string, language: Language): string {
  const question: Question | undefined = findQuestion(edition, id);
  return question ? (question.name ?? question.label)[language] : id;
}

/** How many told something, told nothing, and keep it back; who was not asked is in none of these. */
function standingsOf(told: readonly Told<unknown>[]) {
  const are = (what: unknown) => told.filter((one) => one === what).length;
  const [blank, withheld] = [are(null), are('withheld')];
  return { n: told.length - blank - withheld - are('notAsked'), blank, withheld };
}

/** Measures from start to end: those that begin first first, then those that state an end alone. */
function timelineOf(source: Source, language: Language): Contents['timeline'] {
  const { start, end, phase } = portfolioQuestions;
  const asked = [start, end].filter((id) => findQuestion(source.edition, id));
  if (asked.length === 0) return null;
  const told = source.members.map((member): Told<string> => {
    const [from, to] = [dayOf(member.start), dayOf(member.end)];
    if (from !== null || to !== null) return from ?? to;
    return member.start === 'withheld' || member.end === 'withheld' ? 'withheld' : null;
  });
  const rows = source.members.flatMap((member) => {
    const [from, to] = [dayOf(member.start), dayOf(member.end)];
    if (from === null && to === null) return [];
    const of = { start: from, end: to, phase: labelAt(source.rows, phase, member.place, language) };
    return [{ ...memberNamed(source, member, language), ...of }];
  });
  const order = (row: (typeof rows)[number]) => `${row.start ?? '9999'} ${row.end ?? '9999'} ${row.number}`;
  return {
    title: words.timeline[language],
    ...standingsOf(told),
    rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, mostListed),
  };
}

/** The owners of measures and those they work with, each pair with how many measures it is of. */
function partnersOf(source: Source, language: Language): Contents['partners'] {
  if (!findQuestion(source.edition, portfolioQuestions.partners)) return null;
  const pairs = new Map<string, { owner: string; partner: string; numbers: string[] }>();
  for (const { agency: owner, partners, number } of source.members)
    for (const partner of Array.isArray(partners) ? (partners as readonly string[]) : []) {
      const key = `${owner}\n${partner}`;
      const pair = pairs.get(key) ?? { owner, partner, numbers: [] };
      pair.numbers.push(number);
      pairs.set(key, pair);
    }
  const owners = new Set(source.members.map(({ agency }) => agency));
  return {
    title: words.partners[language],
    ...standingsOf(source.members.map(({ partners }) => partners)),
    pairs: [...pairs.values()]
      .sort(
        (a, b) => b.numbers.length - a.numbers.length || (`${a.owner}${a.partner}` < `${b.owner}${b.partner}` ? -1 : 1),
      )
      .slice(0, mostListed)
      .map(({ owner, partner, numbers }) => ({
        owner: agencyNamed(source, owner, language),
        partner: partnerNamed(source, partner, language),
        ...{ inside: owners.has(partner), measures: numbers.length, list: source.listOfNumbers(numbers) },
      })),
  };
}

/** The measures that develop something for several, and those that reuse such. */
function sharedOf(source: Source, language: Language): Contents['shared'] {
  return sharedLines
    .filter(({ where }) => Object.keys(where).every((id) => source.rows.columns.has(id)))
    .map(({ code, label, where }) => {
      const mask = maskOf(source.rows, where);
      const { value, list } = countLine(source, where);
      const of = (member: Member) => memberNamed(source, member, language);
      return {
        ...{ code, label: label[language], total: value, list: list ?? '' },
        measures: source.members
          .filter(({ place }) => mask?.[place])
          .slice(0, mostListed)
          .map(of),
      };
    });
}
