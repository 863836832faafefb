import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Transaction } from '../db/connect.ts';
import { auditEvent } from '../db/schema.ts';

/** Every kind of event, and what it tells beside who, what and when. Never answers, e-mail addresses or names of contacts. */
export interface AuditEvents {
  'session.signedIn': { representation: string; assurance: string };
  'session.signedOut': { cause: string };
  'access.refused': { action: string; path: string };
  'directory.loaded': { agencies: number; ministries: number };
  'round.created': { year: number; edition: string };
  'round.changed': { changes: Record<string, unknown> };
  'round.imported': { file: string; measures: number; added: number; changed: number };
  'measure.created': { number: string; year: number };
  'measure.withdrawn': { year: number };
  'draft.saved': { version: number; questions: string[] };
  'response.submitted': { receipt: string; measures: number; contentHash: string };
  'release.frozen': { year: number; number: number; measures: number; contentHash: string };
  'export.taken': { year: number; format: string };
}

export type AuditAction = keyof AuditEvents;

/** The key of the advisory lock under which the chain grows, one event after the other. */
const chainLock = 7_201_904;

/**
 * Writes one event in the caller's transaction, so that a change and its audit line stand or fall together.
 * `actor` is a person's id, or `system:import` and the like; `subject` names what it was done to, e.g. `measure:…`.
 */
export async function record<A extends AuditAction>(
  tx: Transaction,
  event: { actor: string; action: A; subject: string; details: AuditEvents[A] },
  now: Date = new Date(),
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    .orderBy(desc(auditEvent.sequence))
    .limit(1);
  const previousHash = last?.hash ?? '';
  const row = { at: now, ...event, details: event.details as Record<string, unknown>, previousHash };
  await tx.insert(auditEvent).values({ ...row, hash: hashOf(row) });
}

/** The hash of an event: SHA-256 over its content and the hash before it. */
export function hashOf(event: {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
  previousHash: string;
}): string {
  const content = canonical([
    event.previousHash,
    event.at.toISOString(),
    event.actor,
    event.action,
    event.subject,
    event.details,
  ]);
  return createHash('sha256').update(content).digest('hex');
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
