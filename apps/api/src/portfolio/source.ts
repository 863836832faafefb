import type { Answers, Edition, Language, Names, Text } from '@samblikk/questionnaire';
import { askedQuestions, findQuestion, kindOf } from '@samblikk/questionnaire';
import { type Dataset, type Filters, portfolioQuestions } from '@samblikk/statistics';

/** What a measure answered to one question: null where it is blank; `withheld`, and `notAsked`, say no more. */
export type Told<A> = A | null | 'withheld' | 'notAsked';

/** What is read of a measure one by one, beside what is counted. */
export interface Facts {
  readonly start: Told<string>;
  readonly end: Told<string>;
  readonly partners: Told<readonly string[]>;
}

/** A measure of a portfolio. */
export interface Member extends Facts {
  /** Its place among the rows of the source. */
  readonly place: number;
  readonly number: string;
  readonly title: string | null;
  /** Organisation number of its agency. */
  readonly agency: string;
}

/** Where a portfolio is made from: what may be counted together, the measures that may be read, and where their lists are. */
export interface Source {
  readonly year: number;
  readonly edition: Edition;
  readonly names: Names;
  /** The filters in force. */
  readonly filters: Filters;
  /** The measures to be counted by these variables and the filters together, and by no others; the filters are still to be applied. */
  countedBy(variables: readonly string[]): Dataset;
  /** The measures that may be read, in the portfolio or not: `Member.place` is a place in it. */
  readonly rows: Dataset;
  /** The measures of the portfolio that may be read. */
  readonly members: readonly Member[];
  /** The query of the list of the measures that pass these filters. */
  listOf(filters: Filters): string;
  /** The query of the list of these measures. */
  listOfNumbers(numbers: readonly string[]): string;
}

/** @param hidden the questions whose answers are kept back from the reader */
export function factsOf(edition: Edition, answers: Answers, hidden: ReadonlySet<string>): Facts {
  const asked = askedQuestions(edition, answers);
  const told = <A>(id: string): Told<A> => {
    if (hidden.has(id)) return 'withheld';
    if (!asked.has(id)) return 'notAsked';
    return (answers[id] as A | undefined) ?? null;
  };
  const { start, end, partners } = portfolioQuestions;
  return { start: told<string>(start), end: told<string>(end), partners: told<readonly string[]>(partners) };
}

/** A day, or nothing. */
export const dayOf = (told: Told<string>): string | null => (told === 'withheld' || told === 'notAsked' ? null : told);

/** The words of a measure's answer to a question of one answer; null where there is none. */
export function labelAt({ columns }: Dataset, variable: string, place: number, language: Language): string | null {
  const column = columns.get(variable);
  const member = column?.members[column.keys[place] as number]?.[0];
  return member === undefined ? null : (column?.categories[member]?.label[language] ?? null);
}

/** An agency by its number, as it was called. */
export const agencyNamed = ({ names }: Pick<Source, 'names'>, code: string, language: Language) => ({
  code,
  label: (names.agency(code) as Text | undefined)?.[language] ?? code,
});

/** A partner, as the question that names it shows it. */
export function partnerNamed({ edition, names }: Pick<Source, 'edition' | 'names'>, code: string, language: Language) {
  const question = findQuestion(edition, portfolioQuestions.partners);
  return { code, label: question ? kindOf(question).show(question, [code], language, names, edition) : code };
}

/** What a measure costs in all, whole kroner; null where it does not tell. */
function kronerAt({ edition, rows }: Source, place: number): number | null {
  const kroner = rows.columns.get(edition.roles.cost)?.numbers?.[place] ?? Number.NaN;
  return Number.isNaN(kroner) ? null : kroner;
}

/** A measure in the list of all. */
export const measureListed = (source: Source, member: Member, language: Language) => ({
  ...memberNamed(source, member, language),
  phase: labelAt(source.rows, portfolioQuestions.phase, member.place, language),
  kroner: kronerAt(source, member.place),
});

/** A measure as lists name it. */
export const memberNamed = (source: Source, { number, title, agency }: Member, language: Language) => ({
  ...{ number, title },
  agency: agencyNamed(source, agency, language),
});
