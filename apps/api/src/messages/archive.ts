import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { messageSending, messageText } from './schema.ts';

// What the archive of a round holds of this room.

/** What staff made the letters of a round say. */
export const messageTextsToArchive = (db: Database | Transaction, roundId: string) =>
  db
    .select()
    .from(messageText)
    .where(eq(messageText.roundId, roundId))
    .orderBy(asc(messageText.kind), asc(messageText.language));

/** What was sent to whom at a press, and how many got it. */
export const sendingsToArchive = (db: Database | Transaction, roundId: string) =>
  db
    .select()
    .from(messageSending)
    .where(eq(messageSending.roundId, roundId))
    .orderBy(asc(messageSending.sentAt), asc(messageSending.key));
