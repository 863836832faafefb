import { diffArrays } from 'diff';
import { type Comparison, comparabilityOf } from '../compare.ts';
import { type Edition, findQuestion, languages, questionsOf, sectionOf, type Text } from '../definition.ts';
import {
  derivedParts,
  type Part,
  type PartName,
  publicationParts,
  questionParts,
  ruleParts,
  sectionParts,
} from './readable.ts';
import { said } from './words.ts';

/** A part of an item that is not as it was: new when there is nothing before, gone when there is nothing after. */
export interface PartChange {
  readonly what: PartName;
  /** The option it is about. */
  readonly code?: string;
  readonly before: Text | null;
  readonly after: Text | null;
}

/** A question, rule, variable or heading that is not as it was in the edition before. */
export interface ItemChange {
  readonly id: string;
  readonly of: 'section' | 'question' | 'rule' | 'derived' | 'publication';
  readonly title: Text;
  readonly change: 'added' | 'removed' | 'changed';
  /** Where it is asked, of a question. */
  readonly section: Text | null;
  readonly parts: readonly PartChange[];
  /** How answers compare across the two; `gone` where a series ends. Null for what has no answers. */
  readonly comparability: { readonly with: Comparison['with'] | 'gone'; readonly notes: readonly Text[] } | null;
}

interface Item {
  readonly id: string;
  readonly title: Text;
  readonly section?: Text;
  readonly parts: readonly Part[];
}

/**
 * Every text, option, limit, branching and rule that differs between an edition and a newer one, in words in all languages: what
 * whoever answers meets, in the order of the newer form, with what is gone at the end of each group. Help, search words and what
 * only programs see are told as far as a reader meets them.
 */
export function differenceOf(
  before: Edition,
  after: Edition,
  editions: Readonly<Record<string, Edition>>,
): readonly ItemChange[] {
  const compared = (id: string): ItemChange['comparability'] => comparabilityOf(after, id, before.id, editions);
  const gone: ItemChange['comparability'] = { with: 'gone', notes: [] };
  const series = (id: string, change: ItemChange['change']) => (change === 'removed' ? gone : compared(id));
  return [
    ...changesOf('section', sectionsOf(before), sectionsOf(after), () => null),
    ...changesOf('question', questionItems(before), questionItems(after), series),
    ...changesOf('rule', ruleItems(before), ruleItems(after), () => null),
    ...changesOf('derived', derivedItems(before), derivedItems(after), series),
    ...changesOf('publication', publicationItem(before), publicationItem(after), () => null),
  ];
}

/** Whether answers to a question of the newer edition may be last year's, shown to be confirmed. */
export function isConfirmable(
  before: Edition,
  after: Edition,
  id: string,
  editions: Readonly<Record<string, Edition>>,
): boolean {
  const question = findQuestion(after, id);
  if (!question || question.askAnew || !findQuestion(before, id)) return false;
  if (before.id === after.id) return true;
  return ['same', 'note'].includes(comparabilityOf(after, id, before.id, editions).with);
}

const sectionsOf = (edition: Edition): Item[] =>
  edition.sections.map((section) => ({ id: section.id, title: section.title, parts: sectionParts(section) }));

const questionItems = (edition: Edition): Item[] =>
  questionsOf(edition).flatMap((question) => {
    const section = sectionOf(edition, question.id);
    const parts = section && questionParts(question, section, edition);
    return parts ? [{ id: question.id, title: question.label, section: section.title, parts }] : [];
  });

const ruleItems = (edition: Edition): Item[] =>
  edition.rules.map((rule) => ({ id: rule.id, title: rule.text, parts: ruleParts(rule, edition) }));

const derivedItems = (edition: Edition): Item[] =>
  edition.derived.map((variable) => ({ id: variable.id, title: variable.label, parts: derivedParts(variable) }));

const publicationItem = (edition: Edition): Item[] => [
  { id: edition.publication.question, title: said.publication, parts: publicationParts(edition) },
];

function changesOf(
  of: ItemChange['of'],
  before: readonly Item[],
  after: readonly Item[],
  series: (id: string, change: ItemChange['change']) => ItemChange['comparability'],
): ItemChange[] {
  const then = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map(({ id }) => id));
  const told = (change: ItemChange['change'], { id, title, section }: Item, parts: readonly PartChange[]) => ({
    ...{ id, of, title, change, section: section ?? null, parts },
    comparability: series(id, change),
  });
  return [
    ...after.flatMap((item) => {
      const earlier = then.get(item.id);
      if (!earlier) return [told('added', item, partChanges([], item.parts))];
      const change = told('changed', item, partChanges(earlier.parts, item.parts));
      // What reads as before and yet is said not to compare quite is told as well: that is a change to whoever draws a series.
      return change.parts.length > 0 || (change.comparability?.with ?? 'same') !== 'same' ? [change] : [];
    }),
    ...before.filter(({ id }) => !now.has(id)).map((item) => told('removed', item, partChanges(item.parts, []))),
  ];
}

const keyOf = ({ what, code = '' }: Pick<Part, 'what' | 'code'>) => `${what} ${code}`;

function partChanges(before: readonly Part[], after: readonly Part[]): PartChange[] {
  const then = new Map(before.map((part) => [keyOf(part), part]));
  const now = new Set(after.map(keyOf));
  const told = ({ what, code }: Part, earlier: Text | null, later: Text | null): PartChange => ({
    ...{ what, ...(code !== undefined && { code }) },
    before: earlier,
    after: later,
  });
  return [
    ...after.flatMap((part) => {
      const earlier = then.get(keyOf(part));
      if (!earlier) return [told(part, null, part.text)];
      return sameWords(earlier.text, part.text) ? [] : [told(part, earlier.text, part.text)];
    }),
    ...before.filter((part) => !now.has(keyOf(part))).map((part) => told(part, part.text, null)),
    ...movedOptions(before, after),
  ];
}

const sameWords = (one: Text, other: Text) => languages.every((language) => one[language] === other[language]);

/** Options that stand elsewhere among those both editions have: as few as can explain the new order. */
function movedOptions(before: readonly Part[], after: readonly Part[]): PartChange[] {
  const codes = (parts: readonly Part[]) =>
    parts.flatMap(({ what, code }) => (what === 'option' && code ? [code] : []));
  const [then, now] = [codes(before), codes(after)];
  const moved = diffArrays(
    then.filter((code) => now.includes(code)),
    now.filter((code) => then.includes(code)),
  ).flatMap(({ added, value }) => (added ? value : []));
  const place = (list: readonly string[], code: string): Text => {
    const at = String(list.indexOf(code) + 1);
    return {
      nb: said.place.nb.replace('{place}', at),
      nn: said.place.nn.replace('{place}', at),
      en: said.place.en.replace('{place}', at),
    };
  };
  return moved.map((code) => ({ what: 'optionMoved', code, before: place(then, code), after: place(now, code) }));
}
