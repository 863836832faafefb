import {
  type AgencyStanding,
  chooseAgencies,
  csvType,
  may,
  populationCsv,
  populationXlsx,
  type Reopening,
  readPopulation,
  xlsxType,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type AgencyPerson, agencyPeople, type Period } from '../access/index.ts';
import { queriesIn } from '../collaboration/index.ts';
import { nameOf } from '../directory/index.ts';
import { measureCounts } from '../measures/index.ts';
import { noteCounts } from '../notes/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type Deps, languageOf, serve } from '../platform/http/index.ts';
import type { Signed } from '../platform/signed/index.ts';
import { type AgencyAnswers, answersByAgency } from '../responses/index.ts';
import {
  contactConfirmations,
  declinationsIn,
  editionOfRound,
  type PopulationRow,
  populationOf,
  type RoundRow,
  reopeningsIn,
  roundBefore,
  roundOf,
} from '../rounds/index.ts';
import { standingsBefore } from './follow-up/before.ts';
import { listAsCsv, listAsXlsx } from './follow-up/list-file.ts';

/** What the list is read for: at what moment, and whether whoever reads it may see who the agencies' people are. */
export interface FollowUpView {
  readonly now: Date;
  readonly seesPeople?: boolean;
}

/** Every agency the round asks, by Norwegian name order, with how far it has come. */
export async function followUp(db: Database, round: RoundRow, view: FollowUpView): Promise<AgencyStanding[]> {
  const roundId = round.id;
  const moreTime = await reopeningsIn(db, roundId);
  const during = timeOf(round, moreTime, view.now);
  const [agencies, measures, answers, declinations, queries, people, notes, confirmations, earlier] = await Promise.all(
    [
      populationOf(db, roundId),
      measureCounts(db, roundId),
      answersByAgency(db, round, editionOfRound(round)),
      declinationsIn(db, roundId),
      queriesIn(db, { roundId }),
      agencyPeople(db, { during }),
      noteCounts(db),
      contactConfirmations(db, roundId),
      roundBefore(db, round.year),
    ],
  );
  const before = await standingsBefore(db, earlier, agencies);
  const asked = Map.groupBy(queries, ({ agencyId }) => agencyId);
  const order = new Intl.Collator('nb');
  return agencies
    .map((agency): AgencyStanding => {
      const id = agency.agencyId;
      const count = (state: 'open' | 'answered') =>
        (asked.get(id) ?? []).filter(({ query }) => query.state === state).length;
      const reopening = moreTime.get(id) ?? null;
      const declined = declinations.get(id) ?? null;
      const confirmedAt = confirmations.get(id)?.at.toISOString() ?? null;
      return {
        ...headOf(agency),
        ...progressOf(round, answers.get(id), measures.get(id) ?? 0, people.get(id) ?? [], view.now),
        declined,
        contact: {
          ...contactOf(agency, people.get(id) ?? [], view),
          confirmedAt,
          unconfirmed: round.state === 'open' && confirmedAt === null && declined === null,
        },
        reopening,
        reopened: reopening?.until != null && new Date(reopening.until) > view.now,
        queries: { open: count('open'), answered: count('answered') },
        notes: notes.get(id) ?? 0,
        before: before.get(id) ?? null,
      };
    })
    .sort((a, b) => order.compare(a.name.nb, b.name.nb));
}

/** From a round's opening until its last answer could come: for the latest of those that were given more time, or now. */
export function timeOf(
  { state, opensAt, lateUntil, deadline }: RoundRow,
  moreTime: ReadonlyMap<string, Reopening>,
  now: Date,
): Period {
  const given = [...moreTime.values()].flatMap(({ until }) => (until ? [Date.parse(until)] : []));
  // One that was over before there was a Samblikk has no dates, and nobody signed in for it.
  const planned = lateUntil ?? deadline ?? (state === 'closed' ? new Date(0) : now);
  const last = Math.max(planned.getTime(), ...given);
  return { from: opensAt ?? new Date(0), to: new Date(Math.min(last, now.getTime())) };
}

const headOf = (agency: PopulationRow) => ({
  orgnr: agency.orgnr,
  name: nameOf(agency),
  ministry: agency.ministry,
});

function contactOf({ contactEmail }: PopulationRow, people: readonly AgencyPerson[], { seesPeople }: FollowUpView) {
  const answering = people.filter(({ roles }) => roles.includes('submit') || roles.includes('fill'));
  return {
    mailbox: contactEmail,
    people: seesPeople ? answering.map(({ name, email }) => ({ name, email })) : [],
  };
}

/** How far an agency has come, and when it last did something. */
function progressOf(
  { deadline }: RoundRow,
  answers: AgencyAnswers | undefined,
  measures: number,
  people: readonly AgencyPerson[],
  now: Date,
) {
  const sent = answers?.submission;
  const signedIn = people.flatMap(({ signedInAt }) => signedInAt ?? []);
  const openedAt = signedIn.reduce<Date | null>((latest, at) => (latest && latest > at ? latest : at), null);
  const acts = (
    [
      ['submitted', sent?.at],
      ['saved', answers?.savedAt],
      ['signedIn', openedAt],
    ] as const
  ).flatMap(([what, at]) => (at ? [{ what, at: at.toISOString() }] : []));
  return {
    state: sent ? ('submitted' as const) : measures > 0 ? ('begun' as const) : ('notStarted' as const),
    measures,
    cost: answers?.cost ?? null,
    submittedAt: sent?.at.toISOString() ?? null,
    late: sent ? sent.late : deadline !== null && now > deadline,
    nothingToReport: sent?.nothingToReport ?? false,
    openedAt: openedAt?.toISOString() ?? null,
    // Of two at the same moment, what says more.
    lastActivity: acts.reduce<(typeof acts)[number] | null>(
      (last, act) => (last && last.at >= act.at ? last : act),
      null,
    ),
  };
}

export function followUpRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  const list = async (year: number, user: Signed | undefined) =>
    followUp(db, await roundOf(db, year), { now: clock(), seesPeople: may(user?.roles, 'people.read') });

  serve(app, readPopulation, ({ params, user }) => list(params.year, user));

  for (const [format, endpoint, write] of [
    ['xlsx', populationXlsx, listAsXlsx],
    ['csv', populationCsv, listAsCsv],
  ] as const)
    serve(app, endpoint, async ({ params: { year }, query, user, request, reply }) => {
      const file = await write(chooseAgencies(await list(year, user), query), query.lang ?? languageOf(request));
      return reply
        .type(format === 'xlsx' ? xlsxType : `${csvType}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="samblikk-${year}-virksomheter.${format}"`)
        .send(file);
    });
}
