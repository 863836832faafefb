import { license } from '@samblikk/contract';
import { longestSavText, type SavCell, type SavSet, type SavVariable, savDay, savFile } from '@samblikk/files';
import { blankOption, formatDate, kindOf, type Question, releaseName, withheldOption } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import type { LoadedRelease } from '../../releases/index.ts';
import type { PublicMeasure } from '../rows.ts';
import { codesAt, ownerOf, publicQuestions } from '../show.ts';
import { addressOf, derivedIn, withheldOf } from './columns.ts';
import { batchesOf, type Listing } from './listing.ts';
import { headings, microdataWords, words } from './words.ts';

/** Codes that are no answer, the same in every variable. Amounts and days are never below zero. */
const none = { notAsked: -7, blank: -8, withheld: -9 } as const;

interface Field {
  readonly variable: SavVariable;
  cell(measure: PublicMeasure): SavCell;
}

/** What is counted by: a question with a list of answers, a derived variable, or a fact about the agency. */
export type Counted = NonNullable<ReturnType<LoadedRelease['open']['columns']['get']>>;

/** Words that SPSS keeps for itself. */
const reserved = ['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'];

/** A name that SPSS and R take. */
export const variableName = (...parts: readonly string[]): string => {
  const name = parts.join('_').replaceAll(/\W/g, '_').slice(0, 64);
  return reserved.includes(name.toUpperCase()) ? `${name}_` : name;
};

/**
 * The measures of a release as an SPSS system file: closed answers as numbers with labels, several answers as a variable for
 * each with a set, amounts and days as numbers, the rest as texts. Not asked, blank and exempt from publication are codes of
 * their own. The measures are read twice: how long a text is, the dictionary says before them.
 */
export async function* sav(db: Database, listing: Listing): AsyncGenerator<Uint8Array> {
  const { fields, sets } = fieldsOf(listing);
  const widths = fields.map(() => 1);
  for await (const batch of batchesOf(db, listing))
    for (const measure of batch)
      for (const [at, { variable, cell }] of fields.entries())
        if (variable.width !== undefined)
          widths[at] = Math.max(widths[at] ?? 1, Buffer.byteLength(String(cell(measure) ?? '')));
  const variables = fields.map(({ variable }, at) =>
    variable.width === undefined ? variable : { ...variable, width: Math.min(widths[at] ?? 1, longestSavText) },
  );
  const rows = (async function* () {
    for await (const batch of batchesOf(db, listing))
      yield batch.map((measure) => fields.map(({ cell }) => cell(measure)));
  })();
  const [part] = listing.parts;
  const about = {
    label: `${words[listing.language].title} ${part ? releaseName(part.release) : ''}`,
    ...{ variables, sets, cases: listing.entries.length, documents: documentsOf(listing) },
    made: part?.release.frozenAt ?? new Date(0),
  };
  yield* savFile(about, rows);
}

/** What must be known to use the file, and which code of the CSV each number is. */
function documentsOf(listing: Listing): string[] {
  const { parts, language, source } = listing;
  const said = words[language];
  return [
    `${said.source}: ${source}`,
    ...parts.map(
      ({ release }) =>
        `${said.release}: ${releaseName(release)}, ${said.asOf} ${formatDate(release.dataAsOf.toISOString(), language)}`,
    ),
    ...parts.flatMap(({ release }) => (release.notice ? [`${said.notice}: ${release.notice[language]}`] : [])),
    `${said.license}: ${license.name}, ${license.url}`,
    ...countedIn(listing).map(
      ({ variable: { id, options = [] } }) =>
        `${id}: ${options.map(({ code }, at) => `${at + 1} = ${code}`).join(', ')}`,
    ),
  ];
}

/** What a release is counted by, of closed lists, in the order of the questionnaire. */
export function countedIn({ parts: [part] }: Pick<Listing, 'parts'>): Counted[] {
  if (!part) return [];
  const ids = [...publicQuestions(part.edition), ...derivedIn({ part })].map(({ id }) => id);
  return ids.flatMap((id) => {
    const column = part.open.columns.get(id);
    return column?.variable.options ? [column] : [];
  });
}

