import type { CostSharingReply } from '@samblikk/contract/client';

/** What the form of a calculation shows: the answer, and what was asked. */
export interface Given {
  readonly reply: CostSharingReply;
  readonly asked: URLSearchParams;
}

/** The weight of a basis in the form: `weight.equal=50`. The address has the key that they make. */
const weightPrefix = 'weight.';
export const weightField = (basis: string) => weightPrefix + basis;
export const numberField = (field: string, actor: string) => `${field}.${actor}`;

/** Fields that belong to nobody in particular. */
const general = ['amount', 'population', 'leaves'] as const;

/** An amount as people type it, as digits: "70 000 000", "70 mill". What cannot be read stays as it is. */
export function digitsOf(typed: string): string {
  const plain = typed.replace(/[\s\u00a0\u202f]|kroner|kr\.?/giu, '');
  const [, whole = '', , decimals = '', unit = ''] = /^(\d+)([.,](\d+))?(mill\.?|mrd\.?)?$/iu.exec(plain) ?? [];
  if (unit !== '') {
    const zeros = unit.toLowerCase().startsWith('mrd') ? 9 : 6;
    return decimals.length > zeros ? typed : String(Number(whole + decimals.padEnd(zeros, '0')));
  }
  return /^\d{1,3}([.,]?\d{3})*$/u.test(plain) ? plain.replace(/[.,]/gu, '') : typed;
}

/** The fields of a cost with a key of its own, each repeated. */
export const poolFields = { name: 'poolName', amount: 'poolAmount', key: 'poolKey' } as const;

/** Costs with keys of their own: those of an address as they are, and those of a form that have an amount. */
function poolsOf(sent: URLSearchParams): readonly string[] {
  const [names, keys] = [sent.getAll(poolFields.name), sent.getAll(poolFields.key)];
  const typed = sent.getAll(poolFields.amount).flatMap((amount, at) => {
    const name = (names[at] ?? '').replaceAll(';', ' ').trim();
    return amount.trim() === '' ? [] : [`${digitsOf(amount.trim())};${keys[at] || 'equal'};${name}`];
  });
  return [...sent.getAll('pool'), ...typed];
}

/** The query that the API is asked with, of what a form sent or an address says: without what is empty, weights as a key. */
export function askedBy(sent: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of general) {
    const value = sent.get(name)?.trim();
    if (value) asked.set(name, name === 'amount' ? digitsOf(value) : value);
  }
  const weights = [...sent].filter(
    ([name, value]) => name.startsWith(weightPrefix) && /^0*[1-9]\d*$/u.test(value.trim()),
  );
  const key =
    weights.map(([name, value]) => `${name.slice(weightPrefix.length)}:${Number(value)}`).join(',') || sent.get('key');
  if (key) asked.set('key', key);
  for (const pool of poolsOf(sent)) asked.append('pool', pool);
  for (const name of ['compare', 'actor'])
    for (const value of new Set(sent.getAll(name))) if (value) asked.append(name, value);
  const actors = new Set(sent.getAll('actor'));
  for (const [name, value] of sent) {
    const dot = name.indexOf('.');
    if (dot > 0 && actors.has(name.slice(dot + 1)) && value.trim() !== '') asked.set(name, digitsOf(value.trim()));
  }
  const add = sent.get('add')?.trim();
  if (add) asked.set('add', add);
  return asked;
}

/** The address of a calculation: what was asked, with those who were added by name among the actors. */
export function addressedBy(asked: URLSearchParams, { actors }: Pick<CostSharingReply, 'actors'>): URLSearchParams {
  const address = new URLSearchParams(asked);
  address.delete('add');
  address.delete('actor');
  for (const { id } of actors) address.append('actor', id);
  return address;
}
