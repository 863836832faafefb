import type { Table } from '@samblikk/statistics';

/** The longest name of a file, without ending: what every system takes, with room for a folder. */
const longest = 120;

/** Letters that names of files are known to bear; Norwegian ones as they are written without them. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[åÅ]/g, 'a')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w+-]/g, '');

/** Codes in a name: of many the first two, and how many more. */
export const few = (codes: readonly string[]): string =>
  codes.length > 3 ? `${codes.slice(0, 2).join('+')}+${codes.length - 2}more` : codes.join('+');

/**
 * What the file of a table is called, without ending: year, variables, what the numbers are, and the selection.
 * @example
 * // samblikk-2019-phase-funding-share-columns-answered-ministry-KMD+FIN
 */
export function fileNameOf(table: Table): string {
  const { edition, release, dimensions, statistic, of = '', p, base, shareOf, filters } = table;
  const what: Record<typeof statistic, readonly string[]> = {
    count: [],
    share: ['share', ...(shareOf && dimensions.length > 1 ? [shareOf] : []), base],
    sum: ['sum', of],
    mean: ['mean', of],
    median: ['median', of],
    quantile: [`p${p}`, of],
  };
  const chosen = Object.entries(filters).map(([variable, codes]) => `${variable}-${few(codes)}`);
  const leftOut = statistic !== 'share' && base === 'answered' ? [base] : [];
  const parts = [
    String(release?.year ?? edition.year),
    ...dimensions.map(({ id, comparison }) =>
      comparison ? `${id}-${few(comparison.codes)}-vs-${comparison.against}` : id,
    ),
    ...what[statistic],
    ...leftOut,
    ...chosen,
  ];
  return ['samblikk', ...parts].map(plain).filter(Boolean).join('-').slice(0, longest);
}
