import { ApiError } from '../platform/problem/index.ts';
import { contentsId, type Side, type Space, timeId } from './cells.ts';

/** What is asked of one variable. */
export interface Asked {
  readonly codelist?: string | undefined;
  /** Codes and expressions; none at all leaves it out. */
  readonly values: readonly string[];
}

/** What is asked, by variable as it was written. */
export type Selection = ReadonlyMap<string, Asked>;

const parameter = /^(valuecodes|codelist)\[(.+)\]$/i;

/** The selection in an address: `valueCodes[phase]=idea,concept&codelist[phase]=agg_phaseGroup`. */
export function selectionIn(query: Readonly<Record<string, unknown>>): Selection {
  const found = new Map<string, { codelist?: string; values: string[] }>();
  for (const [name, value] of Object.entries(query)) {
    const [, what, variable] = parameter.exec(name) ?? [];
    if (what === undefined || variable === undefined) continue;
    const texts = (Array.isArray(value) ? value : [value]).map(String);
    const asked = found.get(variable) ?? { values: [] };
    if (what.toLowerCase() === 'codelist') asked.codelist = texts[0] ?? '';
    else asked.values.push(...texts.flatMap(listed));
    found.set(variable, asked);
  }
  return found;
}

/** Parts joined by comma; a comma within brackets or parentheses is no such: `idea,[range(a,b)],top(2,1)`. */
export function listed(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    if ((sign === ')' || sign === ']') && depth > 0) depth -= 1;
    if (sign === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map((one) => one.trim().replace(/^\[(.*)\]$/s, '$1')).filter((one) => one !== '');
}

/** Whether two names are the same to servers of the standard, which take them in any case. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What is asked of this variable; `time` is the years, whatever they are called. */
export function askedOf(selection: Selection, id: string): Asked | undefined {
  for (const [name, asked] of selection)
    if (sameName(name, id) || (id === timeId && sameName(name, 'time'))) return asked;
  return undefined;
}

/** @throws ApiError invalidSelection for a variable that the table does not have */
export function refuseOthers(selection: Selection, ids: readonly string[]): void {
  const all = [...ids, contentsId, timeId];
  for (const name of selection.keys())
    if (!all.some((id) => sameName(id, name)) && !sameName(name, 'time'))
      throw new ApiError('invalidSelection', { detail: ['noPxVariable', { variable: name, known: all.join(', ') }] });
}

/** The codes chosen of each side, in the order of the side. @throws ApiError invalidSelection */
export function chosenOf({ sides }: Space, selection: Selection): readonly (readonly string[])[] {
  // Without any selection it is the whole table.
  if (selection.size === 0) return sides.map((side) => side.categories.map(({ code }) => code));
  const chosen = sides.map((side) => {
    const codes = new Set((askedOf(selection, side.id)?.values ?? []).flatMap((value) => expand(value, side)));
    return side.categories.flatMap(({ code }) => (codes.has(code) ? [code] : []));
  });
  const missing = sides.filter((_, at) => chosen[at]?.length === 0).map(({ id }) => id);
  if (missing.length > 0)
    throw new ApiError('invalidSelection', { detail: ['pxMissing', { variables: missing.join(', ') }] });
  return chosen;
}

/** The codes that a code or an expression means. @throws ApiError invalidSelection */
export function expand(
  value: string,
  { id, categories, role }: Pick<Side, 'id' | 'categories' | 'role'>,
): readonly string[] {
  const codes = categories.map(({ code }) => code);
  const known = codes.find((code) => code === value) ?? codes.find((code) => sameName(code, value));
  if (known !== undefined) return [known];
  const [, word, inside] = /^(top|bottom|from|to|range)\((.*)\)$/is.exec(value) ?? [];
  if (word === undefined) return masked(value, id, codes);
  const refused = new ApiError('invalidSelection', { detail: ['pxExpression', { value }] });
  const parts = (inside ?? '').split(',').map((part) => part.trim());
  const place = (at: number): number => {
    const code = parts[at] ?? '';
    if (code === '') throw refused;
    const found = codes.findIndex((one) => sameName(one, code));
    if (found < 0) throw new ApiError('invalidSelection', { detail: ['noPxValue', { variable: id, value: code }] });
    return found;
  };
  const many = (): readonly [count: number, offset: number] => {
    if (parts.length > 2 || !parts.every((part) => /^\d{1,6}$/.test(part)) || Number(parts[0]) < 1) throw refused;
    return [Number(parts[0]), Number(parts[1] ?? 0)];
  };
  const first = () => {
    const [count, offset] = many();
    return codes.slice(offset, offset + count);
  };
  const last = () => {
    const [count, offset] = many();
    const end = Math.max(codes.length - offset, 0);
    return codes.slice(Math.max(end - count, 0), end);
  };
  const one = () => {
    if (parts.length !== 1) throw refused;
    return place(0);
  };
  const between = () => {
    if (parts.length !== 2) throw refused;
    const ends = [place(0), place(1)].sort((a, b) => a - b);
    return codes.slice(ends[0], (ends[1] ?? 0) + 1);
  };
  const meant: Record<string, () => readonly string[]> = {
    // The top of time is the newest, as everywhere in official statistics.
    top: role === 'time' ? last : first,
    bottom: role === 'time' ? first : last,
    from: () => codes.slice(one()),
    to: () => codes.slice(0, one() + 1),
    range: between,
  };
  return meant[word.toLowerCase()]?.() ?? [];
}

/** `?` is any one sign; `*` any number of them, first or last. */
function masked(value: string, variable: string, codes: readonly string[]): readonly string[] {
  if (!/[*?]/.test(value)) throw new ApiError('invalidSelection', { detail: ['noPxValue', { variable, value }] });
  if (value.slice(1, -1).includes('*')) throw new ApiError('invalidSelection', { detail: ['pxExpression', { value }] });
  const escaped = value
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('?', '.')
    .replaceAll('*', '.*');
  const mask = new RegExp(`^${escaped}$`, 'isu');
  const matching = codes.filter((code) => mask.test(code));
  if (matching.length === 0) throw new ApiError('invalidSelection', { detail: ['noPxValue', { variable, value }] });
  return matching;
}
