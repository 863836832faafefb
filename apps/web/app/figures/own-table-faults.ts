import type { ReplyAt } from '@samblikk/contract/client';
import type { PublicMessageKey } from '../i18n/index.ts';
import type { ApiProblem } from '../platform/index.ts';
import { type OwnTableQuery, statisticOf } from './own-table-query.ts';

export type Variable = ReplyAt<'listVariables'>['variables'][number];

/** A sentence about what cannot be made, with what it names; `field` is a message, the label of a field of the form. */
export interface Fault {
  readonly message: PublicMessageKey;
  readonly values: Readonly<Record<string, string>>;
  readonly field?: PublicMessageKey;
}

/** What of a table cannot be made, and what to choose instead; nothing is changed of what was chosen. */
export function faultsOf(asked: OwnTableQuery, variables: readonly Variable[]): readonly Fault[] {
  const [compared = ''] = asked.compare?.split(':') ?? [];
  const sides = [
    ['ownTable.rows', asked.rows],
    ['ownTable.columns', asked.columns],
    ['ownTable.layers', asked.layers],
    ['ownTable.compare', compared || undefined],
  ] as const;
  const known = new Map(variables.map((variable) => [variable.id, variable]));
  const labelOf = (id: string) => known.get(id)?.label ?? id;
  const named = sides.flatMap(([field, id]) => (id === undefined ? [] : [{ field, id }]));

  const ofSides = named.flatMap(({ field, id }, at): Fault[] => {
    const variable = known.get(id);
    const values = { name: labelOf(id) };
    if (!variable) return [{ message: 'ownTable.faultVariable', values, field }];
    if (variable.unit !== null) return [{ message: 'ownTable.faultAmount', values, field }];
    // Of two sides both may be the same, as the API has it; of three none may say the same twice.
    const twice = named.length > 2 && !variable.several && named.some((other, place) => place < at && other.id === id);
    return twice ? [{ message: 'ownTable.faultSame', values, field }] : [];
  });
  const tooMany: Fault[] = named.length > 3 ? [{ message: 'ownTable.faultSides', values: {} }] : [];

  const { of } = statisticOf(asked.show);
  const noAmount = of !== undefined && (known.get(of)?.unit ?? null) === null;
  const ofAmount: Fault[] = noAmount
    ? [{ message: 'ownTable.faultNoAmount', values: { name: labelOf(of) }, field: 'ownTable.show' }]
    : [];

  const overlaps = compared !== '' && known.get(compared)?.several === true && asked.against !== 'all';
  const overlap: Fault[] = overlaps ? [{ message: 'ownTable.faultOverlap', values: { name: labelOf(compared) } }] : [];

  return [...ofSides, ...tooMany, ...ofAmount, ...overlap];
}

/** What the API refused that the form could not know: a code that does not exist; else in the API's own words. */
export function refusedFault(
  { detail, title, issues = [] }: ApiProblem['problem'],
  asked: OwnTableQuery,
  variables: readonly Variable[],
): Fault {
  const issue = issues.find(({ code }) => code === 'unknownCode');
  const variable = variables.find(({ id }) => id === issue?.question);
  if (!variable) return { message: 'ownTable.faultOther', values: { detail: detail ?? title } };
  const [compared, ...codes] = asked.compare?.split(/[:,]/) ?? [];
  const ofFilter = asked.filters[variable.id] ?? [];
  const isOdd = (code: string) =>
    !always.includes(code) && !code.split('~').every((part) => variable.options.some((option) => option.code === part));
  const odd = ofFilter.filter(isOdd);
  const field = odd.length > 0 ? 'ownTable.filter' : 'ownTable.compare';
  const named = odd.length > 0 || compared !== variable.id ? odd : codes.filter(isOdd);
  return { message: 'ownTable.faultCode', values: { code: named.join(', '), name: variable.label }, field };
}

/** Codes that every question has beside its own. */
const always: readonly string[] = ['blank', 'answered', 'withheld'];
