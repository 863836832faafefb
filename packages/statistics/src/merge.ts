import type { Text } from '@samblikk/questionnaire';
import type { CategoryLabel } from './dataset.ts';

/** Several categories counted as one. */
export interface Merge {
  readonly code: string;
  readonly label: Text;
  readonly codes: readonly string[];
}

/** Categories after merging, each with the codes it counts, and where each old category went. */
export interface Merged {
  readonly categories: readonly (CategoryLabel & { readonly codes: readonly string[] })[];
  /** Old index → new index. */
  readonly target: readonly number[];
}

/**
 * Merges categories under new codes; the merged one stands where its first member stood. Measures are counted again
 * under the merged category, so one with two merged codes in a multiple choice counts once.
 *
 * @example
 * const text = (nb) => ({ nb, nn: nb, en: nb });
 * mergeCategories(
 *   [{ code: 'a', label: text('A') }, { code: 'b', label: text('B') }, { code: 'c', label: text('C') }],
 *   [{ code: 'ab', label: text('A og B'), codes: ['a', 'b'] }],
 * ).target // → [0, 0, 1]
 */
export function mergeCategories(categories: readonly CategoryLabel[], merges: readonly Merge[] = []): Merged {
  const result: (CategoryLabel & { codes: readonly string[] })[] = [];
  const placeOf = new Map<string, number>();
  const target = categories.map(({ code, label }) => {
    const merge = merges.find((candidate) => candidate.codes.includes(code));
    const name = merge?.code ?? code;
    const place = placeOf.get(name) ?? result.length;
    if (place === result.length) {
      result.push({ code: name, label: merge?.label ?? label, codes: merge?.codes ?? [code] });
      placeOf.set(name, place);
    }
    return place;
  });
  return { categories: result, target };
}
