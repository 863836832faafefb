import { z } from 'zod';
import { separators, spreadsheetLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { issueSchema } from './problem.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

const number = z.number().int();
const pendingUpload = agencyRound.extend({ upload: z.uuid() });
/** The language of labels and messages. */
const query = z.strictObject({ lang: languageSchema.optional() });

const templateEndpoint = (name: 'templateXlsx' | 'templateCsv', summary: string) =>
  endpoint(name, {
    summary,
    description:
      'One row per measure: the drafts of this round, and last year’s measures that nothing is said about yet, with last year’s answers except those that are asked anew. Headings in the reader’s language, with the question ids in the row below.',
    tag: 'spreadsheet',
    action: 'response.readAnswers',
    params: agencyRound,
    query,
    reply: 'file',
    errors: ['notFound'],
  });

export const templateXlsx = templateEndpoint('templateXlsx', 'The agency’s measures as a workbook to fill in');
export const templateCsv = templateEndpoint('templateCsv', 'The agency’s measures as a CSV file to fill in');

/** What a column holds. */
export const columnTargetSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('nothing') }),
  z.strictObject({ as: z.literal('number') }),
  z.strictObject({ as: z.literal('externalId') }),
  z.strictObject({
    as: z.literal('answer'),
    question: z.string(),
    /** For amounts: what one in the column is worth, in kroner. */
    unit: z.union([z.literal(1), z.literal(1_000), z.literal(1_000_000)]).optional(),
  }),
  z.strictObject({ as: z.literal('option'), question: z.string(), option: z.string() }),
]);

/** Where a row is: as its sheet numbers it, and which sheet, where several are read together. */
const place = { row: number, sheet: z.string().optional() };

const labelled = z.object({ code: z.string(), label: z.string() });

export const uploadSchema = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    format: z.enum(['xlsx', 'csv']),
    /** Nothing is written before it is taken in; an upload that is not is forgotten then. */
    expiresAt: moment,
    notes: z.array(z.object({ code: z.string(), text: z.string() })),
    sheets: z.array(z.object({ name: z.string(), rows: number, hidden: z.boolean() })),
    /** Sheets with like headings, that can be read as one list, with the rows of each; empty when there are none. */
    alike: z.array(z.object({ sheet: number, name: z.string(), rows: number })),
    /** The sheet that is read, and the row of its headings, as a spreadsheet numbers them. */
    sheet: number,
    /** All of `alike` are read as one list: the columns of the first, `sheet`, come first, and each has headings of its own. */
    together: z.boolean(),
    /** 0 when the list has no headings. */
    headingRow: number,
    /** Rows that could be the headings, with what is in them. */
    headingRows: z.array(z.object({ row: number, text: z.string() })),
    /** What stands above the headings, and is not read. */
    above: z.array(z.object({ row: number, text: z.string() })),
    rows: number,
    /** Rows of the list that are hidden in the sheet, as it numbers them: they are left out unless someone says that they count. */
    hiddenRows: z.array(z.object(place)),
    /** What was said of words, rows and cells the last time it was previewed. */
    mapping: z.object({
      words: z.array(z.object({ question: z.string(), word: z.string(), code: z.string() })),
      rows: z.record(z.string(), z.enum(['new', 'skip'])),
      leaveOutCells: z.boolean(),
      hiddenRows: z.boolean(),
      withoutImplied: z.boolean(),
      ownContact: z.boolean(),
      previewed: z.boolean(),
    }),
    /** The question whose answer names the measure: a column must hold it. */
    nameQuestion: z.string(),
    columns: z.array(
      z.object({
        /** `A`, `B` … */
        letter: z.string(),
        heading: z.string(),
        examples: z.array(z.string()),
        target: columnTargetSchema,
        how: z.enum(['remembered', 'own', 'name', 'content', 'none']),
        confidence: z.number(),
        /** Where the unit of amounts was found; `asked`: nothing tells it, and the numbers are too small to be kroner. */
        unitFrom: z.enum(['heading', 'above', 'cells', 'none', 'asked']).optional(),
      }),
    ),
    /** What a column may hold. */
    questions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        amount: z.boolean(),
        /** Whether the question can be spread over columns to tick. */
        ticked: z.boolean(),
        options: z.array(labelled),
      }),
    ),
  })
  .meta({ id: 'SpreadsheetUpload' });
