import type { Language } from '@samblikk/questionnaire';
import {
  computeFigure,
  type FindingPart,
  figuresOf,
  findingOf,
  type Table,
  variablesIn,
  withProvenance,
} from '@samblikk/statistics';
import { ApiError } from '../platform/problem/index.ts';
import type { LoadedRelease } from '../releases/index.ts';

/**
 * A figure of the yearly report with its numbers, and the sentence it leads with.
 * @throws ApiError notFound when the report of the year has none with this id
 */
export function figureIn(
  from: LoadedRelease,
  id: string,
  language: Language,
): { table: Table; finding: readonly FindingPart[] | undefined } {
  const { year } = from.release;
  const figure = figuresOf(from.sealed).find((candidate) => candidate.id === id);
  if (!figure) throw new ApiError('notFound', { detail: ['noFigure', { year, figure: id }] });
  const counted = from.countedBy(variablesIn(figure));
  const table = withProvenance(computeFigure(figure, counted), counted);
  return { table, finding: findingOf(id, table, language) };
}
