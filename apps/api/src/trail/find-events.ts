import type { listAudit, QueryOf } from '@samblikk/contract';
import { osloMoment } from '@samblikk/text/oslo-clock';
import { and, asc, desc, eq, gt, gte, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { people } from '../access/index.ts';
import { agenciesNumbered } from '../directory/index.ts';
import { measuresIn } from '../measures/index.ts';
import { type AuditAction, eventsIn } from '../platform/audit/index.ts';
import type { Database } from '../platform/db/index.ts';
import { isAboutRound } from '../responses/index.ts';
import { roundRows } from '../rounds/index.ts';

export type AuditFilter = Omit<QueryOf<typeof listAudit>, 'before' | 'size'>;

const events = eventsIn();
const loginActions = ['session.signedIn', 'session.signedOut'] satisfies AuditAction[];
export type FoundEvent = Awaited<ReturnType<typeof newest>>[number];

const found = (db: Database, where: SQL | undefined) =>
  db
    .select({
      sequence: events.sequence,
      at: events.at,
      actor: events.actor,
      name: people.name,
      action: events.action,
      subject: events.subject,
      details: events.details,
      previousHash: events.previousHash,
      hash: events.hash,
    })
    .from(events)
    .leftJoin(people, eq(sql`${people.id}::text`, events.actor))
    .where(where);

/** The newest events that the filter finds, before one of them when told. */
export async function newest(db: Database, filter: AuditFilter, size: number, before?: number) {
  const cursor = before === undefined ? undefined : lt(events.sequence, before);
  return found(db, and(cursor, await conditionOf(db, filter)))
    .orderBy(desc(events.sequence))
    .limit(size);
}

/** All events that the filter finds, oldest first, some at a time. */
export async function* oldestFirst(db: Database, filter: AuditFilter): AsyncGenerator<FoundEvent[]> {
  const condition = await conditionOf(db, filter);
  for (let after = 0; ; ) {
    const rows = await found(db, and(gt(events.sequence, after), condition))
      .orderBy(asc(events.sequence))
      .limit(1000);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

async function conditionOf(
  db: Database,
  { who, action, agency, year, from, to, logins }: AuditFilter,
): Promise<SQL | undefined> {
  return and(
    who ? by(who) : undefined,
    action ? eq(events.action, action) : undefined,
    agency ? ofAgencies(await agenciesNumbered(db, agency)) : undefined,
    year === undefined ? undefined : await ofYear(db, year),
    from ? gte(events.at, new Date(osloMoment(from, '00:00'))) : undefined,
    to ? lt(events.at, nextDay(to)) : undefined,
    logins === 'without' ? notInArray(events.action, [...loginActions]) : undefined,
  );
}

/** Midnight in Norway after a day. */
function nextDay(day: string): Date {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return new Date(osloMoment(next.toISOString().slice(0, 10), '00:00'));
}

const by = (who: string): SQL => {
  // What means something in a pattern is meant as it stands.
  const pattern = `%${who.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(${people.name} ilike ${pattern} or ${events.actor} ilike ${pattern})`;
};

function ofAgencies(ids: readonly string[]): SQL {
  const own = measuresIn();
  const list = sql.param([...ids]);
  return sql`(${events.subject} in (select 'agency:' || id from unnest(${list}::text[]) id)
    or ${events.details} ->> 'agency' = any(${list}::text[])
    or ${events.subject} in (select 'measure:' || ${own.measureId} from ${own} where ${own.agencyId} = any(${list}::text[])))`;
}

async function ofYear(db: Database, year: number): Promise<SQL> {
  const round = (await roundRows(db)).find((one) => one.year === year);
  // A round that was deleted has left its events.
  return isAboutRound(events, round ?? { id: null, year });
}
