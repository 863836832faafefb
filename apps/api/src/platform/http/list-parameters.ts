import type { Filters } from '@samblikk/statistics';

/**
 * Filters from the rest of an address: `phase=idea,concept`, or `phase=idea&phase=concept` as plain forms send it.
 * What is empty filters nothing.
 */
export function filtersOf(parameters: Readonly<Record<string, unknown>>): Filters {
  return Object.fromEntries(
    Object.entries(parameters)
      .map(([variable, value]) => [variable, codesIn(value)] as const)
      .filter(([, codes]) => codes.length > 0),
  );
}

/** The codes of one parameter, each once. */
export function codesIn(value: unknown): string[] {
  const texts = Array.isArray(value) ? value : [value];
  return [
    ...new Set(
      texts.flatMap((text) => (typeof text === 'string' ? text.split(',') : [])).filter((code) => code !== ''),
    ),
  ];
}
