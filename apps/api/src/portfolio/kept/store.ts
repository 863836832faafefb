import type { SavedPortfolio } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { asc, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { ministryCodes, newestMinistries } from '../../directory/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { nameOfFile } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { portfolio } from './schema.ts';

export type KeptRow = typeof portfolio.$inferSelect;
type Reader = Database | Transaction;

/** All portfolios that are kept, by name. */
export const keptPortfolios = (db: Reader): Promise<KeptRow[]> =>
  db.select().from(portfolio).orderBy(asc(portfolio.name), asc(portfolio.slug));

/** One by its part of the address; undefined when there is none. */
export async function keptAt(db: Reader, slug: string): Promise<KeptRow | undefined> {
  const [row] = await db.select().from(portfolio).where(eq(portfolio.slug, slug));
  return row;
}

/** As the contract shows them. */
export async function toSaved(db: Database, rows: readonly KeptRow[], language: Language): Promise<SavedPortfolio[]> {
  const ministries = await newestMinistries(
    db,
    rows.flatMap(({ ministryId }) => ministryId ?? []),
  );
  return rows.map(({ slug, name, query, ministryId, keptAt: at }) => {
    const ministry = ministries.get(ministryId ?? '');
    return {
      ...{ slug, name, query, savedAt: at.toISOString() },
      ministry: ministry ? { code: ministry.code, label: ministry.name[language] } : null,
    };
  });
}

/** Our id of the ministry that has, or had, a code. @throws ApiError notFound */
async function ministryId(db: Reader, code: string): Promise<string> {
  const [row] = await db
    .select({ id: ministryCodes.ministryId })
    .from(ministryCodes)
    .where(eq(ministryCodes.code, code));
  if (!row) throw new ApiError('notFound');
  return row.id;
}

/** What a name is in an address: its letters and digits, as they are written without Norwegian ones. */
const slugOf = (name: string): string =>
  nameOfFile([name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')])
    .replace(/^samblikk/, '')
    .replace(/^-+|-+$/g, '') || 'portefolje';

/** Keeps a selection under an address made of its name, with a number after it where another has that. */
export async function keep(
  tx: Transaction,
  { name, query, ministry }: { name: string; query: string; ministry: string | null },
  by: Actor,
  now: Date,
): Promise<KeptRow> {
  // Of two at once with the same name, one comes after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('portfolio', 0))`);
  const wanted = slugOf(name);
  const taken = new Set((await tx.select({ slug: portfolio.slug }).from(portfolio)).map(({ slug }) => slug));
  let slug = wanted;
  for (let more = 2; taken.has(slug); more += 1) slug = `${wanted}-${more}`;
  const of = ministry === null ? null : await ministryId(tx, ministry);
  const [row] = await tx
    .insert(portfolio)
    .values({ id: v7(), slug, name, query, ministryId: of, keptAt: now, keptBy: by.personId })
    .returning();
  const kept = row as KeptRow;
  await record(tx, { ...eventOf(kept, by), action: 'portfolio.kept', details: { slug, ministry } }, now);
  return kept;
}

/** Gives one another name. @throws ApiError notFound */
export async function rename(tx: Transaction, slug: string, name: string, by: Actor, now: Date): Promise<KeptRow> {
  const [row] = await tx.update(portfolio).set({ name }).where(eq(portfolio.slug, slug)).returning();
  if (!row) throw noPortfolio(slug);
  await record(tx, { ...eventOf(row, by), action: 'portfolio.renamed', details: { slug } }, now);
  return row;
}

/** Takes one away. @throws ApiError notFound */
export async function remove(tx: Transaction, slug: string, by: Actor, now: Date): Promise<void> {
  const [row] = await tx.delete(portfolio).where(eq(portfolio.slug, slug)).returning();
  if (!row) throw noPortfolio(slug);
  await record(tx, { ...eventOf(row, by), action: 'portfolio.removed', details: { slug } }, now);
}

const eventOf = ({ id }: KeptRow, by: Actor) => ({ actor: auditName(by), subject: `portfolio:${id}` });

const noPortfolio = (slug: string) => new ApiError('notFound', { detail: ['noPortfolio', { slug }] });
