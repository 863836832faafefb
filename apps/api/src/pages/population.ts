import {
  type BodyOf,
  deleteRound as deleteRoundEndpoint,
  isPilot,
  type PopulationProposal,
  proposePopulation,
  writePopulation as writePopulationEndpoint,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { forgetCalendar } from '../calendar/index.ts';
import { nameOf } from '../directory/index.ts';
import { deleteMeasuresOf, measureCounts } from '../measures/index.ts';
import { forgetMessages } from '../messages/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf, auditName } from '../platform/signed/index.ts';
import { lastSaved, lastSubmitted } from '../responses/index.ts';
import {
  type CarriedAgency,
  carryPopulation,
  contactConfirmations,
  deleteRound,
  directoryDay,
  keepOnly,
  lockedRound,
  type PopulationRow,
  populationOf,
  type RoundRow,
  roundBefore,
  roundOf,
  writePopulation,
} from '../rounds/index.ts';

type Reader = Database | Transaction;

/** Whom a round asks and could ask; changing that, and deleting a round that nobody has answered. */
export function populationRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, proposePopulation, async ({ params }) => proposal(db, await roundOf(db, params.year), clock()));

  serve(app, writePopulationEndpoint, ({ params: { year }, body, user }) =>
    db.transaction(async (tx) => {
      const round = await lockedRound(tx, year);
      const changed = await choose(tx, round, body, clock());
      const event = {
        actor: auditName(actorOf(user)),
        action: 'population.changed' as const,
        subject: `round:${year}`,
      };
      await record(tx, { ...event, details: { year, ...changed } }, clock());
      return proposal(tx, round, clock());
    }),
  );

  serve(app, deleteRoundEndpoint, async ({ params: { year }, user }) => {
    await db.transaction((tx) => deleteUnanswered(tx, year, auditName(actorOf(user)), clock()));
    return null;
  });
}

/** Deletes a round that nobody has answered, or a pilot. @param actor as the audit names it @throws ApiError alreadyDone when somebody has */
export async function deleteUnanswered(tx: Transaction, year: number, actor: string, now: Date): Promise<void> {
  const round = await lockedRound(tx, year);
  // Also answers of measures that were taken out again are history.
  const said = [await measureCounts(tx, round.id), await lastSubmitted(tx, round.id), await lastSaved(tx, round.id)];
  if (said.some(({ size }) => size > 0) && !isPilot(year))
    throw new ApiError('alreadyDone', { detail: ['roundAnswered', { year }] });
  await forgetCalendar(tx, round);
  await forgetMessages(tx, round);
  await deleteRound(tx, round);
  if (isPilot(year)) await deleteMeasuresOf(tx, year);
  await record(tx, { actor, action: 'round.deleted', subject: `round:${year}`, details: { year } }, now);
}

/** What a round's population is chosen from: what there is, and what is chosen so far. */
async function choiceOf(db: Reader, round: RoundRow, now: Date) {
  const before = await roundBefore(db, round.year);
  const day = directoryDay(round, now);
  const asked = new Map((await populationOf(db, round.id)).map((row) => [row.agencyId, row]));
  return {
    from: before?.year ?? null,
    day,
    ...(await carryPopulation(db, before, day)),
    asked,
    measures: await measureCounts(db, round.id),
    /** What is known of an agency's mailbox, here or from the round before. */
    mailboxOf: ({ agency, before: own, mergedFrom }: CarriedAgency) =>
      (asked.get(agency.id) ?? own ?? mergedFrom[0])?.contactEmail ?? null,
  };
}

async function proposal(db: Reader, round: RoundRow, now: Date): Promise<PopulationProposal> {
  const { from, agencies, gone, asked, measures, mailboxOf } = await choiceOf(db, round, now);
  const order = new Intl.Collator('nb');
  const confirmations = await contactConfirmations(db, round.id);
  const confirmedBy = (id: string) => {
    const one = confirmations.get(id);
    return one ? { at: one.at.toISOString(), by: one.by } : null;
  };
  return {
    from,
    saved: asked.size > 0,
    agencies: agencies
      .map((one) => ({
        ...headOf(one, asked.get(one.agency.id)),
        changes: [...one.changes],
        before: one.before ? thenOf(one.before) : null,
        mergedFrom: one.mergedFrom.map(thenOf),
        contactEmail: mailboxOf(one),
        confirmed: confirmedBy(one.agency.id),
        asked: asked.size > 0 ? asked.has(one.agency.id) : !isPilot(round.year) && !one.changes.includes('added'),
        askedAs: asked.get(one.agency.id)?.orgnr ?? null,
        measures: measures.get(one.agency.id) ?? 0,
      }))
      .sort((a, b) => order.compare(a.name.nb, b.name.nb)),
    gone: gone.map(thenOf),
  };
}

/** What an agency is called and is under: as the round has it, which a file may have said; else as the directory has it. */
const headOf = ({ agency: { orgnr, name, ministry } }: CarriedAgency, current: PopulationRow | undefined) => ({
  orgnr,
  ...(current ? { name: nameOf(current), ministry: current.ministry } : { name, ministry: ministry.code }),
});
const thenOf = (row: PopulationRow) => ({ orgnr: row.orgnr, name: nameOf(row), ministry: row.ministry });

/**
 * Makes these agencies the population of a round. What the round before knew of each (its facts, its mailbox) goes along.
 * @throws ApiError invalidRequest for a number that no agency has on the day; alreadyDone when one that has answered or has measures is left out
 */
async function choose(
  tx: Transaction,
  round: RoundRow,
  { agencies: wanted }: BodyOf<typeof writePopulationEndpoint>,
  now: Date,
): Promise<{ asked: number; added: number; removed: number }> {
  const { day, agencies, asked, measures, mailboxOf } = await choiceOf(tx, round, now);
  const byNumber = new Map(agencies.map((one) => [one.agency.orgnr, one]));
  const ids = new Set<string>();
  const chosen = wanted.map(({ orgnr, contactEmail }) => {
    const one = byNumber.get(orgnr);
    if (!one) throw new ApiError('invalidRequest', { detail: ['noAgency', { orgnr }] });
    const { id } = one.agency;
    const current = asked.get(id);
    const { name, ministry } = headOf(one, current);
    ids.add(id);
    return {
      ...{ orgnr, nameNb: name.nb, nameNn: name.nn, nameEn: name.en, ministry },
      facts: (current ?? one.before)?.facts ?? {},
      answered: current?.answered ?? false,
      contactEmail: contactEmail === undefined ? mailboxOf(one) : contactEmail,
    };
  });
  const removed = [...asked.values()].filter(({ agencyId }) => !ids.has(agencyId));
  const staying = removed.find(({ agencyId, answered }) => answered || measures.has(agencyId));
  if (staying)
    throw new ApiError('alreadyDone', { detail: ['agencyStays', { name: staying.nameNb, year: round.year }] });
  await keepOnly(tx, round, [...ids]);
  await writePopulation(tx, round, day, chosen);
  return { asked: ids.size, added: [...ids].filter((id) => !asked.has(id)).length, removed: removed.length };
}
