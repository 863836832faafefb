import { type FreezeConcerns, freeze, readFreezeConcerns } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf, auditName } from '../platform/signed/index.ts';
import { freezeRound, releases, toRelease } from '../releases/index.ts';
import { roundOf } from '../rounds/index.ts';
import { followUp } from './follow-up.ts';
import { contentConcerns } from './freeze-content.ts';

/** What speaks against freezing a round at `now`: the deadline to come, and answers that are missing. @throws ApiError notFound */
export async function freezeConcerns(db: Database, year: number, now: Date): Promise<FreezeConcerns> {
  const round = await roundOf(db, year);
  const [agencies, content] = await Promise.all([followUp(db, round, { now }), contentConcerns(db, round, now)]);
  const named = agencies.map((agency) => ({ agency, head: { orgnr: agency.orgnr, name: agency.name } }));
  return {
    beforeDeadline: round.deadline && now < round.deadline ? round.deadline.toISOString() : null,
    notSubmitted: named
      .filter(({ agency }) => agency.state !== 'submitted')
      .map(({ agency, head }) => ({ ...head, begun: agency.state === 'begun', measures: agency.measures })),
    openQueries: named
      .filter(({ agency }) => agency.queries.open > 0)
      .map(({ agency, head }) => ({ ...head, queries: agency.queries.open })),
    moreTime: named.flatMap(({ agency: { reopening }, head }) =>
      reopening?.until && new Date(reopening.until) > now ? [{ ...head, until: reopening.until }] : [],
    ),
    ...content,
  };
}

/**
 * The concerns as issues of a problem, each by itself; empty when nothing speaks against it. What came late is no concern: it
 * is in the release, and marked.
 */
export function issuesOf(concerns: FreezeConcerns) {
  const { beforeDeadline, notSubmitted, openQueries, moreTime } = concerns;
  const { undecidedExemptions, personalData, missingAnswers, openCorrections } = concerns;
  const issue = (code: string, params: Record<string, string | number>) =>
    ({ question: '', code, params, level: 'warning' }) as const;
  return [
    ...(beforeDeadline ? [issue('beforeDeadline', { deadline: beforeDeadline })] : []),
    ...notSubmitted.map(({ orgnr, name }) => issue('notSubmitted', { orgnr, name: name.nb })),
    ...openQueries.map(({ orgnr, name, queries }) => issue('openQueries', { orgnr, name: name.nb, queries })),
    ...moreTime.map(({ orgnr, name, until }) => issue('moreTime', { orgnr, name: name.nb, until })),
    ...undecidedExemptions.map(({ number, claims }) => issue('undecidedExemptions', { number, claims })),
    // The find itself stays where it was found: problems are logged.
    ...personalData.map(({ number, question, code }) => issue('personalData', { number, field: question, kind: code })),
    ...missingAnswers.map(({ number, questions }) => issue('missingAnswers', { number, questions: questions.length })),
    ...openCorrections.map(({ number, corrections }) => issue('openCorrections', { number, corrections })),
  ];
}

export function freezeRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, readFreezeConcerns, ({ params }) => freezeConcerns(db, params.year, clock()));

  serve(app, freeze, async ({ params: { year }, body, user }) => {
    const now = clock();
    const issues = issuesOf(await freezeConcerns(db, year, now));
    const confirmed = body?.confirmed ?? false;
    const open = Array.isArray(confirmed) ? issues.some(({ code }) => !confirmed.includes(code)) : !confirmed;
    if (issues.length > 0 && open) throw new ApiError('freezeUnconfirmed', { issues });
    const actor = actorOf(user);
    const { created, release } = await freezeRound(db, {
      year,
      actor: auditName(actor),
      now,
      ...(body?.hold && { heldBy: actor.name }),
      ...(body?.reason !== undefined && {
        reason: typeof body.reason === 'string' ? { nb: body.reason } : body.reason,
      }),
    });
    const [row] = await releases(db, now, { id: release.id, unpublished: true });
    if (!row) throw new Error('The release that was just made is gone.');
    return { created, release: toRelease(row) };
  });
}
