import { asc, gt } from 'drizzle-orm';
import type { Database, Transaction } from '../db/index.ts';
import { hashOf } from './record.ts';
import { auditEvent, auditHead } from './schema.ts';

/** What a look through the chain found. */
export interface ChainVerified {
  readonly events: number;
  /** The hash of the last event: note it elsewhere, and a chain written anew from some event on shows too. */
  readonly lastHash: string;
  /** When it happened; undefined when there is none. */
  readonly lastAt?: Date;
  /** The first event that does not hold, or undefined when all do; for `end` the last one there is. */
  readonly broken?: { readonly sequence: number; readonly reason: 'content' | 'order' | 'end' };
}

const BATCH = 1000;

/**
 * Computes the whole chain of audit events again. `content` means that an event is not what it was when it was written,
 * `order` that one before it is missing, added or moved, `end` that events after it are missing.
 */
export async function verifyChain(db: Database): Promise<ChainVerified> {
  // All pages must be of one moment, or an event written meanwhile would look like a break.
  return db.transaction((tx) => verifyInside(tx), { isolationLevel: 'repeatable read' });
}

async function verifyInside(db: Transaction): Promise<ChainVerified> {
  let after = 0;
  let events = 0;
  let lastHash = '';
  let lastAt: Date | undefined;
  const held = () => ({ events, lastHash, ...(lastAt && { lastAt }) });
  for (;;) {
    const batch = await db
      .select()
      .from(auditEvent)
      .where(gt(auditEvent.sequence, after))
      .orderBy(asc(auditEvent.sequence))
      .limit(BATCH);
    for (const event of batch) {
      const reason = event.previousHash !== lastHash ? 'order' : event.hash !== hashOf(event) ? 'content' : undefined;
      if (reason) return { ...held(), broken: { sequence: event.sequence, reason } };
      lastHash = event.hash;
      lastAt = event.at;
      after = event.sequence;
      events += 1;
    }
    if (batch.length < BATCH) break;
  }
  const [head] = await db.select().from(auditHead);
  const cutShort = (head?.hash ?? '') !== lastHash;
  return { ...held(), ...(cutShort && { broken: { sequence: after, reason: 'end' as const } }) };
}
