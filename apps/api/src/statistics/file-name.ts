import type { Table } from '@samblikk/statistics';

/** The longest name of a file, without ending: what every system takes, with room for a folder. */
const longest = 120;

/** Letters that names of files are known to bear; Norwegian ones as they are written without them. */
const plain = (text: string): string =>
  text
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[åÅ]/g, 'a')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w+-]/g, '');

/**
 * What the file of a table is called, without ending: year, variables, what the numbers are, and the selection.
 * @example
 * // samblikk-2019-phase-funding-share-answered-ministry-KMD+FIN
 */
export function fileNameOf(table: Table): string {
  const { edition, release, dimensions, statistic, of, base, filters } = table;
  const what = { count: [], share: ['share', base], sum: ['sum', of ?? ''], median: ['median', of ?? ''] }[statistic];
  const chosen = Object.entries(filters).map(([variable, codes]) => `${variable}-${codes.join('+')}`);
  const leftOut = statistic !== 'share' && base === 'answered' ? [base] : [];
  const parts = [
    String(release?.year ?? edition.year),
    ...dimensions.map(({ id }) => id),
    ...what,
    ...leftOut,
    ...chosen,
  ];
  return ['samblikk', ...parts].map(plain).filter(Boolean).join('-').slice(0, longest);
}
