import { isDeepStrictEqual } from 'node:util';
import type { ReplyOf, readRevisions, readSubmission } from '@samblikk/contract';
import { askedAnswers, type Edition, partOf, questionsOf, rulePrefix } from '@samblikk/questionnaire';
import { and, asc, eq } from 'drizzle-orm';
import { people } from '../access/index.ts';
import { nameOf } from '../directory/index.ts';
import { type MeasureInRound, measureNumbers } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { AgencyRound } from '../rounds/index.ts';
import type { MeasureAccess } from './measure-access.ts';
import { revision, submission, submissionRevision } from './schema.ts';
import { lastAuthor, toSubmission } from './store.ts';

/**
 * Every version of a measure in a round, oldest first: who, when, and what changed from the version before. Whoever was
 * given a section is told of the versions that changed something in it.
 */
export async function history(
  db: Database,
  { measure: of, round, edition }: MeasureInRound,
  access: Pick<MeasureAccess, 'sections'>,
): Promise<ReplyOf<typeof readRevisions>> {
  const found = await db
    .select({ row: revision, author: people.name })
    .from(revision)
    .leftJoin(people, eq(people.id, revision.authorId))
    .where(and(eq(revision.measureId, of.id), eq(revision.roundId, round.id)))
    .orderBy(asc(revision.version));
  const rows = found.map(({ row }) => row);
  const { asks } = partOf(edition, access.sections);
  const order = questionsOf(edition).map(({ id }) => id);
  const versions = rows.map((row, i) => {
    const before = rows[i - 1]?.answers ?? {};
    const ids = [...new Set([...order, ...Object.keys(before), ...Object.keys(row.answers)])];
    const reasonsBefore = rows[i - 1]?.reasons ?? {};
    const keys = [...new Set([...Object.keys(reasonsBefore), ...Object.keys(row.reasons)])];
    return {
      version: row.version,
      at: row.createdAt.toISOString(),
      // Whoever only gave a reason is the author of no answer.
      by: found[i]?.author ?? lastAuthor(row) ?? '',
      changes: ids
        .filter((id) => asks(id) && !isDeepStrictEqual(before[id], row.answers[id]))
        .map((question) => ({ question, from: before[question] ?? null, to: row.answers[question] ?? null })),
      reasons: keys
        .filter((key) => reasonIsAbout(edition, key, access.sections) && reasonsBefore[key] !== row.reasons[key])
        .map((key) => ({ key, to: row.reasons[key] ?? null })),
    };
  });
  return access.sections === null
    ? versions
    : versions.filter(({ changes, reasons }) => changes.length + reasons.length > 0);
}

/** Whether someone with these sections (null: all) is told why a warning does not matter, by its `reasonKey`. */
function reasonIsAbout(edition: Edition, key: string, sections: readonly string[] | null): boolean {
  if (sections === null) return true;
  const { asks, tells } = partOf(edition, sections);
  const rule = edition.rules.find(({ id }) => key === rulePrefix + id);
  if (!rule) return asks(key.slice(0, key.lastIndexOf('.')));
  return rule.questions.some((question) => tells({ question, code: key, params: {}, level: rule.level }));
}

/** A receipt of an agency with what was sent in. @throws ApiError notFound */
export async function receiptOf(
  db: Database | Transaction,
  of: AgencyRound,
  receipt: string,
): Promise<ReplyOf<typeof readSubmission>> {
  const [row] = await db
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.roundId, of.round.id),
        eq(submission.agencyId, of.agency.agencyId),
        eq(submission.receipt, receipt),
      ),
    );
  if (!row) throw new ApiError('notFound', { detail: 'noReceipt' });
  const pins = await db
    .select({ number: measureNumbers.number, version: revision.version, answers: revision.answers })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .innerJoin(measureNumbers, eq(measureNumbers.id, revision.measureId))
    .where(eq(submissionRevision.submissionId, row.id))
    .orderBy(measureNumbers.number);
  return {
    ...toSubmission(row),
    measures: pins.length,
    agency: { orgnr: of.agency.orgnr, name: nameOf(of.agency) },
    edition: of.edition.id,
    undecided: row.undecided,
    content: pins.map((pin) => ({ ...pin, answers: askedAnswers(of.edition, pin.answers) })),
  };
}
