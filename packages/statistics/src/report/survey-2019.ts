import { readFileSync } from 'node:fs';
import { editionOf, type MeasureRow, readSurveyRow } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { type Dataset, datasetFrom } from '../dataset.ts';

/** The survey of 2019 as the project's data files have it, for tests. */

const file = (name: string) => readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8');
const records = (name: string): Record<string, string>[] => parse(file(name), { columns: true });

const found = editionOf('2019');
if (!found) throw new Error('There is no edition 2019');
export const edition2019 = found;

export const population2019 = records('population-2019.csv');
const ownerOf = new Map(population2019.map((agency) => [agency.orgnr, agency]));

/** The deadline of 2019, as the note has it. */
const deadline = Date.parse('2019-08-31T00:00:00+02:00');

const submitted = records('survey-2019.csv').map((record) => {
  const { answers, known, submittedAt = '' } = readSurveyRow(edition2019, record);
  const skate = ownerOf.get(record.agencyOrgnr)?.skate;
  const row: MeasureRow = { answers, known: skate === undefined ? known : { ...known, skate } };
  return { row, late: Date.parse(submittedAt) >= deadline };
});

export const rows2019: readonly MeasureRow[] = submitted.map(({ row }) => row);
export const lateRows2019: readonly MeasureRow[] = submitted.flatMap(({ row, late }) => (late ? [row] : []));

export const dataset2019: Dataset = datasetFrom(edition2019, rows2019);

export const published2019: { totals: { what: string; published: number }[] } = JSON.parse(file('published-2019.json'));
