import type { LifeCycle } from '@samblikk/contract';
import { type Language, mayCompare } from '@samblikk/questionnaire';
import {
  categoryByNumber,
  columnOf,
  fundingWon,
  growthAmount,
  growthOf,
  timeInCategory,
  timeVariable,
} from '@samblikk/statistics';
import { format } from '@samblikk/text';
import type { Database } from '../platform/db/index.ts';
import { becameOf } from './became.ts';
import { type Followed, type Following, parametersOf } from './followed.ts';
import { comparedAlong, noticesOf, placesOf, titlesOf, waveHead, waveOf } from './waves.ts';
import { saidWords, standings } from './words.ts';

/** The longest list of measures. */
const most = 20;

/** How long public measures are in each phase, how their cost grew, which of those that lacked funding were funded, and what ended. */
export async function lifeCycleReply(
  db: Database,
  { parts, filters, said }: Following,
  language: Language,
  site: string,
): Promise<LifeCycle> {
  const { notes, time, growth, funding } = parts.length < 2 ? nothing : followed(parts, language);
  const years = parts.map(({ release }) => release.year);
  const span = [...new Set([years[0], years.at(-1)])].join('–');
  return {
    title: format(saidWords.lifeCycle, language, { years: span }).trim(),
    years,
    releases: parts.map(waveHead),
    ...said,
    ...placesOf(site, '/api/v1/statistics/life-cycle', parametersOf(filters), language),
    notice: noticesOf(parts, language),
    notes: [...new Set(notes)],
    ...{ time, growth, funding, ended: await endedTable(db, parts, language) },
  };
}

const nothing = { notes: [] as string[], time: null, growth: null, funding: null };

function followed(all: readonly Followed[], language: Language) {
  const newest = all.at(-1) as Followed;
  const amount = growthAmount(newest.edition);
  /** The newest rounds along which the variable compares, and what must be said of that. */
  const along = (variable: string) => {
    const start = all.findIndex((_, at) => isComparable(all.slice(at), variable));
    const parts = all.slice(start);
    return { parts, notes: comparedAlong(parts, variable).notes.map((note) => note[language]) };
  };
  const [time, growth, funding] = [along(timeVariable), along(amount), along(fundingWon.variable)];
  return {
    notes: [time, growth, funding].flatMap(({ parts, notes }) => (parts.length > 1 ? notes : [])),
    time: time.parts.length > 1 ? timeTable(time.parts, language) : null,
    growth: growth.parts.length > 1 ? growthTable(growth.parts, amount, language) : null,
    funding: funding.parts.length > 1 ? fundingTable(funding.parts, language) : null,
  };
}

function isComparable(parts: readonly Followed[], variable: string): boolean {
  if (!parts.every(({ open }) => open.columns.has(variable))) return parts.length < 2;
  return mayCompare(comparedAlong(parts, variable));
}

const namesOf = (parts: readonly Followed[], variable: string, language: Language) => {
  const {
    variable: { label },
    categories,
  } = columnOf((parts.at(-1) as Followed).open, variable);
  const labels = new Map(categories.map((category) => [category.code, category.label]));
  return {
    label: label[language],
    order: categories.map(({ code }) => code),
    of: (code: string) => (labels.get(code) ?? standings[code])?.[language] ?? code,
  };
};

const yearsOf = (parts: readonly Followed[]) => parts.map(({ release }) => release.year);

function timeTable(parts: readonly Followed[], language: Language): LifeCycle['time'] {
  const names = namesOf(parts, timeVariable, language);
  const said = {
    ...{ variable: timeVariable, label: names.label, unit: 'years' as const },
    ...{ base: saidWords.time[language], years: yearsOf(parts) },
  };
  const rows = timeInCategory(parts.map(waveOf), timeVariable)
    .filter(({ code }) => names.order.includes(code))
    .toSorted((a, b) => names.order.indexOf(a.code) - names.order.indexOf(b.code))
    .map(({ code, there, left, ...years }) => ({
      ...{ code, label: names.of(code), there: there.length, left: left.length, ...years },
    }));
  return { ...said, rows };
}

