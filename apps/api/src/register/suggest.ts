import type { SuggestedFilter } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { blankCode, type Column } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';
import { nameIs, type TextResult } from '../search/index.ts';
import type { Selection } from './selection.ts';

const mostSuggested = 6;

/**
 * What the text names as a whole, to be chosen as a filter instead: owners, answers, and themes. Newest names first; the most used
 * first. Of what is public: a category that no public measure has is not offered.
 */
export function suggestedFilters(selection: Selection, text: TextResult, language: Language): SuggestedFilter[] {
  const found = new Map<string, SuggestedFilter & { readonly whole: boolean }>();
  for (const { part, index, searched } of selection.searchedFirst()) {
    if (!searched) continue;
    const mask = selection.masks[index] as Uint8Array;
    for (const { variable, category, whole } of named(part, text)) {
      const column = part.open.columns.get(variable) as Column;
      const { code, label } = column.categories[category] as Column['categories'][number];
      const count = countOf(column, category, mask);
      if (count === 0) continue;
      const id = `${variable} ${code}`;
      const known = found.get(id);
      const own = {
        id: variable,
        label: column.variable.label[language],
        code,
        codeLabel: label[language],
        count,
        whole,
      };
      found.set(id, known ? { ...known, count: known.count + count } : own);
    }
  }
  return [...found.values()]
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.count - a.count)
    .slice(0, mostSuggested)
    .map(({ whole: _, ...filter }) => filter);
}

interface Named {
  readonly variable: string;
  readonly category: number;
  readonly whole: boolean;
}

/** The categories that have all the words, and the themes (the words of an open list) that begin with them. */
function named(part: LoadedRelease, text: TextResult): Named[] {
  const { words } = text.query;
  const byName = (text.named.get(part.release.id) ?? []).filter(
    ({ scores, whole }) => whole || scores.every((score) => score > 0),
  );
  const { agency, ministry } = part.edition.roles;
  const open = [...part.open.columns.values()].filter(
    ({ variable }) => variable.facet && !variable.options && variable.id !== agency && variable.id !== ministry,
  );
  const themes = open.flatMap(({ variable, categories }) =>
    categories.flatMap(({ code, label }, category): Named[] =>
      code !== blankCode && nameIs(label.nb, words) ? [{ variable: variable.id, category, whole: true }] : [],
    ),
  );
  return words.length === 0 ? [] : [...byName, ...themes];
}

function countOf({ keys, members }: Column, category: number, mask: Uint8Array): number {
  const counted = members.map((categories) => categories.includes(category));
  let n = 0;
  for (let place = 0; place < mask.length; place++) if (mask[place] && counted[keys[place] as number]) n++;
  return n;
}
