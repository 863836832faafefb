import { canonical } from '@samblikk/files/json';
import {
  type Comparability,
  type DerivedVariable,
  type Edition,
  findQuestion,
  type Option,
  type Question,
  questionsOf,
  type Text,
} from './definition.ts';
import { kindOf } from './kinds/index.ts';

/** How far a series may be drawn: the weakest link of the chain, with what must be said about it. */
export interface Comparison {
  readonly with: Comparability['with'];
  readonly notes: readonly Text[];
}

const undeclared: Comparability = {
  with: 'break',
  note: {
    nb: 'Det er ikke opplyst om tallene kan sammenlignes.',
    nn: 'Det er ikkje opplyst om tala kan samanliknast.',
    en: 'Whether the figures can be compared has not been stated.',
  },
};

const strength = ['new', 'break', 'note', 'same'] as const satisfies readonly Comparability['with'][];

/** Whether numbers or answers that compare so may be held against each other, if only with a note. */
export const mayCompare = ({ with: comparable }: Pick<Comparison, 'with'>): boolean =>
  comparable === 'same' || comparable === 'note';

/** What holds of all of these together: the weakest of them, with all that must be said. */
export function weakestComparison(all: readonly Comparison[]): Comparison {
  const weakest = Math.min(strength.length - 1, ...all.map((one) => strength.indexOf(one.with)));
  return { with: strength[weakest] ?? 'break', notes: [...new Set(all.flatMap(({ notes }) => notes))] };
}

/**
 * How a variable of one edition compares with the same variable of an earlier one, following `previous` step by step.
 * What was never declared counts as a break, and so does an edition that the chain does not lead to; a variable that
 * the earlier edition lacks is new.
 */
export function comparabilityOf(
  edition: Edition,
  variableId: string,
  toEditionId: string,
  editions: Readonly<Record<string, Edition>>,
): Comparison {
  const links: Comparability[] = [];
  let current: Edition | undefined = edition;
  const seen = new Set<string>();
  while (current && current.id !== toEditionId && !seen.has(current.id)) {
    seen.add(current.id);
    links.push(declared(current, variableId) ?? undeclared);
    current = current.previous === undefined ? undefined : editions[current.previous];
  }
  if (current?.id !== toEditionId) links.push(undeclared);
  else if (!hasVariable(current, variableId)) links.push({ with: 'new' });

  return weakestComparison(links.map((link) => ({ with: link.with, notes: 'note' in link ? [link.note] : [] })));
}

/** Whether an answer to an earlier edition may stand beside this one's, or for it: they compare, if only with a note. */
export function isComparable(...variable: Parameters<typeof comparabilityOf>): boolean {
  return mayCompare(comparabilityOf(...variable));
}

/** What an edition says about a variable; facts about the agency do not change with the questionnaire. */
function declared(edition: Edition, id: string): Comparability | undefined {
  if (edition.population.some((variable) => variable.id === id)) return { with: 'same' };
  return (findQuestion(edition, id) ?? edition.derived.find((variable) => variable.id === id))?.comparability;
}

function hasVariable(edition: Edition, id: string): boolean {
  return (
    findQuestion(edition, id) !== undefined || [...edition.derived, ...edition.population].some((v) => v.id === id)
  );
}

/** One difference between two editions. */
export interface Change {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'label' | 'kind' | 'optionAdded' | 'optionRemoved' | 'optionLabel' | 'limit';
  /** The code or the name of the limit that changed. */
  readonly detail?: string;
  readonly declared?: Comparability['with'];
  /** The change could alter what answers mean, and the newer edition says nothing, or `same`. */
  readonly undeclared: boolean;
}

/** Properties that cannot alter what an answer means, or are compared by themselves. */
const besideThePoint = new Set([
  'id',
  'number',
  'label',
  'help',
  'offersOwn',
  'headings',
  'periods',
  'outcomes',
  'options',
  'kind',
  'comparability',
  'search',
  'facet',
  'askAnew',
]);

/** What was added, removed and changed from edition `a` to the newer edition `b`: questions first, then derived variables. */
export function compareEditions(a: Edition, b: Edition): readonly Change[] {
  return [
    ...compareAll(questionsOf(a), questionsOf(b), (before, after) => [
      ...(before.kind === after.kind ? [] : [{ change: 'kind' as const, detail: `${before.kind} → ${after.kind}` }]),
      ...compareOptions(kindOf(before).choices(before), kindOf(after).choices(after)),
      ...compareLimits(before, after),
    ]),
    ...compareAll(a.derived, b.derived, (before, after) => [
      ...compareOptions(before.options, after.options),
      ...compareLimits(before, after),
    ]),
  ];
}

type Difference = Pick<Change, 'change' | 'detail'>;

function compareAll<Of extends Question | DerivedVariable>(
  before: readonly Of[],
  after: readonly Of[],
  compare: (before: Of, after: Of) => readonly Difference[],
): readonly Change[] {
  const changes = after.flatMap((now): Change[] => {
    const then = before.find(({ id }) => id === now.id);
    const declared = now.comparability?.with;
    const differences: readonly Difference[] = then
      ? [...(same(then.label, now.label) ? [] : [{ change: 'label' as const }]), ...compare(then, now)]
      : [{ change: 'added' }];
    return differences.map((difference) => ({
      id: now.id,
      ...difference,
      ...(declared && { declared }),
      undeclared: needsSaying(difference) && (declared === undefined || declared === 'same'),
    }));
  });
  const removed = before.filter((then) => !after.some(({ id }) => id === then.id));
  return [...changes, ...removed.map(({ id }) => ({ id, change: 'removed' as const, undeclared: false }))];
}

/** A label may be mended without a word; what can be answered may not. */
function needsSaying({ change }: Difference): boolean {
  return change !== 'label' && change !== 'optionLabel';
}

function compareOptions(before: readonly Option[], after: readonly Option[]): readonly Difference[] {
  const find = (options: readonly Option[], code: string) => options.find((option) => option.code === code);
  return [
    ...after
      .filter(({ code }) => !find(before, code))
      .map(({ code }) => ({ change: 'optionAdded' as const, detail: code })),
    ...before
      .filter(({ code }) => !find(after, code))
      .map(({ code }) => ({ change: 'optionRemoved' as const, detail: code })),
    ...after.flatMap(({ code, label }) => {
      const then = find(before, code);
      return then && !same(then.label, label) ? [{ change: 'optionLabel' as const, detail: code }] : [];
    }),
  ];
}

function compareLimits(before: Question | DerivedVariable, after: Question | DerivedVariable): readonly Difference[] {
  const one: Readonly<Record<string, unknown>> = { ...before };
  const other: Readonly<Record<string, unknown>> = { ...after };
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !besideThePoint.has(name));
  return names
    .filter((name) => name !== 'rule' && !same(one[name], other[name]))
    .map((name) => ({ change: 'limit' as const, detail: name }));
}

function same(one: unknown, other: unknown): boolean {
  return canonical({ it: one }) === canonical({ it: other });
}
