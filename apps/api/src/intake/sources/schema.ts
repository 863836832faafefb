import type { DeliveryOutcome, DeliveryReport, SourceKind, SourcePace } from '@samblikk/contract';
import type { AnswerValue } from '@samblikk/questionnaire';
import type { ColumnTarget } from '@samblikk/questionnaire/match';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { agencyRef } from '../../directory/schema.ts';
import { measureRef } from '../../measures/schema.ts';
import { at } from '../../platform/db/index.ts';
import { round, roundRef } from '../../rounds/schema.ts';
import type { RowIssue } from '../spreadsheet/row-issues.ts';

// What agencies deliver by otherwise than the form, again and again.

/** Why a source gives nothing now, as a code with values; put in words for each reader. */
export interface SourceFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A watched file, or an own system of an agency. */
export const source = pgTable(
  'source',
  {
    id: uuid('id').primaryKey(),
    agencyId: agencyRef(),
    kind: text('kind').$type<SourceKind>().notNull(),
    /** The agency's own word for it; of a system, its client at Maskinporten. */
    name: text('name').notNull(),
    /** Of a watched file. May have a key in it: shown to the agency and administrators alone. */
    address: text('address'),
    pace: text('pace').$type<SourcePace>(),
    nextAt: at('next_at'),
    pausedAt: at('paused_at'),
    removedAt: at('removed_at'),
    checkedAt: at('checked_at'),
    /** What was taken in last, so that the same is not taken in again: the server's words for its version, and SHA-256. */
    etag: text('etag'),
    lastModified: text('last_modified'),
    contentHash: text('content_hash'),
    /** The round it was taken in to. */
    takenTo: uuid('taken_to'),
    fault: jsonb('fault').$type<SourceFault | null>(),
    failures: integer('failures').notNull().default(0),
    /** Fingerprint of what people were last written to about, so that they are told of each thing once. */
    told: text('told'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('source_agency').on(t.agencyId), index('source_next').on(t.nextAt)],
);

export type StoredCounts = DeliveryReport['delivery']['counts'];

/** An answer that differs: what is saved, and what the file says. Not told of contacts, which are erased one day. */
export interface StoredChange {
  readonly question: string;
  readonly from: AnswerValue | null;
  readonly to: AnswerValue | null;
}

/** What became of one row, in codes. */
export interface StoredRow extends Pick<DeliveryReport['rows'][number], 'row' | 'sheet' | 'result' | 'why' | 'title'> {
  readonly number: string | null;
  readonly measure: string | null;
  readonly taken: readonly StoredChange[];
  readonly conflicts: readonly (StoredChange & { readonly settled: boolean })[];
  readonly issues: readonly RowIssue[];
}

/** What is kept of how a delivery was read, in codes: put in words for each reader. */
export interface StoredReport {
  readonly edition: string;
  /** The question whose answer names a measure. */
  readonly title: string;
  readonly rows: readonly StoredRow[];
  readonly notListed: number;
  /** Measures that the list had the time before, and has no more, by their numbers. */
  readonly gone?: readonly { readonly number: string; readonly title: string }[];
  readonly columns: readonly {
    readonly letter: string;
    readonly heading: string;
    readonly target: ColumnTarget;
    readonly how: DeliveryReport['columns'][number]['how'];
    readonly read: boolean;
  }[];
  readonly words: readonly {
    readonly question: string;
    readonly word: string;
    readonly code: string | null;
    readonly how: DeliveryReport['words'][number]['how'];
    readonly cells: number;
  }[];
}

/** One delivery of a source: what it brought, what was not understood, and why. */
export const sourceDelivery = pgTable(
  'source_delivery',
  {
    id: uuid('id').primaryKey(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    roundId: uuid('round_id').references(() => round.id),
    at: at('at').notNull(),
    outcome: text('outcome').$type<DeliveryOutcome>().notNull(),
    fileName: text('file_name'),
    fault: jsonb('fault').$type<SourceFault | null>(),
    counts: jsonb('counts').$type<StoredCounts>().notNull(),
    /** Null when its time is over. */
    report: jsonb('report').$type<StoredReport | null>(),
  },
  (t) => [index('source_delivery_source').on(t.sourceId, t.at)],
);

/** What a source last said of a measure: by it, a file that is changed is told from a form that is. */
export const sourceSaid = pgTable(
  'source_said',
  {
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    roundId: roundRef(),
    measureId: measureRef(),
    /** The title in the file, plain. */
    title: text('title').notNull(),
    /** The answers in the file, each as a fingerprint: nobody reads them here. */
    answers: jsonb('answers').$type<Readonly<Record<string, string>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.roundId, t.measureId] })],
);
