import type { RegisterItem } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { marksIn, type TextResult } from '../search/index.ts';
import type { PublicMeasure } from './rows.ts';
import { headOf } from './show.ts';

/** What of a measure free text has found: where in its name and summary, and under which names and themes it is counted. */
export function foundIn(
  measure: PublicMeasure,
  found: TextResult,
  language: Language,
): NonNullable<RegisterItem['found']> {
  const { part, place } = measure;
  const { title, summary } = headOf(measure, language);
  const named = (found.named.get(part.release.id) ?? []).flatMap(({ variable, category, scores }) => {
    const column = part.open.columns.get(variable);
    const member = column?.categories[category];
    if (!column || !member || scores.every((score) => score === 0)) return [];
    return column.members[column.keys[place] as number]?.includes(category)
      ? [{ id: variable, label: column.variable.label[language], text: member.label[language] }]
      : [];
  });
  // Themes, in the language they are written in: they stand nowhere else on a list of measures.
  const themes = [...part.open.columns.values()]
    .filter(({ variable }) => variable.facet && !variable.options && !isOwner(part, variable.id))
    .flatMap(({ variable, categories, keys, members }) =>
      (members[keys[place] as number] ?? []).flatMap((category) => {
        const text = categories[category]?.label[language] ?? '';
        return marksIn(text, found.words, found.phrases).length > 0
          ? [{ id: variable.id, label: variable.label[language], text }]
          : [];
      }),
    );
  return {
    title: marksIn(title ?? '', found.words, found.phrases),
    summary: marksIn(summary ?? '', found.words, found.phrases),
    named: [...named, ...themes],
  };
}

/** Owners are found by their names of all times, which are told apart. */
const isOwner = ({ edition: { roles } }: PublicMeasure['part'], id: string): boolean =>
  id === roles.agency || id === roles.ministry;
