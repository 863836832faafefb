import { type Dataset, StatisticsError } from '@samblikk/statistics';
import { ApiError } from '../platform/problem/index.ts';

/** Runs a computation; what it does not know becomes an error that names what is known. @throws ApiError unknownVariable */
export function demandVariables<T>(datasets: readonly Dataset[], compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatisticsError) throw unknown(datasets, error);
    throw error;
  }
}

/** The error about a variable or code that does not exist, with those that do. */
export function unknown(datasets: readonly Dataset[], error: StatisticsError): ApiError {
  const columns = datasets.flatMap((dataset) => [...dataset.columns.values()]);
  const known: Record<StatisticsError['code'], readonly string[]> = {
    unknownVariable: columns.map((column) => column.variable.id),
    noCategories: columns.filter((column) => !column.numbers).map((column) => column.variable.id),
    noAmount: columns.filter((column) => column.numbers).map((column) => column.variable.id),
    unknownCode: columns
      .filter((column) => column.variable.id === error.variable)
      .flatMap((column) => column.categories.map(({ code }) => code)),
  };
  const list = [...new Set(known[error.code])].join(', ');
  return new ApiError('unknownVariable', {
    detail: `${error.message}. Known: ${list}.`,
    issues: [{ question: error.variable, code: error.code, params: { known: list }, level: 'error' }],
  });
}
