import { asc, eq, lte, sql } from 'drizzle-orm';
import { people } from '../access/index.ts';
import { eventsIn } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';

/** What the people who stand in the chain up to an event are called; those the program does by itself have no name. */
export function actorNames(tx: Transaction, lastEvent: number) {
  const events = eventsIn();
  return tx
    .selectDistinct({ id: people.id, name: people.name })
    .from(events)
    .innerJoin(people, eq(sql`${people.id}::text`, events.actor))
    .where(lte(events.sequence, lastEvent))
    .orderBy(asc(people.id));
}
