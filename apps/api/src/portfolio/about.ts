import type { Portfolio } from '@samblikk/contract';
import { formatDate, formatMoment, type Language, type Text } from '@samblikk/questionnaire';
import { words } from './words.ts';

/** What must be known of a portfolio where it is found alone: address, Oslo time, n and base, what is withheld. */
export function aboutOf(
  {
    title,
    year,
    release,
    notice,
    total,
    withheld,
    cost,
    tables,
    timeline,
    partners,
    page,
    license,
    missing,
  }: Portfolio,
  language: Language,
  now: Date,
): (readonly [term: Text, said: string | number])[] {
  const answered = (term: Text, of: { n: number; blank: number; withheld: number } | null) =>
    of
      ? ([
          [term, ''],
          [words.stated, of.n],
          [words.blank, of.blank],
          [words.withheld, of.withheld],
        ] as const)
      : [];
  return [
    // What is not public has no licence.
    ...(license === null ? [[words.closed, words.closedWhy[language]] as const] : []),
    [words.selection, `${title} (${year})`],
    ...(release
      ? ([
          [words.release, release.name],
          [words.dataAsOf, formatDate(release.dataAsOf, language)],
        ] as const)
      : []),
    [words.n, total],
    ...(withheld === null ? [] : [[words.withheld, withheld] as const]),
    ...(missing.length > 0 ? [[words.missing, missing.join(', ')] as const] : []),
    ...(cost
      ? ([
          [words.costInAll, cost.kroner],
          [words.costN, cost.n],
          [words.costBlank, cost.blank],
          [words.costWithheld, cost.withheld],
        ] as const)
      : []),
    ...answered(words.timeline, timeline),
    ...answered(words.partners, partners),
    ...[...new Set([...(notice ? [notice] : []), ...tables.flatMap((table) => table.notes)])].map(
      (note) => [words.notes, note] as const,
    ),
    [words.address, page],
    [words.made, formatMoment(now.toISOString(), language)],
    ...(license === null ? [] : [[words.license, license] as const]),
  ];
}
