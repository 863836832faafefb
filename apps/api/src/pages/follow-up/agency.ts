import { type AgencyFollowUp, may, readAgencyFollowUp } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { agencyPeople, invitationsOf } from '../../access/index.ts';
import { queriesIn } from '../../collaboration/index.ts';
import { notesOf } from '../../notes/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { type Deps, serveOver } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { savingTimes, submissionsOf } from '../../responses/index.ts';
import { type AgencyRound, agencyRoundOf, reopeningsIn, rounds } from '../../rounds/index.ts';
import { type FollowUpView, followUp, timeOf } from '../follow-up.ts';

export function agencyFollowUpRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serveOver(
    app,
    readAgencyFollowUp,
    ({ params }) => agencyRoundOf(db, params.year, params.orgnr),
    ({ user }, of) => agencyFollowUp(db, of, { now: clock(), seesPeople: may(user?.roles, 'people.read', of.target) }),
  );
}

/** All there is to know about one agency in a round. */
async function agencyFollowUp(db: Database, of: AgencyRound, view: FollowUpView): Promise<AgencyFollowUp> {
  const { round, agency } = of;
  const { agencyId } = agency;
  const during = timeOf(round, await reopeningsIn(db, round.id), view.now);
  const [all, everyone, people, invitations, submissions, queries, saved, notes] = await Promise.all([
    rounds(db),
    followUp(db, round, view),
    agencyPeople(db, { agencyId, during }),
    view.seesPeople ? invitationsOf(db, agencyId, view.now) : [],
    submissionsOf(db, of),
    queriesIn(db, { roundId: round.id, agencyId }),
    savingTimes(db, of, view.now),
    notesOf(db, agencyId),
  ]);
  const standing = everyone.find(({ orgnr }) => orgnr === agency.orgnr);
  const shown = all.find(({ year }) => year === round.year);
  if (!standing || !shown) throw new ApiError('notFound', { detail: ['noRound', { year: round.year }] });
  const known = people.get(agencyId) ?? [];
  const told = (name: string) => (view.seesPeople ? name : null);
  return {
    round: shown,
    standing,
    people: view.seesPeople
      ? known.map(({ signedInAt, roles, ...one }) => ({
          ...one,
          roles: [...roles],
          signedInAt: signedInAt?.toISOString() ?? null,
        }))
      : [],
    invitations,
    submissions,
    activity: newestFirst([
      ...known.flatMap(({ name, signedInAt }) =>
        signedInAt ? [{ at: signedInAt.toISOString(), what: 'signedIn' as const, by: told(name) }] : [],
      ),
      ...sittings(saved.map(({ at }) => at)).map((at) => ({ at, what: 'saved' as const, by: null })),
      ...submissions.map(({ submittedAt, submittedBy }) => ({
        at: submittedAt,
        what: 'submitted' as const,
        by: told(submittedBy),
      })),
      ...queries.flatMap(({ query: { askedAt, askedBy, reply } }) => [
        { at: askedAt, what: 'asked' as const, by: askedBy },
        ...(reply ? [{ at: reply.at, what: 'replied' as const, by: told(reply.by) }] : []),
      ]),
      ...invitations.map(({ createdAt, invitedBy }) => ({ at: createdAt, what: 'invited' as const, by: invitedBy })),
      ...(standing.reopening?.askedAt
        ? [
            {
              at: standing.reopening.askedAt,
              what: 'askedMoreTime' as const,
              by: told(standing.reopening.askedBy ?? ''),
            },
          ]
        : []),
      ...(standing.reopening?.refusals ?? []).map(({ at, by }) => ({ at, what: 'refusedMoreTime' as const, by })),
      ...(standing.declined ? [{ at: standing.declined.at, what: 'declined' as const, by: standing.declined.by }] : []),
      ...notes.filter(({ year }) => year === round.year).map(({ at, by }) => ({ at, what: 'noted' as const, by })),
    ]),
    notes,
  };
}

type Activity = AgencyFollowUp['activity'];

const newestFirst = (all: Activity): Activity => all.sort((a, b) => (a.at < b.at ? 1 : -1));

/** Savings closer together than this are told as one, milliseconds. */
const sitting = 60 * 60_000;

/** The last moment of each stretch of savings. @param times oldest first */
function sittings(times: readonly Date[]): string[] {
  return times
    .filter((at, i) => {
      const next = times[i + 1];
      return next === undefined || next.getTime() - at.getTime() > sitting;
    })
    .map((at) => at.toISOString());
}
