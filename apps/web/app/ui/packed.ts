import { useMemo } from 'react';

/** What a loader answers, as text. */
export type Packed<T> = string & { readonly packed?: T };

/** Packs a list that may have thousands of measures: as an object the router takes longer to write it down than to make the page. */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value);

/** What was packed; the same object as long as the text is the same. */
export function useUnpacked<T>(text: Packed<T>): T {
  return useMemo(() => JSON.parse(text) as T, [text]);
}
