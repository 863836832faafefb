import { presenceCounts } from '@samblikk/contract';
import { and, asc, eq, gt, inArray, lt, ne, type SQL } from 'drizzle-orm';
import { people } from '../../access/index.ts';
import { measuresIn } from '../../measures/index.ts';
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
  const others = await present(db, roundId, except, now, eq(presence.measureId, measureId));
  return others.map(({ name, section }) => ({ name, section }));
}

/** The names of the others who are in each of an agency's measures now, by measure. */
export async function othersIn(
  db: Database,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
  except: string | undefined,
  now: Date,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const own = measuresIn({ roundId, agencyId });
  const ofAgency = inArray(presence.measureId, db.select({ id: own.measureId }).from(own));
  for (const { measureId, name } of await present(db, roundId, except, now, ofAgency))
    found.set(measureId, [...(found.get(measureId) ?? []), name]);
  return found;
}

function present(
  db: Database,
  roundId: string,
  except: string | undefined,
  now: Date,
  where: SQL,
): Promise<{ measureId: string; name: string; section: string | null }[]> {
  return db
    .select({ measureId: presence.measureId, name: people.name, section: presence.section })
    .from(presence)
    .innerJoin(people, eq(people.id, presence.personId))
    .where(
      and(
        eq(presence.roundId, roundId),
        where,
        gt(presence.seenAt, since(now)),
        except === undefined ? undefined : ne(presence.personId, except),
      ),
    )
    .orderBy(asc(people.name));
}

const since = (now: Date) => new Date(now.getTime() - presenceCounts);