export type SpreadsheetUpload = z.infer<typeof uploadSchema>;

export const uploadSpreadsheet = endpoint('uploadSpreadsheet', {
  summary: 'Send any list of measures; what its columns hold is guessed, and nothing is written',
  description: `multipart/form-data with one file, \`file\`: XLSX or CSV, at most ${spreadsheetLimits.rows} rows and ${spreadsheetLimits.bytes / 1024 / 1024} MB. Of formulas the values are read that they had when the file was saved. A file with macros, links to other files or other dangers is refused, with the reason as the code of an issue.`,
  tag: 'spreadsheet',
  action: 'measures.write',
  params: agencyRound,
  query: query.extend({
    /** What separates the columns of a CSV file; guessed unless told. */
    separator: z.enum(separators).optional(),
  }),
  reply: uploadSchema,
  status: 201,
  errors: ['fileAtFault', 'roundNotOpen', 'notFound'],
});

export const readUpload = endpoint('readUpload', {
  summary: 'A list that waits to be taken in, with the columns of one of its sheets',
  tag: 'spreadsheet',
  action: 'measures.write',
  params: pendingUpload,
  query: query.extend({
    sheet: z.coerce.number().int().min(0).optional(),
    /** Whether the sheets with like headings are read as one list. Unless told: as it was previewed or found; not when a sheet is named. */
    together: z.stringbool().optional(),
    /** The row of the headings, as a spreadsheet numbers it; 0 for none. Guessed unless told. */
    headingRow: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  reply: uploadSchema,
  errors: ['fileAtFault', 'notFound'],
});

export const rowKinds = ['ended', 'new', 'carriedForward', 'changed', 'unchanged', 'faulty', 'skipped'] as const;
export type RowKind = (typeof rowKinds)[number];

export const previewSchema = z
  .object({
    /** Names what would be written; `take-in` refuses when something has changed since. */
    plan: z.string(),
    counts: z.object({
      ...Object.fromEntries(rowKinds.map((kind) => [kind, number])),
      errors: number,
      warnings: number,
    } as {
      [K in RowKind | 'errors' | 'warnings']: typeof number;
    }),
    rows: z.array(
      z.object({
        ...place,
        /** What names the row in `rows` and `confirmedPublic`: its number, or counted on from sheet to sheet. */
        key: number,
        kind: z.enum(rowKinds),
        /** How the measure was found: by its number, the agency's own number, its name; or it is new. */
        how: z.enum(['number', 'externalId', 'name', 'new']),
        title: z.string().nullable(),
        /** The measure it was matched with. */
        match: z.object({ number: z.string(), title: z.string().nullable() }).nullable(),
        changes: z.array(
          z.object({ question: z.string(), label: z.string(), from: z.string().nullable(), to: z.string() }),
        ),
        /** Answers of a measure taken along that are as they were the round before; not among the changes. */
        sameAsLast: number,
        issues: z.array(issueSchema),
        /** Something that is withheld becomes public: the row is taken in only when that is confirmed by itself. */
        becomesPublic: z.boolean(),
        /** Required answers that will still be missing. */
        missing: z.array(z.string()),
      }),
    ),
    /** Rows that are counted above and not listed, since there are so many. */
    notListed: number,
    /** The words that had to be understood as categories, and how. `code` is null where nobody knows, and empty where it means nothing. */
    words: z.array(
      z.object({
        question: z.string(),
        label: z.string(),
        word: z.string(),
        code: z.string().nullable(),
        how: z.enum(['code', 'label', 'chosen', 'yesNo', 'similar', 'unknown']),
        cells: number,
        /** What the word may mean, where no categories are listed; and the code that keeps it as free text. */
        suggestions: z.array(labelled),
        freeText: z.string().nullable(),
      }),
    ),
    /** Answers that follow from others in the same row and are blank: a question that has partners involves others. */
    implied: z.array(z.object({ question: z.string(), label: z.string(), answer: z.string(), rows: number })),
    /** Rows without a contact, that may have one’s own address. */
    withoutContact: number,
  })
  .meta({ id: 'SpreadsheetPreview' });
export type SpreadsheetPreview = z.infer<typeof previewSchema>;

export const mapSpreadsheet = endpoint('mapSpreadsheet', {
  summary: 'Say what the columns hold and what words stand for; answers what taking the list in would do',
  tag: 'spreadsheet',
  action: 'measures.write',
  params: pendingUpload,
  query,
  body: z.strictObject({
    sheet: number.min(0),
    /** Read the sheets with like headings as one list. */
    together: z.boolean().default(false),
    /** The row of the headings, as a spreadsheet numbers it; 0 for none. Guessed unless told, and where several sheets are read. */
    headingRow: number.min(0).max(1_000_000).optional(),
    /** Take rows in without the cells that cannot be read; the name of the measure must always be read. */
    leaveOutCells: z.boolean().default(false),
    /** Take in rows that are hidden in the sheet, too. */
    hiddenRows: z.boolean().default(false),
    /** Do not add the answers that follow from others in the row. */
    withoutImplied: z.boolean().default(false),
    /** Make one’s own address the contact of rows without one. */
    ownContact: z.boolean().default(false),
    /** One per column, from the left. */
    columns: z.array(columnTargetSchema).max(spreadsheetLimits.columns),
    /** What words stand for, where the guess was wrong or missing; an empty code means nothing. */
    words: z
      .array(z.strictObject({ question: z.string(), word: z.string().max(1000), code: z.string() }))
      .max(5000)
      .default([]),
    /** Rows to treat as new measures though they resemble one, or seem to be no measure; and rows to leave out. */
    rows: z.record(z.string().regex(/^\d{1,6}$/), z.enum(['new', 'skip'])).default({}),
  }),
  reply: previewSchema,
  errors: ['fileAtFault', 'notFound', 'alreadyDone'],
});

const imported = { created: number, carriedForward: number, ended: number, changed: number, unchanged: number };

export const importSpreadsheet = endpoint('importSpreadsheet', {
  summary: 'Take a list in, as it was previewed: all or nothing, or all rows without errors',
  tag: 'spreadsheet',
  action: 'measures.write',
  params: pendingUpload,
  query,
  body: z.strictObject({
    /** The `plan` of the preview. */
    plan: z.string(),
    /** Take in the rows without errors, and let the others wait in the list; without it they stop the whole list. */
    skipRowsAtFault: z.boolean().default(false),
    /** The rows that make public what is withheld, each confirmed; without it they stop the whole list. */
    confirmedPublic: z.array(number).max(spreadsheetLimits.rows).default([]),
  }),
  reply: z.object({
    ...imported,
    skipped: number,
    /** Rows with errors that stay in the list. */
    waiting: number,
    /** Names the import, to undo it. */
    import: z.uuid(),
  }),
  errors: ['fileAtFault', 'roundNotOpen', 'conflict', 'alreadyDone', 'notFound'],
});

export const listSpreadsheetImports = endpoint('listSpreadsheetImports', {
  summary: 'The lists that were taken in, the newest first',
  tag: 'spreadsheet',
  action: 'measures.write',
  params: agencyRound,
  query,
  reply: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      at: moment,
      by: z.string(),
      undoneAt: moment.nullable(),
      ...imported,
    }),
  ),
  errors: ['notFound'],
});

export const undoSpreadsheetImport = endpoint('undoSpreadsheetImport', {
  summary: 'Undo all that a list brought in, but for measures that were changed since',
  tag: 'spreadsheet',
  action: 'measures.write',
  params: agencyRound.extend({ import: z.uuid() }),
  query,
  reply: z.object({
    /** New measures and those taken along, which are out of the answer again. */
    withdrawn: number,
    /** Measures whose answers, or what was said had become of them, are as before the import. */
    restored: number,
    /** Measures that someone has changed since, and that stay as they are. */
    kept: z.array(z.object({ number: z.string(), title: z.string().nullable() })),
  }),
  errors: ['roundNotOpen', 'alreadyDone', 'notFound'],
});
