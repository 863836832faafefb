import { presenceCounts } from '@samblikk/contract';
import { and, asc, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import { people } from '../../access/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { presence } from '../schema.ts';

type Place = Pick<typeof presence.$inferSelect, 'measureId' | 'roundId'>;

/** Notes where someone is. */
export async function recordPresence(db: Database, row: typeof presence.$inferInsert): Promise<void> {
  const { section, seenAt } = row;
  await db
    .insert(presence)
    .values(row)
    .onConflictDoUpdate({
      target: [presence.measureId, presence.roundId, presence.personId],
      set: { section, seenAt },
    });
}

/** Deletes what no longer counts. @returns how many */
export async function deletePassedPresence(db: Database, now: Date): Promise<number> {
  return (await db.delete(presence).where(lt(presence.seenAt, since(now)))).rowCount ?? 0;
}

/** The others who are in a measure now, by name. */
export async function othersPresent(
  db: Database,
  { measureId, roundId }: Place,
  except: string | undefined,
  now: Date,
): Promise<{ name: string; section: string | null }[]> {
  const others = await present(db, roundId, [measureId], except, now);
  return others.map(({ name, section }) => ({ name, section }));
}

/** The names of the others who are in each of these measures now, by measure. */
export async function othersIn(
  db: Database,
  roundId: string,
  measureIds: readonly string[],
  except: string | undefined,
  now: Date,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { measureId, name } of await present(db, roundId, measureIds, except, now))
    found.set(measureId, [...(found.get(measureId) ?? []), name]);
  return found;
}

function present(
  db: Database,
  roundId: string,
  measureIds: readonly string[],
  except: string | undefined,
  now: Date,
): Promise<{ measureId: string; name: string; section: string | null }[]> {
  return db
    .select({ measureId: presence.measureId, name: people.name, section: presence.section })
    .from(presence)
    .innerJoin(people, eq(people.id, presence.personId))
    .where(
      and(
        eq(presence.roundId, roundId),
        inArray(presence.measureId, [...measureIds]),
        gt(presence.seenAt, since(now)),
        except === undefined ? undefined : ne(presence.personId, except),
      ),
    )
    .orderBy(asc(people.name));
}

const since = (now: Date) => new Date(now.getTime() - presenceCounts);
