import type { Facet } from '@samblikk/contract';
import { blankOption, type Language, optionLabel, type Text, type Variable } from '@samblikk/questionnaire';
import { blankCode, bothSign, classifierOf, crossTable } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';
import type { Corpus } from './corpus.ts';
import { ones, placesIn, type Selection } from './selection.ts';
import { alphabetOf } from './show.ts';

/** The facet of years; not a variable of any edition. */
export const roundFacet = 'round';
/** In front of a name that an agency or ministry had. */
const before: Text = { nb: 'tidligere', nn: 'tidlegare', en: 'formerly' };
const roundLabel: Text = { nb: 'År', nn: 'År', en: 'Year' };
const numbersLabel: Text = { nb: 'Utvalgte tiltak', nn: 'Utvalde tiltak', en: 'Chosen measures' };
/** Of a chosen list, so many are named one by one. */
const mostNamed = 3;

/** How many values an open list such as tags is cut to. */
const mostOpen = 30;

interface Value {
  readonly code: string;
  readonly label: string;
  count: number;
}

/** The facets with their counts, each as if nothing were chosen in itself. */
export function facetsOf(selection: Selection, language: Language): Facet[] {
  const { corpus } = selection;
  return [
    roundsFacet(selection, language),
    ...facetVariables(corpus).map((variable) => variableFacet(selection, variable, language)),
  ];
}

/** Where fewer than one in so many are found, those are counted one by one; else a pass over all is quicker. */
const sparse = 4;
const lists = new WeakMap<Uint8Array, Uint8Array | Uint32Array>();

/** A mask as it is quickest counted by; most facets of a search share one. */
function counted(mask: Uint8Array): Uint8Array | Uint32Array {
  let list = lists.get(mask);
  if (!list) {
    list = ones(mask) * sparse < mask.length ? placesIn(mask) : mask;
    lists.set(mask, list);
  }
  return list;
}

/** The variables that are facets in some release of the corpus, as the newest has them. */
function facetVariables(corpus: Corpus): Variable[] {
  const byId = new Map<string, Variable>();
  for (const part of corpus.parts) {
    for (const { variable } of part.open.columns.values()) {
      if (variable.facet && !byId.has(variable.id)) byId.set(variable.id, variable);
    }
  }
  return [...byId.values()];
}

function roundsFacet(selection: Selection, language: Language): Facet {
  const masks = selection.without(roundFacet);
  const values = selection.corpus.parts.map(({ release }, index) => ({
    code: String(release.year),
    label: String(release.year),
    count: ones(masks[index] as Uint8Array),
    chosen: selection.criteria.rounds.includes(release.year),
  }));
  // A measure of several years is in each of them.
  return { id: roundFacet, label: roundLabel[language], several: true, more: 0, values };
}

function variableFacet(selection: Selection, variable: Variable, language: Language): Facet {
  const { id, label, several } = variable;
  const chosen = new Set(selection.criteria.filters[id] ?? []);
  const values = [...countValues(selection, id, language).values()];
  const isChosen = (value: Value) => chosen.has(value.code);
  const occurring = values.filter(
    (value) => value.count > 0 || isChosen(value) || variable.options?.some(({ code }) => code === value.code),
  );
  const ordered = variable.options ? occurring : sortOpen(selection.corpus, id, occurring, language);
  const shown =
    isOwner(selection.corpus, id) || variable.options
      ? ordered
      : ordered.filter((value, i) => i < mostOpen || isChosen(value));
  return {
    id,
    label: label[language],
    several,
    more: ordered.length - shown.length,
    values: shown.map((value) => ({ ...value, chosen: isChosen(value) })),
  };
}

/**
 * Counts a variable over all parts; the newest release that is searched names the codes, so that a round is shown with the
 * names of its time. What a code was called before stands beside it where several rounds are. Blank comes last.
 */
function countValues(selection: Selection, id: string, language: Language): Map<string, Value> {
  const masks = selection.without(id);
  const values = new Map<string, Value>();
  const earlier = new Map<string, Set<string>>();
  let blank = 0;
  selection.searchedFirst().forEach(({ part, index, searched }) => {
    const column = part.open.columns.get(id);
    if (!column || column.numbers) return;
    const mask = counted(masks[index] as Uint8Array);
    const { rowMargins } = crossTable(part.open.size, classifierOf(column, 'category'), undefined, mask);
    column.categories.forEach(({ code, label }, place) => {
      const value = values.get(code) ?? { code, label: label[language], count: 0 };
      value.count += rowMargins[place] as number;
      values.set(code, value);
      if (searched && label[language] !== value.label)
        earlier.set(code, (earlier.get(code) ?? new Set()).add(label[language]));
    });
    blank += rowMargins[column.categories.length] as number;
  });
  if (isOwner(selection.corpus, id))
    for (const [code, names] of earlier) {
      const value = values.get(code) as Value;
      values.set(code, { ...value, label: `${value.label} (${before[language]} ${[...names].join(', ')})` });
    }
  values.set(blankCode, { code: blankCode, label: blankOption.label[language], count: blank });
  return values;
}

/** Agencies and ministries by name, other open lists by count. */
function sortOpen(corpus: Corpus, id: string, values: Value[], language: Language): Value[] {
  const { compare } = alphabetOf(language);
  const byName = (a: Value, b: Value) => compare(a.label, b.label);
  return values.toSorted((a, b) =>
    a.code === blankCode
      ? 1
      : b.code === blankCode
        ? -1
        : isOwner(corpus, id)
          ? byName(a, b)
          : b.count - a.count || byName(a, b),
  );
}

function isOwner(corpus: Corpus, id: string): boolean {
  return corpus.parts.some(({ edition: { roles } }) => roles.agency === id || roles.ministry === id);
}

/** Every filter in force by name, whether or not it is a facet. */
export function chosenOf(
  selection: Selection,
  language: Language,
): { id: string; label: string; code: string; codeLabel: string }[] {
  const { rounds, filters, numbers } = selection.criteria;
  const parts = selection.searchedFirst().map(({ part }) => part);
  const years = rounds.map((year) => ({
    id: roundFacet,
    label: roundLabel[language],
    code: String(year),
    codeLabel: String(year),
  }));
  const chosen = Object.entries(filters).flatMap(([id, codes]) =>
    codes.map((code) => ({
      id,
      label: variableLabel(parts, id, language),
      code,
      codeLabel: codeLabel(parts, id, code, language),
    })),
  );
  // One that is taken away whole: the list is somebody’s choice.
  const all = [...(numbers ?? [])];
  const list = {
    ...{ id: 'number', label: numbersLabel[language], code: all.join(',') },
    codeLabel: all.length > mostNamed ? String(all.length) : all.join(', '),
  };
  return [...years, ...(numbers ? [list] : []), ...chosen];
}

function variableLabel(parts: readonly LoadedRelease[], id: string, language: Language): string {
  for (const part of parts) {
    const label = part.sealed.columns.get(id)?.variable.label[language];
    if (label !== undefined) return label;
  }
  return id;
}

function codeLabel(parts: readonly LoadedRelease[], id: string, code: string, language: Language): string {
  for (const part of parts) {
    const category = part.sealed.columns.get(id)?.categories.find((candidate) => candidate.code === code);
    if (category) return category.label[language];
  }
  const both = code.split(bothSign);
  return both.length > 1
    ? both.map((each) => codeLabel(parts, id, each, language)).join(' + ')
    : optionLabel({}, code, language);
}
