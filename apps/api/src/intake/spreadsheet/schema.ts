import type { Cell, ColumnTarget } from '@samblikk/questionnaire/match';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../../access/schema.ts';
import { agencyRef } from '../../directory/schema.ts';
import type { Decision } from '../../measures/index.ts';
import { measureRef } from '../../measures/schema.ts';
import { at } from '../../platform/db/index.ts';
import { roundRef } from '../../rounds/schema.ts';

// Lists that agencies keep themselves (spreadsheet/).

/** One sheet of a list, as it was read; row 1 is the first. */
export interface UploadedSheet extends SheetFacts {
  readonly rows: readonly (readonly Cell[])[];
}

/** What is kept of a sheet beside its rows. */
export interface SheetFacts {
  readonly name: string;
  /** Its days are counted from 1904. */
  readonly from1904?: true;
  /** Hidden in the workbook: the sheet, or rows and columns of it that have something in them, counted from 0. */
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Formulas, of which only the values were read: how many, and where the first are. */
  readonly formulas?: { readonly count: number; readonly first: readonly string[] };
}

/** What is kept of a sheet of a list that waits. */
export interface KeptSheet extends SheetFacts {
  readonly rows: number;
  /** The rows of its list, where it is one of several with like headings. */
  readonly alike?: number;
  /** Its headings are like those of the list, but its amounts are counted in something else. */
  readonly otherUnits?: true;
}

/** What the columns of one sheet hold, what words stand for, and rows with a will of their own. */
export interface UploadMapping {
  readonly sheet: number;
  /** The sheets with headings like those of this one are read as one list with it. */
  readonly together?: boolean | undefined;
  readonly columns: readonly ColumnTarget[];
  readonly words: readonly { readonly question: string; readonly word: string; readonly code: string }[];
  readonly rows: Readonly<Record<string, 'new' | 'skip'>>;
  /** The row of the headings, as a spreadsheet numbers it, where a person said it; 0 for none. */
  readonly headingRow?: number | undefined;
  /** Cells that cannot be read are left out, and the rest of their rows taken in. */
  readonly leaveOutCells?: boolean | undefined;
  /** Answers that follow from others are not added. */
  readonly withoutImplied?: boolean | undefined;
  /** The address that is the contact of rows without one. */
  readonly contact?: string | undefined;
  /** Rows that are hidden in the workbook are taken in too. */
  readonly hiddenRows?: boolean | undefined;
}

/** A list that waits to be taken in. Its cells go when it is, or when it expires. */
export const upload = pgTable(
  'upload',
  {
    id: uuid('id').primaryKey(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    personId: personRef('person_id').notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<'xlsx' | 'csv'>().notNull(),
    /** What was unusual about the file, as codes. */
    notes: jsonb('notes').$type<readonly string[]>().notNull(),
    sheets: jsonb('sheets').$type<readonly KeptSheet[]>().notNull(),
    /** The sheet that seems to hold the list. */
    sheet: integer('sheet').notNull().default(0),
    /** The mapping that was previewed last. */
    mapping: jsonb('mapping').$type<UploadMapping | null>(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    takenInAt: at('taken_in_at'),
  },
  (t) => [index('upload_expires').on(t.expiresAt)],
);

/** The rows of the sheets of a list, some at a time: no value grows with the list. */
export const uploadRows = pgTable(
  'upload_rows',
  {
    uploadId: uuid('upload_id')
      .notNull()
      .references(() => upload.id, { onDelete: 'cascade' }),
    sheet: integer('sheet').notNull(),
    /** The place of the first of them in the sheet, from 0. */
    first: integer('first').notNull(),
    rows: jsonb('rows').$type<UploadedSheet['rows']>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.sheet, t.first] })],
);

/** What an agency's columns held last time, by plain heading. */
export const columnMapping = pgTable(
  'column_mapping',
  {
    agencyId: agencyRef(),
    heading: text('heading').notNull(),
    target: jsonb('target').$type<ColumnTarget>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.heading] })],
);

/** What an agency's words were said to stand for, by question and plain word; an empty code means nothing. */
export const wordMapping = pgTable(
  'word_mapping',
  {
    agencyId: agencyRef(),
    question: text('question').notNull(),
    word: text('word').notNull(),
    code: text('code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.question, t.word] })],
);

/** What one list brought in, so that it can be undone in one go. */
export const spreadsheetImport = pgTable(
  'spreadsheet_import',
  {
    id: uuid('id').primaryKey(),
    /** The list, which may be forgotten by now. */
    uploadId: uuid('upload_id').notNull(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    fileName: text('file_name').notNull(),
    importedAt: at('imported_at').notNull(),
    importedByName: text('imported_by_name').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [index('spreadsheet_import_round').on(t.roundId, t.agencyId)],
);

/** What became of one row: the version of the measure's answers before, 0 for none, and after. */
export const spreadsheetImportRow = pgTable(
  'spreadsheet_import_row',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => spreadsheetImport.id),
    /** Counted on through all sheets of the file, so that no row of another sheet is taken for it. */
    row: integer('row').notNull(),
    kind: text('kind').$type<ImportedKind>().notNull(),
    measureId: measureRef(),
    before: integer('before').notNull(),
    after: integer('after').notNull(),
    /** The measure got the agency's own number from the row. */
    numbered: boolean('numbered').notNull(),
    /** The number it had before. */
    numberBefore: text('number_before'),
    /** What was said before had become of the measure. */
    outcome: jsonb('outcome').$type<Decision | null>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);

export type ImportedKind = 'new' | 'carriedForward' | 'ended' | 'changed' | 'unchanged';
