import { license, queryText } from '@samblikk/contract';
import { comparabilityOf, editions, type Language, releaseName, weakestComparison } from '@samblikk/questionnaire';
import type { Wave } from '@samblikk/statistics';
import { prefixes } from '@samblikk/text';
import type { Followed } from './followed.ts';

/** The public measures of a release, to be followed from round to round. */
export const waveOf = ({ release, edition, open, numbers }: Followed): Wave => ({
  year: release.year,
  edition: edition.id,
  dataset: open,
  numbers,
});

/** How a variable compares along all of these, oldest first: the weakest link, with all that must be said. */
export function comparedAlong(parts: readonly Followed[], variable: string) {
  return weakestComparison(
    parts.slice(1).map(({ edition }, at) => comparabilityOf(edition, variable, parts[at]?.edition.id ?? '', editions)),
  );
}

/** What must be said wherever numbers of these are shown. */
export const noticesOf = (parts: readonly Followed[], language: Language): string[] => [
  ...new Set(parts.flatMap(({ release }) => release.notice?.[language] ?? [])),
];

/** The newest name of each public measure, by number. */
export function titlesOf(parts: readonly Followed[]): ReadonlyMap<string, string | null> {
  return new Map(
    parts.flatMap(({ numbers, titles }) => numbers.map((number, at) => [number, titles[at] ?? null] as const)),
  );
}

/** A release that measures are followed from or to: of how many public ones, and how many are withheld whole. */
export const waveHead = ({ release, numbers, withheld }: Followed) => ({
  year: release.year,
  release: releaseName(release),
  n: numbers.length,
  withheld,
});

/** Where what is told of measures over the years is found, and under which licence. */
export interface Places {
  readonly page: string;
  readonly href: string;
  readonly license: string;
}

/**
 * The page of the life cycle and the address of a reply.
 * @param path of the endpoint
 * @param query what must be in both addresses for them to show the same; the release is the newest of each round
 */
export function placesOf(
  site: string,
  path: string,
  query: Readonly<Record<string, string>>,
  language: Language,
): Places {
  const said = (more: Readonly<Record<string, string>>) => queryText(new URLSearchParams({ ...query, ...more }));
  return {
    page: `${site}${prefixes[language]}/tall/livslop${said({})}`,
    href: `${site}${path}${said({ lang: language })}`,
    license: license.url,
  };
}
