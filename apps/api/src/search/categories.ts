import { type Column, type Dataset, NOT_ASKED } from '@samblikk/statistics';
import { wordsOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';

/** A name of an answer category, of an agency or of a ministry, as words. */
export interface CategoryName {
  readonly variable: string;
  /** Its place among the column's categories. */
  readonly category: number;
  readonly words: readonly string[];
  /** What it is all about; a name of function words alone says nothing. */
  readonly telling: number;
  /** What it is the name of: an owner, what an agency is about, the ministry that it is under today, or what was answered. */
  readonly kind: 'agency' | 'field' | 'ministry' | 'presentMinistry' | 'answer';
}

/** A question that says who owns a measure, and by the code that the release has of an owner, all that it is and was called. */
export interface OwnerNames {
  readonly variable: string;
  readonly kind: 'agency' | 'ministry' | 'presentMinistry';
  readonly of: (code: string) => readonly string[];
}

/**
 * The names of the categories that a release's public measures are counted by, for the facets: owners by all their names, answers by their
 * labels in all languages and the other words for them. A label that several questions have (yes, no, other) tells nothing.
 */
export function categoryNames({ columns }: Dataset, owners: readonly OwnerNames[]): CategoryName[] {
  const coded = [...columns.values()].filter(({ variable }) => variable.facet && variable.options);
  const usedBy = new Map<string, number>();
  for (const { variable } of coded)
    for (const label of new Set((variable.options ?? []).map(({ label: { nb } }) => nb)))
      usedBy.set(label, (usedBy.get(label) ?? 0) + 1);
  const names: CategoryName[] = [];
  const add = (variable: string, category: number, kind: CategoryName['kind'], texts: Iterable<string>) => {
    for (const text of new Set(texts)) {
      const words = wordsOf(text);
      const telling = words.filter((word) => !isFunctionWord(word)).length;
      if (telling > 0) names.push({ variable, category, words, telling, kind });
    }
  };
  for (const { variable, categories } of coded)
    for (const [place, { code, label }] of categories.entries()) {
      const option = variable.options?.find((one) => one.code === code);
      if (!option || option.exclusive || (usedBy.get(label.nb) ?? 0) > 1) continue;
      add(variable.id, place, 'answer', [...Object.values(label), ...(option.words ?? [])]);
    }
  for (const { variable, kind, of } of owners)
    for (const [place, { code, label }] of columns.get(variable)?.categories.entries() ?? []) {
      const own = kind === 'presentMinistry' ? [] : [...Object.values(label), code];
      const called = [...own, ...of(code)].flatMap(shortened);
      add(variable, place, kind, called);
      if (kind === 'agency') add(variable, place, 'field', called.flatMap(fieldOf));
    }
  return names;
}

/** What a name is short for: `Direktoratet for forvaltning og ikt (Difi)` and `Unit – Direktoratet …` each part, too. */
function shortened(name: string): string[] {
  const [, long, short] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
  const [first, second] = name.split(' – ');
  return [
    name,
    ...(long && short ? [long, short] : []),
    ...(first && second ? [first, second] : []),
    ...withOneField(long ?? name),
  ];
}

/** `Fiskeridirektoratet` is about `fiskeri`. */
function fieldOf(name: string): string[] {
  const [, field] = /^(\p{L}{3,}?)s?(?:direktoratet|tilsynet|etaten)$/u.exec(name) ?? [];
  return field ? [field] : [];
}

const bodies = /^(.*-)? ?og (\p{L}+?)(departementet|direktoratet|etaten|tilsynet)$/u;

/** `Kommunal- og moderniseringsdepartementet` is `kommunaldepartementet` to most. */
function withOneField(name: string): string[] {
  const [, fields, last, body] = bodies.exec(name) ?? [];
  if (!fields || !last || !body) return [];
  const each = [...(fields.match(/\p{L}+(?=-)/gu) ?? []), last];
  return each.flatMap((field) => [`${field}${body}`, ...(field.endsWith('s') ? [] : [`${field}s${body}`])]);
}

/** Calls back for each measure that counts in a category with a score above 0, with the highest. */
export function eachInCategories(
  { keys, members }: Column,
  scoreOf: (category: number) => number,
  call: (place: number, score: number) => void,
): void {
  const byKey = members.map((categories) => categories.reduce((most, one) => Math.max(most, scoreOf(one)), 0));
  if (byKey.every((score) => score === 0)) return;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    const score = key === NOT_ASKED ? 0 : (byKey[key] as number);
    if (score > 0) call(place, score);
  }
}
