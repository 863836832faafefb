import { data, type LoaderFunctionArgs, useParams } from 'react-router';

// Apart from where its data are read from: every page asks whether it is a preview.

/** One release of a round, as an address of a preview names it. */
export interface Preview {
  readonly year: number;
  readonly number: number;
}

/** The release that a page is a preview of; undefined on public pages. Throws a 404 page when the address is none. */
export function previewOf({ year, release }: LoaderFunctionArgs['params']): Preview | undefined {
  if (release === undefined) return undefined;
  if (!/^20\d\d$/.test(year ?? '') || !/^[1-9]\d{0,4}$/.test(release))
    throw data({ code: 'notFound' }, { status: 404 });
  return { year: Number(year), number: Number(release) };
}

/** The preview that a component is part of. */
export function usePreview(): Preview | undefined {
  return previewOf(useParams());
}
