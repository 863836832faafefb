import type { Answers, AnswerValue, Edition } from '@samblikk/questionnaire';
import type { CellContext, Translation } from '@samblikk/questionnaire/match';
import type { Layout } from './layout.ts';
import type { RowIssue } from './row-issues.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import type { KnownMeasure } from './state.ts';

export type PlannedKind = 'ended' | 'new' | 'carriedForward' | 'changed' | 'unchanged' | 'faulty' | 'skipped';

export interface PlannedRow {
  /** As a spreadsheet numbers it; where several sheets are read together, counted on from sheet to sheet. */
  readonly row: number;
  readonly kind: PlannedKind;
  readonly how: 'number' | 'externalId' | 'name' | 'new';
  readonly measure: KnownMeasure | undefined;
  readonly title: string | undefined;
  readonly externalId: string | undefined;
  /** Answers that differ from what is saved. An empty cell changes nothing. */
  readonly changes: Readonly<Record<string, AnswerValue>>;
  /** All that the row says, with what follows from it, whether it differs or not. */
  readonly said: Answers;
  /** What became of a measure from before that the row says is over. */
  readonly outcome?: 'ended' | 'stopped';
  readonly issues: readonly RowIssue[];
  /** Required questions that will still be unanswered. */
  readonly missing: readonly string[];
  /** Something that is withheld becomes public: to be confirmed by itself. */
  readonly becomesPublic: boolean;
  /** Answers that follow from others in the row, whether they are added or not. */
  readonly implied: Answers;
  /** No contact is named, neither in the row nor before. */
  readonly withoutContact: boolean;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly words: readonly (Translation & { readonly question: string; readonly cells: number })[];
  /** Names what would be written, so that nothing else is. */
  readonly hash: string;
}

export interface PlanInput {
  readonly edition: Edition;
  readonly sheet: UploadedSheet;
  readonly layout: Layout;
  readonly mapping: Omit<UploadMapping, 'sheet' | 'together' | 'words' | 'headingRow'>;
  readonly measures: readonly KnownMeasure[];
  /** What was done before with a row of this title, plain. */
  readonly rowsBefore: ReadonlyMap<string, 'skip' | 'take'>;
  readonly context: Omit<CellContext, 'unit' | 'exact'>;
  /** The numbers of measures by the title, plain, that the same list gave them before, for rows without a number. */
  readonly numberBefore?: ReadonlyMap<string, string> | undefined;
  /** A row in words about another: `4`, `4 (HR)`. */
  readonly named: (row: number) => string;
  /** What is known about the agency; rules may read it. */
  readonly known: Answers;
}