function growthTable(parts: readonly Followed[], amount: string, language: Language): LifeCycle['growth'] {
  const { statements, ...growth } = growthOf(parts.map(waveOf), amount);
  const titles = titlesOf(parts);
  return {
    ...{ variable: amount, label: namesOf(parts, amount, language).label, unit: 'kroner' },
    ...{ base: saidWords.growth[language], years: yearsOf(parts) },
    n: statements.length,
    ...growth,
    quartiles: { ...growth.quartiles },
    measures: statements
      .slice(0, most)
      .map((statement) => ({ ...statement, title: titles.get(statement.number) ?? null })),
  };
}

/** Of each measure the first round where it lacked funding, and whether it had it in the next one it was in. */
function fundingTable(parts: readonly Followed[], language: Language): LifeCycle['funding'] {
  const lacked: readonly string[] = fundingWon.lacked;
  const waves = parts.map(waveOf);
  const answers = waves.map((wave) => categoryByNumber(wave, fundingWon.variable));
  const kinds = waves.map((wave) => categoryByNumber(wave, fundingWon.by));
  const names = namesOf(parts, fundingWon.by, language);
  const found = new Map<string, { by: string; won: boolean }>();
  answers.forEach((answer, at) => {
    for (const [number, code] of answer) {
      const next = answers.slice(at + 1).find((later) => later.has(number));
      if (found.has(number) || !lacked.includes(code) || !next) continue;
      found.set(number, { by: kinds[at]?.get(number) ?? 'blank', won: next.get(number) === fundingWon.has });
    }
  });
  const all = [...found];
  const titles = titlesOf(parts);
  const codes = [...new Set(all.map(([, { by }]) => by))];
  return {
    ...{ variable: fundingWon.variable, label: namesOf(parts, fundingWon.variable, language).label, unit: 'measures' },
    ...{ base: saidWords.funding[language], years: yearsOf(parts) },
    lacked: all.length,
    won: all.filter(([, { won }]) => won).length,
    by: codes
      .sort((a, b) => names.order.indexOf(a) - names.order.indexOf(b))
      .map((code) => {
        const here = all.filter(([, { by }]) => by === code);
        return { code, label: names.of(code), lacked: here.length, won: here.filter(([, { won }]) => won).length };
      }),
    measures: all
      .filter(([, { won }]) => won)
      .map(([number]) => ({ number, title: titles.get(number) ?? null }))
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
  };
}

/** What agencies said became of the measures of one round that the next one lacks: each measure in the first round that lacks it. */
async function endedTable(db: Database, parts: readonly Followed[], language: Language): Promise<LifeCycle['ended']> {
  if (parts.length < 2) return null;
  const titles = titlesOf(parts);
  const found = new Map<string, { outcome: string; year: number }>();
  let lacked = 0;
  for (const [at, to] of parts.slice(1).entries()) {
    const from = parts[at] as Followed;
    const there = new Set(to.numbers);
    lacked += from.numbers.filter((number) => !there.has(number)).length;
    for (const [number, outcome] of await becameOf(db, from, to))
      if (!found.has(number)) found.set(number, { outcome, year: to.release.year });
  }
  const byOutcome = Map.groupBy(found, ([, { outcome }]) => outcome);
  const order = Object.keys(standings);
  return {
    ...{ label: saidWords.ended.title[language], base: saidWords.ended.base[language], unit: 'measures' },
    ...{ years: yearsOf(parts), n: lacked },
    rows: [...byOutcome]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([code, all]) => ({
        ...{ code, label: standings[code]?.[language] ?? code },
        measures: all
          .map(([number, { year }]) => ({ number, year, title: titles.get(number) ?? null }))
          .sort((a, b) => (a.number < b.number ? -1 : 1)),
      })),
  };
}
