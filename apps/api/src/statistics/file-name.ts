import type { Table } from '@samblikk/statistics';
import { few, nameOfFile } from '../platform/http/index.ts';

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
  return nameOfFile(parts);
}
