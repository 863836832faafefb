import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import type { Text } from '@samblikk/questionnaire';
import { type SQL, sql } from 'drizzle-orm';
import { type Database, prepared, type Transaction } from '../db/index.ts';
import { auditEvent, auditHead } from './schema.ts';

type Reader = Database | Transaction;

/** Every kind of event, and what it tells beside who, what and when. Never answers, e-mail addresses or names of contacts. */
export interface AuditEvents {
  'session.signedIn': { representation: string; assurance: string };
  'session.signedOut': { cause: string };
  'session.refused': { reason: string; representation: string };
  'invitation.made': { agency: string; role: string | null };
  'invitation.revoked': { agency: string };
  'invitation.accepted': { agency: string; role: string | null };
  'invitation.refused': { reason: string };
  'role.withdrawn': { agency: string; role: string };
  'delegation.made': { year: number; section: string | null };
  'delegation.finished': { year: number; section: string | null };
  'delegation.ended': { year: number; section: string | null };
  'batch.takenIn': { year: number; created: number; changed: number; unchanged: number };
  'source.takenIn': {
    year: number;
    created: number;
    carriedForward: number;
    changed: number;
    unchanged: number;
    conflicts: number;
    left: number;
  };
  'source.changed': { source: string; kind: string; change: 'added' | 'changed' | 'removed' | 'mapped' };
  'query.asked': { year: number; question: string | null };
  'query.answered': { year: number; question: string | null };
  'query.closed': { year: number; question: string | null };
  'errorReport.made': { year: number; question: string | null };
  'errorReport.answered': { year: number; question: string | null; outcome: string };
  'plan.saved': { version: number; parts: readonly string[]; as: 'lead' | 'actor' };
  'plan.answered': { version: number; agency: string; agreed: boolean };
  'plan.opened': { version: number; actors: number };
  'double.judged': { measures: string[]; verdict: string | null };
  'exemption.said': { year: number; field: string | null; step: string; until: string | null };
  'exemption.ended': { year: number; field: string | null; lastDay: string; release: number };
  'release.scheduled': { year: number; number: number; publishAt: string | null };
  'measure.madeUnpublic': { year: number; number: string; reason: Text; release: number };
  'measure.madePublicAgain': { year: number; number: string; release: number };
  'correction.proposed': { year: number; question: string };
  'correction.accepted': { year: number; question: string };
  'correction.refused': { year: number; question: string };
  'correction.decided': { year: number; question: string };
  'correction.dropped': { year: number; question: string };
  'quality.looked': { year: number; version: number };
  'quality.again': { year: number };
  'submission.asked': { year: number };
  'messages.sent': { year: number; kind: string; letters: number; agencies: number };
  'messages.textChanged': { year: number; kind: string; language: string; reset: boolean };
  'messages.returned': { year: number | null };
  'messages.bounceSettled': { year: number; sentAgain: boolean };
  'reopening.asked': { year: number };
  'reopening.granted': { year: number; until: string };
  'reopening.refused': { year: number };
  'response.declined': { year: number };
  'response.declineUndone': { year: number };
  'portfolio.kept': { slug: string; ministry: string | null };
  'portfolio.taken': { year: number; ministry: string; format: string };
  'portfolio.renamed': { slug: string };
  'portfolio.removed': { slug: string };
  'note.written': { year: number; note: string };
  'note.corrected': { year: number; note: string };
  'access.refused': { action: string; path: string };
  'directory.loaded': { agencies: number; ministries: number };
  'directory.changed': { agency: string; change: 'added' | 'changed' | 'ended'; from: string };
  'directory.ministryAdded': { ministry: string; from: string };
  'directory.ministryChanged': { ministry: string; change: 'changed' | 'ended'; from: string };
  'contacts.confirmed': { year: number; mailbox: boolean };
  'round.created': { year: number; edition: string };
  'round.changed': { changes: Record<string, unknown> };
  'round.deleted': { year: number };
  'population.changed': { year: number; asked: number; added: number; removed: number };
  'population.agencyChanged': { year: number; changes: readonly string[] };
  'round.imported': { file: string; measures: number; added: number; changed: number };
  'measure.created': { number: string; year: number };
  'measure.withdrawn': { year: number };
  'measure.outcome': { year: number; outcome: string | null };
  'draft.saved': { version: number; questions: string[] };
  'spreadsheet.takenIn': {
    year: number;
    rows: number;
    created: number;
    carriedForward: number;
    ended: number;
    changed: number;
    unchanged: number;
    skipped: number;
  };
  'import.undone': { year: number; withdrawn: number; restored: number; kept: number };
  'response.submitted': { receipt: string; measures: number; contentHash: string };
  'release.frozen': { year: number; number: number; measures: number; contentHash: string };
  'release.published': { year: number; number: number };
  'release.withdrawn': { year: number; number: number; reason: Text };
  'export.taken': { year: number; format: string };
  'audit.exported': { format: string; filter: Record<string, unknown> };
  'retention.erased': { kind: string; rows: number; year?: number };
  'archive.made': { year: number; files: number; manifest: string };
}

