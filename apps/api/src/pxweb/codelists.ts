import type { Condition, DerivedVariable, Text } from '@samblikk/questionnaire';
import type { LoadedRelease } from '../releases/index.ts';
import { compareThroughout, type PxTable } from './catalogue.ts';
import { words } from './words.ts';

/** Another way to have the values of a variable. */
export interface Codelist {
  readonly id: string;
  readonly label: Text;
  readonly type: 'Aggregation' | 'Valueset';
  /** The variable it is a list for. */
  readonly variable: string;
  /** What is counted by when it is used: measures are counted anew, so that one with several answers in a group counts once. */
  readonly by: string;
  readonly values: readonly { readonly code: string; readonly label: Text; readonly of: readonly string[] }[];
}

/** The code lists of a release: every value of each closed variable, and the derived variables that group the values of one. */
export function codelistsOf({ edition, sealed }: LoadedRelease): readonly Codelist[] {
  const closed = [...sealed.columns.values()].flatMap(({ variable: { id, label, options } }): Codelist[] => {
    if (!options) return [];
    const named = (language: keyof Text) => `${label[language]}: ${words.everyValue[language]}`;
    return [
      {
        id: `vs_${id}`,
        label: { nb: named('nb'), nn: named('nn'), en: named('en') },
        type: 'Valueset',
        ...{ variable: id, by: id },
        values: options.map((option) => ({ code: option.code, label: option.label, of: [option.code] })),
      },
    ];
  });
  return [...edition.derived.flatMap((derived) => groupsOf(derived)), ...closed];
}

/** A derived variable as groups of the values of one question, where that is all it is. */
function groupsOf({ id, label, askedWith, cases, otherwise, options }: DerivedVariable): Codelist[] {
  const grouped = cases.map(({ code, when }) => ({ code, grouped: valuesIn(when) }));
  const [first] = grouped;
  const question = first?.grouped?.question;
  const isGrouping =
    otherwise === undefined &&
    question !== undefined &&
    question === askedWith &&
    grouped.every((one) => one.grouped?.question === question);
  if (!isGrouping) return [];
  const values = options.map((option) => ({
    code: option.code,
    label: option.label,
    of: grouped.filter(({ code }) => code === option.code).flatMap((one) => one.grouped?.values ?? []),
  }));
  return [{ id: `agg_${id}`, label, type: 'Aggregation', variable: question, by: id, values }];
}

function valuesIn(when: Condition): { question: string; values: readonly string[] } | undefined {
  if ('is' in when) return { question: when.question, values: [when.is] };
  return 'in' in when ? { question: when.question, values: when.in } : undefined;
}

/** The code lists that a variable of a table can be had by: those whose groups compare in all its years. */
export function codelistsFor({ figure, years }: PxTable, variable: string): readonly Codelist[] {
  const newest = years.at(-1);
  if (figure !== undefined || !newest) return [];
  return codelistsOf(newest).filter((list) => list.variable === variable && compareThroughout(years, list.by));
}
