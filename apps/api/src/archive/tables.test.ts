import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import * as schema from '../schema.ts';
import { parts } from './parts.ts';

// A table that nobody thought of is not in the archive, and nobody notices for years. So each is said here once: the file that
// has its rows, or why none has.

const archived: Readonly<Record<string, string>> = {
  round: 'round.json',
  population: 'population.jsonl',
  declination: 'decisions/declined.jsonl',
  reopening: 'decisions/more-time.jsonl',
  reopening_refusal: 'decisions/more-time.jsonl',
  measure: 'answers/measures.jsonl',
  measure_round: 'answers/measures.jsonl',
  roll_over: 'answers/outcomes.jsonl',
  revision: 'answers/revisions.jsonl',
  submission: 'submissions/submissions.jsonl',
  submission_revision: 'submissions/submissions.jsonl',
  spreadsheet_import: 'answers/spreadsheet-imports.jsonl',
  spreadsheet_import_row: 'answers/spreadsheet-imports.jsonl',
  source_delivery: 'answers/deliveries.jsonl',
  query: 'collaboration/queries.jsonl',
  correction: 'collaboration/corrections.jsonl',
  error_report: 'collaboration/error-reports.jsonl',
  double_verdict: 'collaboration/double-verdicts.jsonl',
  delegation: 'collaboration/delegations.jsonl',
  submission_request: 'collaboration/submission-requests.jsonl',
  quality_look: 'collaboration/looks.jsonl',
  agency_note: 'collaboration/notes.jsonl',
  calendar_run: 'calendar.jsonl',
  mail: 'letters/letters.jsonl',
  message_text: 'letters/texts.jsonl',
  message_sending: 'letters/sendings.jsonl',
  release: 'releases/releases.jsonl',
  release_measure: 'releases/measures.jsonl',
  frozen_file: 'releases/files.jsonl',
  frozen_file_piece: 'releases/file-pieces.jsonl',
  financing_plan: 'plans/plans.jsonl',
  plan_answer: 'plans/answers.jsonl',
  plan_opening: 'plans/openings.jsonl',
  exemption_step: 'decisions/exemptions.jsonl',
  release_schedule: 'decisions/schedules.jsonl',
  measure_tombstone: 'decisions/withdrawn-measures.jsonl',
  release_decision: 'decisions/releases.jsonl',
  audit_event: 'audit/events.jsonl',
  person: 'personal/actors.jsonl',
};

const directory = 'the directory is not of a round: what it said of the agencies then is in population.jsonl';
const passing = 'lives for minutes or days, and tells nothing of a round';
const left: Readonly<Record<string, string>> = {
  agency: directory,
  agency_version: directory,
  agency_succession: directory,
  ministry: directory,
  ministry_version: directory,
  role: 'who had which access then is in the audit',
  contact_confirmation: 'who confirmed whom an agency is reached by, and when, is in the audit',
  session: passing,
  presence: passing,
  upload: passing,
  upload_rows: passing,
  invitation: 'addresses that links went to; that they were made and accepted is in the audit',
  audit_head: 'the last hash is in the manifest',
  counter: 'numbers given out are in answers/measures.jsonl',
  column_mapping: 'how an agency’s own lists are read: of no round',
  source: 'what an agency delivers by, over the years: of no round',
  source_said:
    'fingerprints of what a file said last, to know whether it is changed: the answers are in answers/revisions.jsonl',
  word_mapping: 'how an agency’s own lists are read: of no round',
  calendar_notice: 'that staff were told of what is next: the letters are in letters/letters.jsonl',
  asked_told: 'which questions a digest has told of: the letters are in letters/letters.jsonl',
  portfolio: 'selections of the register that ministries and Digdir keep: of no round',
  alert: 'letters to readers of the register, who are no part of a round',
};

const tables = Object.values(schema as Record<string, unknown>)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableConfig(table as PgTable).name);

describe('every table', () => {
  test('is in the archive of a round, or it is said why not', () => {
    expect(tables.toSorted()).toEqual([...Object.keys(archived), ...Object.keys(left)].sort());
  });

  test.each(Object.entries(archived))('%s has its rows in %s', (_table, file) => {
    expect(parts.map((part) => part.file)).toContain(file);
  });
});