function fieldsOf(listing: Listing): { fields: Field[]; sets: SavSet[] } {
  const { language, site, parts } = listing;
  const [part] = parts;
  const said = headings[language];
  const counted = new Map(countedIn(listing).map((column) => [column.variable.id, column]));
  const sets: SavSet[] = [];
  const text = (name: string, label: string, cell: Field['cell']): Field => ({
    variable: { name: variableName(name), label, width: 1 },
    cell,
  });
  const fact = (name: keyof typeof said, cell: Field['cell']) => text(name, said[name][0], cell);
  const coded = (column: Counted): Field[] => {
    if (!column.variable.several) return [single(column, listing)];
    const choices = several(column, listing);
    const { id, label } = column.variable;
    const names = choices.map(({ variable: { name } }) => name);
    sets.push({ name: variableName(id), label: label[language], variables: names, counted: 1 });
    return choices;
  };
  const questions = part ? publicQuestions(part.edition) : [];
  const answers = questions.flatMap((question): Field[] => {
    const column = counted.get(question.id);
    if (column) return coded(column);
    const label = (question.name ?? question.label)[language];
    const amounts = part?.open.columns.get(question.id);
    if (amounts?.numbers) return [amount(amounts, label, listing)];
    return kindOf(question)
      .columns(question)
      .map((name, at) =>
        kindOf(question).days ? day(name, label, question) : text(name, label, cellOf(question, at)),
      );
  });
  const derived = part ? derivedIn({ part }).flatMap(({ id }) => coded(counted.get(id) as Counted)) : [];
  const fields = [
    fact('number', ({ number }) => number),
    { variable: { name: 'year', label: said.year[0] }, cell: ({ part: { release } }: PublicMeasure) => release.year },
    fact('agency', ({ agency }) => agency),
    fact('agencyName', (measure) => ownerOf(measure, language).agency.label),
    fact('ministry', ({ ministry }) => ministry),
    fact('ministryName', (measure) => ownerOf(measure, language).ministry.label),
    ...answers,
    ...derived,
    fact('withheld', (measure) => withheldOf(measure).join('|')),
    fact('corrected', ({ corrected }) => corrected.join('|')),
    {
      variable: { name: 'late', label: said.late[0], labels: yesNo(listing) },
      cell: ({ late }: PublicMeasure) => (late ? 1 : 0),
    },
    fact('address', (measure) => addressOf(site, measure)),
  ];
  return { fields, sets };
}

const cellOf =
  (question: Question, at: number) =>
  ({ answers }: PublicMeasure): string =>
    kindOf(question).cells(question, answers[question.id])[at] ?? '';

const yesNo = ({ language }: Listing) => [[0, words[language].no] as const, [1, words[language].yes] as const];

const noAnswer = ({ language }: Listing): NonNullable<SavVariable['labels']> => {
  return [
    [none.withheld, withheldOption.label[language]],
    [none.blank, blankOption.label[language]],
    [none.notAsked, microdataWords[language].notAsked],
  ];
};
const missing = Object.values(none);

/** The codes that a measure has of a variable, or the code for having none. */
function codesOrNone({ variable, keys }: Counted, { part, place }: PublicMeasure): readonly string[] | number {
  const codes = codesAt(part, variable.id, place, 'nb').map(({ code }) => code);
  if (codes.includes(withheldOption.code)) return none.withheld;
  if (codes.length > 0) return codes;
  return keys[place] === 0 ? none.notAsked : none.blank;
}

function single(column: Counted, listing: Listing): Field {
  const { id, label, options = [] } = column.variable;
  const numbers = new Map(options.map(({ code }, at) => [code, at + 1]));
  const labels = options.map(({ label: said }, at) => [at + 1, said[listing.language]] as const);
  return {
    variable: {
      ...{ name: variableName(id), label: label[listing.language], missing },
      labels: [...noAnswer(listing), ...labels],
    },
    cell(measure) {
      const codes = codesOrNone(column, measure);
      return typeof codes === 'number' ? codes : (numbers.get(codes[0] ?? '') ?? null);
    },
  };
}

function several(column: Counted, listing: Listing): Field[] {
  const { id, label, options = [] } = column.variable;
  const labels = [...noAnswer(listing), ...yesNo(listing)];
  return options.map(({ code, label: said }) => ({
    variable: {
      ...{ name: variableName(id, code), label: `${label[listing.language]}: ${said[listing.language]}` },
      ...{ labels, missing },
    },
    cell(measure) {
      const codes = codesOrNone(column, measure);
      return typeof codes === 'number' ? codes : Number(codes.includes(code));
    },
  }));
}

function amount({ variable, keys, numbers }: Counted, label: string, listing: Listing): Field {
  const states: readonly (number | undefined)[] = [none.notAsked, none.blank, undefined, none.withheld];
  return {
    variable: { name: variableName(variable.id), label, scale: true, labels: noAnswer(listing), missing },
    cell: ({ place }) => states[keys[place] ?? 0] ?? numbers?.[place] ?? null,
  };
}

/** A day; one that was not answered has none, and `withheld` says of which it is because they may not be told. */
function day(name: string, label: string, question: Question): Field {
  const said = cellOf(question, 0);
  return {
    variable: { name: variableName(name), label, day: true },
    cell(measure) {
      const answer = said(measure);
      return answer === '' ? null : savDay(answer);
    },
  };
}
