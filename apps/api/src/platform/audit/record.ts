import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import type { Text } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/index.ts';
import { auditEvent, auditHead } from './schema.ts';

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
  'query.asked': { year: number; question: string | null };
  'query.answered': { year: number; question: string | null };
  'query.closed': { year: number; question: string | null };
  'submission.asked': { year: number };
  'reopening.asked': { year: number };
  'reopening.granted': { year: number; until: string };
  'access.refused': { action: string; path: string };
  'directory.loaded': { agencies: number; ministries: number };
  'round.created': { year: number; edition: string };
  'round.changed': { changes: Record<string, unknown> };
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
  for (let from = 0; from < events.length; from += atOnce) await append(tx, events.slice(from, from + atOnce), now);
}

async function append(tx: Transaction, events: readonly AuditedEvent[], now: Date): Promise<void> {
  const array = (of: (event: AuditedEvent) => string) => sql`${sql.param(events.map(of))}::text[]`;
  // One statement: the update waits for the row, then reads the newest hash, so the chain never forks.
  const { rowCount } = await tx.execute(sql`
    with given as (
      select ${array((event) => contentOf({ at: now, ...event }))} as contents
    ), head as (
      update ${auditHead} set previous_hash = hash, hash = (audit_hashes(hash, (select contents from given)))[${events.length}::int]
      returning previous_hash
    ), chained as (
      select previous_hash, audit_hashes(previous_hash, contents) as hashes from head, given
    )
    insert into ${auditEvent} (at, actor, action, subject, details, previous_hash, hash)
    select ${now.toISOString()}::timestamptz, actor, action, subject, details::jsonb,
      coalesce(lag(hash) over (order by n), previous_hash), hash
    from chained, unnest(${array(({ actor }) => actor)}, ${array(({ action }) => action)}, ${array(({ subject }) => subject)},
      ${array(({ details }) => JSON.stringify(details))}, hashes) with ordinality as line (actor, action, subject, details, hash, n)
    order by n`);
  if (rowCount !== events.length) throw new Error('The audit chain has no end to go on from.');
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
