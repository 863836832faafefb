// Invented measures as a release has them, and proof that two answers to a question about them are the same numbers.
import { type Edition, variablesOf } from '@samblikk/questionnaire';
import { blankCode, type Dataset, DatasetBuilder, type Table } from '@samblikk/statistics';
import { randomFrom, randomRows } from '@samblikk/statistics/testing';
import { blank, integersOf, notAsked } from './typed-columns.ts';

const words = 2000;
const keptBack = new Set(['effects', 'funding']);

/** Random measures, some late, some with answers kept back, and with own words, the first of them the commonest. */
export function measuresLikeARelease(edition: Edition, size: number): Dataset {
  const random = randomFrom(11);
  const word = () => `word${Math.floor(words * random() ** 3)}`;
  const builder = new DatasetBuilder(edition, variablesOf(edition));
  for (const row of randomRows(edition, size, 7)) {
    const tags = Array.from({ length: Math.floor(random() * 4) }, word);
    const answers = tags.length > 0 ? { ...row.answers, tags } : row.answers;
    const withheld = random() < 0.02;
    builder.add({ answers, known: row.known, ...(withheld && { withheld: keptBack }) }, random() < 0.08);
  }
  return builder.build();
}

/** Rows of SQL are the integers of row and column (null for none) and the number. @throws Error where the table says another */
export function requireSame(title: string, dataset: Dataset, table: Table, rows: readonly unknown[][]): void {
  const [across, down] = [table.dimensions[1], table.dimensions[0]];
  const code = integersOf(dataset);
  const keyOf = (id: string, category: string) => (category === blankCode ? blank : code(id, category));
  const ours = new Map<string, number>();
  table.values.forEach((value, cell) => {
    const width = across?.categories.length ?? 1;
    const row = down?.categories[Math.floor(cell / width)];
    const column = across?.categories[cell % width];
    if (!value || !down || !row) return;
    ours.set(`${keyOf(down.id, row.code)} ${across && column ? keyOf(across.id, column.code) : null}`, value);
  });
  const theirs = rows.filter(([row, column, value]) => row !== notAsked && column !== notAsked && Number(value) > 0);
  const wrong = theirs.filter(([row, column, value]) => {
    const own = ours.get(`${row} ${column}`) ?? Number.NaN;
    return !(Math.abs(own - Number(value)) <= 1e-9 * own);
  });
  if (wrong.length > 0 || theirs.length !== ours.size) {
    throw new Error(`${title}: ${ours.size} cells, ${theirs.length} in SQL; not the same: ${wrong.slice(0, 3)}`);
  }
}
