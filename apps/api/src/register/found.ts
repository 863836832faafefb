import type { RegisterItem } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { marksIn, type TextResult } from '../search/index.ts';
import type { PublicMeasure } from './rows.ts';
import { headOf } from './show.ts';

/** What of a measure free text has found: where in its name and summary, and under which names it is counted. */
export function foundIn(
  measure: PublicMeasure,
  text: TextResult,
  language: Language,
): NonNullable<RegisterItem['found']> {
  const { part, place } = measure;
  const { title, summary } = headOf(measure, language);
  const named = (text.named.get(part.release.id) ?? []).flatMap(({ variable, category, scores }) => {
    const column = part.open.columns.get(variable);
    const member = column?.categories[category];
    if (!column || !member || scores.every((score) => score === 0)) return [];
    return column.members[column.keys[place] as number]?.includes(category)
      ? [{ id: variable, label: column.variable.label[language], text: member.label[language] }]
      : [];
  });
  return { title: marksIn(title ?? '', text.words), summary: marksIn(summary ?? '', text.words), named };
}
