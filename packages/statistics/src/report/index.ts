import type { Dataset } from '../dataset.ts';
import { canCompute, type Figure } from '../figure.ts';
import { type Publication, provenanceOf } from '../provenance.ts';
import type { Table } from '../table.ts';
import { publication2019, report2019 } from './2019.ts';
import { yearlyFigures } from './figures.ts';
import { financingFigures } from './financing.ts';

/** The figures of a year: the ten of the report, then those of financing. */
export const commonFigures: readonly Figure[] = [...yearlyFigures, ...financingFigures];

/** Reports with their own figures; every other year has the common ones. */
const reports: Readonly<Record<number, readonly Figure[]>> = { 2019: report2019 };

/** Rounds whose measures are made up to fit what was published of them. */
const reconstructions: Readonly<Record<number, Publication>> = { 2019: publication2019 };

/** The figures of a round's yearly report: those whose variables its dataset has. */
export function figuresOf(dataset: Dataset): readonly Figure[] {
  const figures = reports[dataset.edition.year] ?? commonFigures;
  return figures.filter((figure) => canCompute(figure, dataset));
}

/** What was published of a round whose measures are made up to fit it; undefined where all are real. */
export function publicationOf(dataset: Dataset): Publication | undefined {
  return dataset.notice && reconstructions[dataset.release?.year ?? dataset.edition.year];
}

/** The table with the origin of each of its numbers, where its round is a reconstruction. */
export function withProvenance(table: Table, dataset: Dataset): Table {
  const publication = publicationOf(dataset);
  return publication ? { ...table, provenance: provenanceOf(table, dataset, publication) } : table;
}
