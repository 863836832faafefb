import { isTracking } from '@samblikk/contract';
import { type Dataset, type Filters, StatisticsError } from '@samblikk/statistics';
import { ApiError } from '../platform/problem/index.ts';

/**
 * Parts the rest of an address in filters and what is no variable of any dataset (`utm_source`, or a name spelt wrong). The
 * latter filters nothing, so that a link from anywhere works; the answer names it, so that nobody takes it for a filter.
 */
export function variablesAmong(
  datasets: readonly Dataset[],
  parameters: Filters,
): { filters: Filters; ignored: readonly string[] } {
  const isVariable = (name: string) => datasets.some(({ columns }) => columns.has(name));
  const names = Object.keys(parameters);
  return {
    filters: Object.fromEntries(Object.entries(parameters).filter(([name]) => isVariable(name))),
    ignored: names.filter((name) => !isVariable(name)),
  };
}

/**
 * For answers that cannot say what they ignored, as files: a name spelt wrong would silently give everything.
 * @throws ApiError unknownVariable; what is put on links to count visits is let through
 */
export function refuseUnknown(datasets: readonly Dataset[], ignored: readonly string[]): void {
  const name = ignored.find((one) => !isTracking(one));
  if (name !== undefined) throw unknown(datasets, new StatisticsError('unknownVariable', name));
}

/** Runs a computation; what it does not know becomes an error that names what is known. @throws ApiError unknownVariable */
export function requireVariables<T>(datasets: readonly Dataset[], compute: () => T): T {
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
    overlap: [],
  };
  const list = [...new Set(known[error.code])].join(', ');
  // A sum of nothing: the parameter is missing, and there is no variable to name.
  if (error.code === 'noAmount' && error.variable === '') {
    const issue = { question: 'of', code: error.code, params: { known: list }, level: 'error' } as const;
    return new ApiError('unknownVariable', { detail: ['amountMissing', { known: list }], issues: [issue] });
  }
  return new ApiError('unknownVariable', {
    detail: [error.code, { variable: error.variable, known: list }],
    issues: [{ question: error.variable, code: error.code, params: { known: list }, level: 'error' }],
  });
}
