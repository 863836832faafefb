import { unharmed } from '@samblikk/files/csv';
import { type Edition, inOneLine, isEmailAddress, isOrganisationNumber } from '@samblikk/questionnaire';
import type { AskedAgency } from '../../rounds/index.ts';
import { BrokenCsv, type FileForm, readCsv } from './csv-file.ts';
import { headerIssues, toRecord } from './header.ts';
import { type FileIssue, fileIssue } from './problems.ts';

/** One agency of the population file. */
export interface PopulationEntry extends AskedAgency {
  readonly row: number;
}

/** The columns of the population file; the edition's population variables stand before `answered`. */
export function populationHeader(edition: Edition): string[] {
  return ['orgnr', 'nameNb', 'nameNn', 'nameEn', 'ministry', ...edition.population.map((v) => v.id), 'answered'];
}

/** Columns a population file may have besides. */
const optionalColumns = ['contactEmail'];

/** Reads the population file; `ministries` are the codes that existed when the round was held. */
export async function readPopulationFile(
  path: string,
  form: FileForm,
  edition: Edition,
  ministries: ReadonlySet<string>,
  say: (issue: FileIssue) => void,
): Promise<Map<string, PopulationEntry>> {
  const expected = populationHeader(edition);
  const entries = new Map<string, PopulationEntry>();
  let header: readonly string[] | undefined;
  try {
    for await (const { row, cells } of readCsv(path, form)) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim());
        const columns = [...expected, ...optionalColumns.filter((name) => header?.includes(name))];
        for (const issue of headerIssues('population', header, columns)) say(issue);
        continue;
      }
      if (cells.length !== header.length) {
        say(fileIssue('population', 'columnCount', { row, params: { found: cells.length, expected: header.length } }));
        continue;
      }
      const entry = readEntry(
        row,
        toRecord(header, cells, [...expected, ...optionalColumns]),
        edition,
        header,
        ministries,
        say,
      );
      const first = entries.get(entry.orgnr);
      if (first)
        say(
          fileIssue('population', 'duplicate', {
            row,
            column: 'orgnr',
            value: entry.orgnr,
            params: { first: first.row },
          }),
        );
      else entries.set(entry.orgnr, entry);
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error;
    say(fileIssue('population', 'broken', { row: error.row }));
  }
  if (header === undefined) say(fileIssue('population', 'empty'));
  return entries;
}

function readEntry(
  row: number,
  record: Readonly<Record<string, string>>,
  edition: Edition,
  header: readonly string[],
  ministries: ReadonlySet<string>,
  say: (issue: FileIssue) => void,
): PopulationEntry {
  // As it was before it was made harmless in a spreadsheet.
  const cell = (column: string) => unharmed((record[column] ?? '').trim());
  const name = (column: string) => inOneLine(cell(column));
  const wrong = (column: string, code: Parameters<typeof fileIssue>[1], params = {}) => {
    // A column that is missing was named once, at the header.
    if (header.includes(column)) say(fileIssue('population', code, { row, column, value: cell(column), params }));
  };
  const coded = (column: string, codes: readonly string[]) => {
    if (!codes.includes(cell(column))) wrong(column, 'unknownCode', { codes: codes.join(', ') });
    return cell(column);
  };
  const orgnr = cell('orgnr').replace(/\s/g, '');
  if (!isOrganisationNumber(orgnr)) wrong('orgnr', 'notAnOrganisationNumber');
  if (name('nameNb') === '') wrong('nameNb', 'required');
  if (cell('ministry') === '') wrong('ministry', 'required');
  else if (!ministries.has(cell('ministry'))) wrong('ministry', 'unknownMinistry');
  const contactEmail = cell('contactEmail') || null;
  if (contactEmail !== null && !isEmailAddress(contactEmail)) wrong('contactEmail', 'notAnAddress');
  return {
    row,
    orgnr,
    nameNb: name('nameNb'),
    // A name that is missing in one language is said in the other, rather than not at all.
    nameNn: name('nameNn') || name('nameNb'),
    nameEn: name('nameEn') || name('nameNb'),
    ministry: cell('ministry'),
    // Blank is blank here too: the fact is not known.
    facts: Object.fromEntries(
      edition.population
        .filter((v) => cell(v.id) !== '')
        .map((v) => [
          v.id,
          coded(
            v.id,
            v.options.map((o) => o.code),
          ),
        ]),
    ),
    answered: coded('answered', ['yes', 'no']) === 'yes',
    ...(header.includes('contactEmail') && { contactEmail }),
  };
}
