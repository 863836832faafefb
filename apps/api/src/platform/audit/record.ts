import { createHash } from 'node:crypto';
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
    changed: number;
    unchanged: number;
    skipped: number;
  };
  'response.submitted': { receipt: string; measures: number; contentHash: string };
  'release.frozen': { year: number; number: number; measures: number; contentHash: string };
  'release.published': { year: number; number: number };
  'release.withdrawn': { year: number; number: number; reason: Text };
  'export.taken': { year: number; format: string };
}

export type AuditAction = keyof AuditEvents;

/**
 * Writes one event in the caller's transaction, so that a change and its audit line stand or fall together. Call it last:
 * from here to the commit, other writers of the chain wait. `actor` is a person's id, or `system:import` and the like;
 * `subject` names what it was done to, e.g. `measure:…`.
 */
export async function record<A extends AuditAction>(
  tx: Transaction,
  event: { actor: string; action: A; subject: string; details: AuditEvents[A] },
  now: Date = new Date(),
): Promise<void> {
  const { actor, action, subject, details } = event;
  const content = contentOf({ at: now, ...event });
  // One statement: the update waits for the row, then reads the newest hash, so the chain never forks.
  await tx.execute(sql`
    with head as (
      insert into ${auditHead} as head (one, previous_hash, hash) values (true, '', ${hashAfter('', content)})
      on conflict (one) do update set previous_hash = head.hash,
        hash = encode(sha256(convert_to(head.hash || chr(10) || ${content}, 'UTF8')), 'hex')
      returning previous_hash, hash
    )
    insert into ${auditEvent} (at, actor, action, subject, details, previous_hash, hash)
    select ${now.toISOString()}::timestamptz, ${actor}, ${action}, ${subject}, ${JSON.stringify(details)}::jsonb, previous_hash, hash from head`);
}

/**
 * Writes many events in one go, in this order; else as `record`.
 */
export async function recordAll<A extends AuditAction>(
  tx: Transaction,
  events: readonly { actor: string; action: A; subject: string; details: AuditEvents[A] }[],
  now: Date = new Date(),
): Promise<void> {
  if (events.length === 0) return;
  // The update waits for the row, and from here on no one else writes.
  const [head] = await tx
    .insert(auditHead)
    .values({ one: true, previousHash: '', hash: '' })
    .onConflictDoUpdate({ target: auditHead.one, set: { hash: sql`${auditHead.hash}` } })
    .returning();
  let hash = head?.hash ?? '';
  const rows = events.map((event) => {
    const previousHash = hash;
    hash = hashAfter(previousHash, contentOf({ at: now, ...event }));
    return { ...event, at: now, details: event.details as Record<string, unknown>, previousHash, hash };
  });
  for (let from = 0; from < rows.length; from += 1_000)
    await tx.insert(auditEvent).values(rows.slice(from, from + 1_000));
  await tx.update(auditHead).set({ previousHash: rows.at(-1)?.previousHash ?? '', hash });
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

const hashAfter = (previousHash: string, content: string): string =>
  createHash('sha256').update(`${previousHash}\n${content}`).digest('hex');

/** The hash of an event: SHA-256 over the hash before it, a line break, and its content in canonical JSON. */
export function hashOf(event: AuditContent & { previousHash: string }): string {
  return hashAfter(event.previousHash, contentOf(event));
}

/** JSON with sorted keys, the same bytes for the same content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
