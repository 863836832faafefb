import { type Basis, bases, type SharingKey } from './key.ts';

/** A key as addresses have it: `population`, or `equal:50,population:50`. */
export const keyText = (key: SharingKey): string =>
  key.length === 1 ? (key[0]?.basis ?? '') : key.map(({ basis, weight }) => `${basis}:${weight}`).join(',');

/**
 * Reads a key as `keyText` writes it; a weight that is left out is 1. The order of its parts does not matter.
 * @returns undefined when it is none: an unknown or repeated basis, or a weight that is not a whole number from 1 to 1,000,000
 * @example
 * parseKey('equal:50,population:50') // → [{ basis: 'equal', weight: 50 }, { basis: 'population', weight: 50 }]
 */
export function parseKey(text: string): SharingKey | undefined {
  const parts = text.split(',').map((part) => {
    const [basis = '', weight = '1', ...rest] = part.trim().split(':');
    return rest.length === 0 && /^[1-9]\d{0,6}$/.test(weight)
      ? { basis: basis as Basis, weight: Number(weight) }
      : undefined;
  });
  const key = parts.filter((part) => part !== undefined);
  const distinct = new Set(key.map(({ basis }) => basis));
  const fine =
    key.length === parts.length && distinct.size === key.length && key.every(({ basis }) => bases.includes(basis));
  return fine ? key.sort((one, other) => bases.indexOf(one.basis) - bases.indexOf(other.basis)) : undefined;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Whether two keys share alike: the same bases, with weights that relate in the same way. */
export function sameKey(one: SharingKey, other: SharingKey): boolean {
  const reduced = (key: SharingKey) => {
    const divisor = key.reduce((divisor, { weight }) => greatestDivisor(divisor, weight), 0);
    return new Map(key.map(({ basis, weight }) => [basis, weight / divisor]));
  };
  const [of, beside] = [reduced(one), reduced(other)];
  return of.size === beside.size && [...of].every(([basis, weight]) => beside.get(basis) === weight);
}