export type AuditAction = keyof AuditEvents;

/** What happened. `actor` is a person's id, or `system:import` and the like; `subject` names what it was done to, e.g. `measure:…`. */
export interface AuditedEvent<A extends AuditAction = AuditAction> {
  readonly actor: string;
  readonly action: A;
  readonly subject: string;
  readonly details: AuditEvents[A];
}

/**
 * Writes one event in the caller's transaction, so that a change and its audit line stand or fall together. Call it last:
 * from here to the commit, other writers of the chain wait.
 */
export async function record<A extends AuditAction>(
  tx: Transaction,
  event: AuditedEvent<A>,
  now: Date = new Date(),
): Promise<void> {
  await recordAll(tx, [event], now);
}

/** Events that are written by one statement: what one value of the database holds easily. */
const atOnce = 10_000;

/** Writes many events in one go, in this order; else as `record`. */
export async function recordAll<A extends AuditAction>(
  tx: Transaction,
  events: readonly AuditedEvent<A>[],
  now: Date = new Date(),
): Promise<void> {
  for (let from = 0; from < events.length; from += atOnce) {
    const some = events.slice(from, from + atOnce);
    const lines = await appending(tx).execute(eventsOf(some, now));
    if (lines.length !== some.length) throw new Error('The audit chain has no end to go on from.');
  }
}

const appending = prepared((db) => {
  const [lines, ...before] = chaining(db, sql`select * from ${eventRows}`);
  return db
    .with(...before, lines)
    .select({ sequence: lines.sequence })
    .from(lines)
    .prepare('append_events');
});

/** Events for a statement that has `eventRows`. */
export const eventsOf = (events: readonly AuditedEvent[], now: Date) => ({
  events: JSON.stringify(
    events.map((event, n) => ({ n, at: now, ...event, content: contentOf({ at: now, ...event }) })),
  ),
});

/** What `eventsOf` gave, as rows named `event`, with their places as `event.n`, from 0. */
export const eventRows = sql`jsonb_to_recordset(${sql.placeholder('events')}::jsonb)
  as event (n int, at timestamptz, actor text, action text, subject text, details jsonb, content text)`;

/**
 * Parts of a statement that write events at the end of the chain, so that a change and its lines are one statement.
 * @param source a query of `eventRows`, in whatever number and order; they are written by their places
 * @returns the lines written, and what must stand before them
 */
export function chaining(db: Reader, source: SQL) {
  const part = (name: string, query: SQL) => db.$with(name, {}).as(query);
  const events = part('events', sql`select *, row_number() over (order by n) as place from (${source}) source`);
  const contents = part(
    'contents',
    sql`select array_agg(content order by place) as list, count(*)::int as length from events`,
  );
  // The update waits for the row, then reads the newest hash, so the chain never forks.
  const head = part(
    'head',
    sql`update ${auditHead} set previous_hash = hash, hash = (audit_hashes(hash, (select list from contents)))[(select length from contents)]
      where (select length from contents) > 0 returning previous_hash`,
  );
  const chained = part(
    'chained',
    sql`select previous_hash, audit_hashes(previous_hash, list) as hashes from head, contents`,
  );
  const lines = db.$with('lines', { sequence: sql<number>`sequence`.mapWith(Number).as('sequence') }).as(
    sql`insert into ${auditEvent} (at, actor, action, subject, details, previous_hash, hash)
      select at, actor, action, subject, details, coalesce(hashes[place - 1], previous_hash), hashes[place]
      from events, chained order by place returning sequence`,
  );
  return [lines, events, contents, head, chained] as const;
}

interface AuditContent {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  details: object;
}

const contentOf = (event: AuditContent): string =>
  canonical([event.at.toISOString(), event.actor, event.action, event.subject, event.details]);

/** The hash of an event: SHA-256 over the hash before it, a line break, and its content in canonical JSON. */
export function hashOf(event: AuditContent & { previousHash: string }): string {
  return createHash('sha256')
    .update(`${event.previousHash}\n${contentOf(event)}`)
    .digest('hex');
}
