import type { RegisterItem } from '@samblikk/contract';
import { findQuestion, kindOf, type Language, showAmount, type Text } from '@samblikk/questionnaire';
import type { LoadedRelease } from '../releases/index.ts';
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

function costOf(part: LoadedRelease, place: number, language: Language): RegisterItem['cost'] {
  const column = part.open.columns.get(part.edition.roles.cost);
  const kroner = column?.numbers?.[place] ?? Number.NaN;
  if (!column || Number.isNaN(kroner)) return null;
  return { label: column.variable.label[language], kroner, text: showAmount(kroner, language, 'words') };
}

/** A public answer in words; null when there is none. */
export function answerText({ part, answers }: PublicMeasure, question: string, language: Language): string | null {
  const asked = findQuestion(part.edition, question);
  const answer = answers[question];
  return asked && answer !== undefined ? kindOf(asked).show(asked, answer, language, part.names, part.edition) : null;
}
