import { type FileIssue, fileIssue } from './problems.ts';

/** What is wrong with a header row, given the columns a file must have, all of them and no others. */
export function headerIssues(
  file: FileIssue['file'],
  header: readonly string[],
  expected: readonly string[],
): FileIssue[] {
  const at = (column: string) => ({ row: 1, column, params: { column } });
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  return [
    ...expected.filter((name) => !header.includes(name)).map((name) => fileIssue(file, 'missingColumn', at(name))),
    ...header.filter((name) => !expected.includes(name)).map((name) => fileIssue(file, 'unknownColumn', at(name))),
    ...[...new Set(repeated)].map((name) => fileIssue(file, 'repeatedColumn', at(name))),
  ];
}

/** A row keyed by column; a column the file lacks is empty. */
export function toRecord(
  header: readonly string[],
  cells: readonly string[],
  expected: readonly string[],
): Record<string, string> {
  return Object.fromEntries(expected.map((name) => [name, cells[header.indexOf(name)] ?? '']));
}
