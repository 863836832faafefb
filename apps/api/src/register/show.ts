import type { RegisterItem } from '@samblikk/contract';
import {
  type Edition,
  findQuestion,
  kindOf,
  type Language,
  type Question,
  questionsOf,
  releaseName,
  showAmount,
  type Text,
} from '@samblikk/questionnaire';
import type { DatedRelease, LoadedRelease } from '../releases/index.ts';
import type { PublicMeasure } from './rows.ts';

type Named = { code: string; label: string };

/** Who owns a measure, as named in its release. */
export function ownerOf(
  { part, agency, ministry }: PublicMeasure,
  language: Language,
): { agency: Named; ministry: Named } {
  return {
    agency: named(agency, part.names.agency(agency), language),
    ministry: named(ministry, part.names.ministry(ministry), language),
  };
}

const named = (code: string, name: Text | undefined, language: Language): Named => ({
  code,
  label: name?.[language] ?? code,
});

/** What is the same in list and page: the measure’s name, what it delivers, and who owns it. */
export function headOf(measure: PublicMeasure, language: Language) {
  const { part, id, number, title, visibility, late, answers } = measure;
  const { roles } = part.edition;
  const summary = answers[roles.summary];
  return {
    id,
    number,
    year: part.release.year,
    title,
    summary: typeof summary === 'string' ? summary : null,
    ...ownerOf(measure, language),
    visibility,
    late,
  };
}

/** A measure in a list. */
export function itemOf(measure: PublicMeasure, language: Language): Omit<RegisterItem, 'found'> {
  const { part, place } = measure;
  const { roles } = part.edition;
  const columns = [...part.open.columns.values()];
  const facts = columns
    .filter(({ variable }) => variable.facet && variable.id !== roles.agency && variable.id !== roles.ministry)
    .flatMap(({ variable }) => {
      const text = codesAt(part, variable.id, place, language).map(({ label }) => label);
      return text.length > 0 ? [{ id: variable.id, label: variable.label[language], text: text.join(', ') }] : [];
    });
  return { ...headOf(measure, language), facts, cost: costOf(part, place, language) };
}

/** The codes under which a public measure is counted by a variable; none when blank, not asked or kept back. */
export function codesAt(part: LoadedRelease, variable: string, place: number, language: Language): Named[] {
  const column = part.open.columns.get(variable);
  if (!column || column.numbers) return [];
  const members = column.members[column.keys[place] as number] ?? [];
  return members.flatMap((index) => {
    const category = column.categories[index];
    return category ? [{ code: category.code, label: category.label[language] }] : [];
  });
}

/** What a public measure costs in all, kroner; null where it does not tell. */
export function kronerAt(part: LoadedRelease, place: number): number | null {
  const kroner = part.open.columns.get(part.edition.roles.cost)?.numbers?.[place] ?? Number.NaN;
  return Number.isNaN(kroner) ? null : kroner;
}

function costOf(part: LoadedRelease, place: number, language: Language): RegisterItem['cost'] {
  const column = part.open.columns.get(part.edition.roles.cost);
  const kroner = kronerAt(part, place);
  if (!column || kroner === null) return null;
  return { label: column.variable.label[language], kroner, text: showAmount(kroner, language, 'words') };
}

/** The questions whose answers are public: neither closed nor known from the owner. */
export const publicQuestions = (edition: Edition): Question[] =>
  questionsOf(edition).filter(({ closed, known }) => !closed && !known);

/** A public answer in words; null when there is none. */
export function answerText({ part, answers }: PublicMeasure, question: string, language: Language): string | null {
  const asked = findQuestion(part.edition, question);
  const answer = answers[question];
  return asked && answer !== undefined ? kindOf(asked).show(asked, answer, language, part.names, part.edition) : null;
}

/** As `answerText`, an amount in words, rounded: where there is little room. */
export function shortAnswer(measure: PublicMeasure, question: string, language: Language): string | null {
  const amount = measure.part.open.columns.get(question)?.numbers && measure.answers[question];
  return typeof amount === 'number' ? showAmount(amount, language, 'words') : answerText(measure, question, language);
}

/** A release by its name and times. */
export const namedRelease = (release: DatedRelease) => ({
  name: releaseName(release),
  frozenAt: release.frozenAt.toISOString(),
  dataAsOf: release.dataAsOf.toISOString(),
});

/** A release that something is read from, with all that must be said of it. */
export const aboutRelease = (release: DatedRelease, language: Language) => ({
  id: release.id,
  year: release.year,
  number: release.number,
  ...namedRelease(release),
  notice: release.notice?.[language] ?? null,
});

const alphabets = { no: new Intl.Collator('nb', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) };

/** The order of names in a language; numbers in them by size. */
export const alphabetOf = (language: Language): Intl.Collator => alphabets[language === 'en' ? 'en' : 'no'];
