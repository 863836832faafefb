import { type DirectoryImport, directoryHeader, ministryCodeSchema, ministryColumn } from '@samblikk/contract';
import { unharmed } from '@samblikk/files/csv';
import { inOneLine, type Language, type Text } from '@samblikk/questionnaire';
import { format } from '@samblikk/text';
import { CsvError, parse } from 'csv-parse/sync';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError, toProblem } from '../../platform/problem/index.ts';
import { agencyIdsOn } from '../numbers.ts';
import { agencyById } from '../store.ts';
import { addNewAgency, changeAgency, endAgency, requireNumber } from './change.ts';
import { addNewMinistry, changeMinistry, endMinistry } from './ministry.ts';
import { agencyLife, wholeDirectory } from './show.ts';

const columns = [...directoryHeader, ministryColumn] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;
type Problem = DirectoryImport['problems'][number];
type Change = DirectoryImport['changes'][number];

const texts = {
  broken: {
    nb: 'Filen kan ikke leses som CSV. Se etter anførselstegn og skilletegn i denne raden.',
    nn: 'Fila kan ikkje lesast som CSV. Sjå etter hermeteikn og skiljeteikn i denne rada.',
    en: 'The file cannot be read as CSV. Look at quotes and separators in this row.',
  },
  missingColumn: { nb: 'Kolonnen mangler.', nn: 'Kolonna manglar.', en: 'The column is missing.' },
  unknownColumn: {
    nb: 'Kolonnen er ukjent. Fjern den, eller rett navnet.',
    nn: 'Kolonna er ukjend. Fjern ho, eller rett namnet.',
    en: 'The column is unknown. Remove it, or correct its name.',
  },
  empty: { nb: 'Filen har ingen rader.', nn: 'Fila har ingen rader.', en: 'The file has no rows.' },
  required: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' },
  notADay: { nb: 'Skriv dagen som 2026-01-31.', nn: 'Skriv dagen som 2026-01-31.', en: 'Write the day as 2026-01-31.' },
  notACode: {
    nb: 'Skriv to til åtte store bokstaver.',
    nn: 'Skriv to til åtte store bokstavar.',
    en: 'Write two to eight capital letters.',
  },
  notYes: {
    nb: 'Skriv yes, eller la cellen stå tom.',
    nn: 'Skriv yes, eller lat cella stå tom.',
    en: 'Write yes, or leave the cell empty.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A row that is at fault, by its column. */
class RowFault extends Error {
  readonly column: Column;
  readonly code: keyof typeof texts;
  constructor(column: Column, code: keyof typeof texts) {
    super(code);
    this.column = column;
    this.code = code;
  }
}

/** Undoes all that was written: a dry run, or a file with problems. */
class TakeBack extends Error {}

/**
 * Changes the directory from a file: a row tells how an agency is from a day on. All or nothing, and the same again changes nothing.
 * Rows are read in order, so one may build on those before it.
 */
export async function importDirectory(
  db: Database,
  { csv, dryRun, language, actor, now }: { csv: string; dryRun: boolean; language: Language; actor: string; now: Date },
): Promise<DirectoryImport> {
  const { rows, problems } = readRows(csv, language);
  const changes: Change[] = [];
  let unchanged = 0;
  try {
    await db.transaction(async (tx) => {
      for (const [at, row] of rows.entries()) {
        const number = at + 2;
        try {
          // A row that is refused leaves nothing, and the rows after it are looked at all the same.
          const done = await tx.transaction((inner) => takeIn(inner, row, number, actor, now));
          if (done) changes.push(done);
          else unchanged += 1;
        } catch (error) {
          problems.push(problemOf(error, row, number, language));
        }
      }
      if (dryRun || problems.length > 0) throw new TakeBack();
    });
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error;
  }
  return { dryRun, rows: rows.length, unchanged, changes, problems };
}

function readRows(csv: string, language: Language): { rows: Row[]; problems: Problem[] } {
  const problem = (code: keyof typeof texts, more: Partial<Problem> = {}): Problem => ({
    ...{ row: 1, column: '', value: '', ...more },
    text: format(texts[code], language),
  });
  const [first = ''] = csv.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  let cells: string[][];
  try {
    cells = parse(csv, { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], problems: [problem('broken', { row: Number(error.lines ?? 1) })] };
  }
  const [header = [], ...body] = cells;
  const problems = [
    ...directoryHeader.filter((name) => !header.includes(name)).map((column) => problem('missingColumn', { column })),
    ...header
      .filter((name) => !(columns as readonly string[]).includes(name))
      .map((column) => problem('unknownColumn', { column })),
    ...(body.length === 0 ? [problem('empty')] : []),
  ];
  if (problems.length > 0) return { rows: [], problems };
  const rows = body.map(
    (row) =>
      Object.fromEntries(columns.map((name) => [name, inOneLine(unharmed(row[header.indexOf(name)] ?? ''))])) as Row,
  );
  return { rows, problems };
}

/** Does what a row says. @returns what became other; undefined when all is so already */
async function takeIn(
  tx: Transaction,
  row: Row,
  number: number,
  actor: string,
  now: Date,
): Promise<Change | undefined> {
  const { from, source, ended } = row;
  if (Number.isNaN(Date.parse(from)) || !/^\d{4}-\d\d-\d\d$/.test(from)) throw new RowFault('from', 'notADay');
  if (source === '') throw new RowFault('source', 'required');
  if (ended !== '' && ended !== 'yes') throw new RowFault('ended', 'notYes');
  const change = row.code === '' ? takeInAgency : takeInMinistry;
  const done = await change(tx, row, actor, now);
  return done && { row: number, from, ...done };
}

type Done = Omit<Change, 'row' | 'from'> | undefined;

async function takeInAgency(tx: Transaction, row: Row, actor: string, now: Date): Promise<Done> {
  const { from, source, ended, successor } = row;
  const id = await idOf(tx, row);
  if (id === undefined) {
    requireFilled(row, ['orgnr', 'nameNb', 'ministry']);
    const { orgnr, ministry } = row;
    const added = await addNewAgency(tx, { orgnr, name: nameIn(row), ministry, from, source }, actor, now);
    return { change: 'added', id: added, name: row.nameNb, details: `${orgnr}, ${ministry}` };
  }
  const last = (await agencyLife(tx, id)).versions.at(-1);
  const name = last?.name.nb ?? id;
  if (ended === 'yes') {
    if (last?.to && last.to < from) return undefined;
    await endAgency(tx, id, { from, successor: successor || null, source }, actor, now);
    return { change: 'ended', id, name, details: successor };
  }
  const before = await agencyById(tx, id, from);
  const other = {
    ...otherIn(row, before),
    ...(row.ministry !== '' && row.ministry !== before?.ministry?.code && { ministry: row.ministry }),
  };
  if (before && Object.keys(other).length === 0) return undefined;
  await changeAgency(tx, id, { from, source, ...other }, actor, now);
  return { change: 'changed', id, name, details: inWords(other) };
}

/** A ministry is known by our id, or else by the code it has that day; as successor too. */
async function takeInMinistry(tx: Transaction, row: Row, actor: string, now: Date): Promise<Done> {
  const { code, from, source, ended } = row;
  if (!ministryCodeSchema.safeParse(code).success) throw new RowFault('code', 'notACode');
  const { ministries } = await wholeDirectory(tx);
  const heldOn = (one: { from: string | null; to: string | null }) =>
    (one.from ?? '') <= from && (one.to === null || one.to >= from);
  const byId = (wanted: string) => ministries.find(({ id }) => id === wanted);
  const byCode = (wanted: string) =>
    ministries.find(({ versions }) => versions.some((one) => one.code === wanted && heldOn(one))) ??
    // One that ends is known by its last code, also when it has ended already.
    (ended === 'yes' ? ministries.find(({ versions }) => versions.at(-1)?.code === wanted) : undefined);
  const known = row.id === '' ? byCode(code) : byId(row.id);
  if (known === undefined && (row.id !== '' || ended === 'yes'))
    throw new ApiError('notFound', { detail: ['noDirectoryMinistry', { id: row.id || code }] });
  if (known === undefined) {
    requireFilled(row, ['nameNb']);
    const added = { code, orgnr: row.orgnr || null, name: nameIn(row), from, source };
    return {
      ...{ change: 'added', id: await addNewMinistry(tx, added, actor, now), name: row.nameNb },
      details: inWords({ code, orgnr: row.orgnr }),
    };
  }
  const { id, versions } = known;
  const last = versions.at(-1);
  const name = last?.name.nb ?? id;
  if (ended === 'yes') {
    if (last?.to && last.to < from) return undefined;
    const successor =
      row.successor === '' ? null : ((byCode(row.successor) ?? byId(row.successor))?.id ?? row.successor);
    await endMinistry(tx, id, { from, successor, source }, actor, now);
    return { change: 'ended', id, name, details: row.successor };
  }
  const before = versions.findLast(heldOn);
  const other = { ...otherIn(row, before), ...(code !== before?.code && { code }) };
  if (before && Object.keys(other).length === 0) return undefined;
  await changeMinistry(tx, id, { from, source, ...other }, actor, now);
  return { change: 'changed', id, name, details: inWords(other) };
}

function requireFilled(row: Row, needed: readonly Column[]): void {
  const missing = needed.find((column) => row[column] === '');
  if (missing) throw new RowFault(missing, 'required');
}

/** What a row has of names and number that is other than it was; an empty cell changes nothing. */
function otherIn(row: Row, before: { name: Text; orgnr: string | null } | undefined) {
  const name = row.nameNb === '' ? undefined : nameIn(row);
  return {
    ...(name && JSON.stringify(name) !== JSON.stringify(before?.name) && { name }),
    ...(row.orgnr !== '' && requireNumber(row.orgnr) !== before?.orgnr && { orgnr: row.orgnr }),
  };
}

const inWords = (other: Readonly<Record<string, string | Text>>): string =>
  Object.values(other)
    .map((value) => (typeof value === 'string' ? value : value.nb))
    .filter((value) => value !== '')
    .join(', ');

/** A name that is missing in one language is said in bokmål, rather than not at all. */
const nameIn = ({ nameNb, nameNn, nameEn }: Row): Text => ({ nb: nameNb, nn: nameNn || nameNb, en: nameEn || nameNb });

/** Our id, as the row says it or by its number; undefined for an agency that is new. */
async function idOf(tx: Transaction, { id, orgnr, from }: Row): Promise<string | undefined> {
  if (id !== '') return (await agencyLife(tx, id)).id;
  return (await agencyIdsOn(tx, from)).get(requireNumber(orgnr));
}

/** Which column a refusal of the directory is about. */
const columnOf: Readonly<Record<string, Column>> = {
  orgnrLength: 'orgnr',
  orgnrStart: 'orgnr',
  orgnrNeverGiven: 'orgnr',
  orgnrCheckDigit: 'orgnr',
  numberTaken: 'orgnr',
  noDirectoryAgency: 'id',
  noDirectoryMinistry: 'id',
  codeTaken: 'code',
  ministryInUse: 'successor',
  noMinistryThen: 'ministry',
  beforeLatest: 'from',
  agencyEnded: 'from',
  ownSuccessor: 'successor',
  successorGone: 'successor',
};

function problemOf(error: unknown, row: Row, number: number, language: Language): Problem {
  if (error instanceof RowFault)
    return { row: number, column: error.column, value: row[error.column], text: format(texts[error.code], language) };
  if (!(error instanceof ApiError)) throw error;
  const { detail } = error.more;
  const column = columnOf[typeof detail === 'string' ? detail : (detail?.[0] ?? '')] ?? 'id';
  const { title, detail: said } = toProblem(error, language, '');
  return { row: number, column, value: row[column], text: said ?? title };
}
