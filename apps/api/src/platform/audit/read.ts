import { and, asc, gt, lte } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../db/index.ts';
import { auditEvent } from './schema.ts';

export type AuditRow = typeof auditEvent.$inferSelect;

const page = 1000;

/** The chain from its beginning up to and with this event, some events at a time. */
export async function* chainUpTo(db: Database | Transaction, last: number): AsyncGenerator<AuditRow> {
  for (let after = 0; ; ) {
    const rows = await db
      .select()
      .from(auditEvent)
      .where(and(gt(auditEvent.sequence, after), lte(auditEvent.sequence, last)))
      .orderBy(asc(auditEvent.sequence))
      .limit(page);
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    after = end.sequence;
  }
}

/** Events as rooms above may ask of them: who did what to what, when. */
export const eventsIn = () => {
  const { sequence, at, actor, action, subject, details, previousHash, hash } = auditEvent;
  return new QueryBuilder()
    .select({ sequence, at, actor, action, subject, details, previousHash, hash })
    .from(auditEvent)
    .as('events_in');
};

/** What is written of who has looked: it changes nothing of a round. */
export const readings = ['export.taken', 'archive.made', 'audit.exported', 'access.refused'] as const;
