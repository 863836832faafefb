import {
  compareReleases as compareEndpoint,
  compareReleasesCsv,
  listReleases,
  listRoundReleases,
  listUnpublic,
  may,
  previewChanges,
  publishRelease as publishEndpoint,
  type RoundRelease,
  readRelease,
  readReleaseChanges,
  restorePublic as restoreEndpoint,
  scheduleRelease as scheduleEndpoint,
  withdrawRelease as withdrawEndpoint,
  withdrawPublic as withdrawPublicEndpoint,
} from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, languageOf, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf, type Signed } from '../platform/signed/index.ts';
import { roundOf } from '../rounds/index.ts';
import { compareReleases, comparisonCsv, publicChangesOf, type Reader } from './compare/index.ts';
import { publishRelease, roundReleases, scheduleRelease, withdrawRelease } from './decide.ts';
import { type DatedRelease, refuseMissing, releaseOf, releases, toRelease } from './store.ts';
import { tombstones } from './tombstones.ts';
import { restorePublic, withdrawPublic } from './unpublish.ts';

export function releaseRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): void {
  serve(app, listReleases, async ({ query, reply }) => {
    const found = await releases(readDb, clock(), query);
    cacheable(reply, { lastModified: found.map((row) => row.frozenAt) });
    return found.map(toRelease);
  });

  serve(app, readRelease, async ({ params, reply }) => {
    const [row] = await releases(readDb, clock(), params);
    if (!row) return refuseMissing(readDb, { id: params.id });
    cacheable(reply, { lastModified: [row.frozenAt] });
    return toRelease(row);
  });

  serve(app, listRoundReleases, async ({ params }) => {
    await roundOf(db, params.year);
    return roundReleases(db, clock(), params);
  });

  const one = async (params: { year: number; number: number }): Promise<RoundRelease> => {
    const [found] = await roundReleases(db, clock(), params);
    if (!found) throw new ApiError('notFound');
    return found;
  };

  serve(app, publishEndpoint, async ({ params, user }) => {
    await publishRelease(db, { ...params, actor: actorOf(user), now: clock() });
    return one(params);
  });

  serve(app, scheduleEndpoint, async ({ params, body, user }) => {
    const publishAt = body.publishAt === null ? null : new Date(body.publishAt);
    await scheduleRelease(db, { ...params, actor: actorOf(user), now: clock(), publishAt });
    return one(params);
  });

  serve(app, withdrawEndpoint, async ({ params, body, user }) => {
    await withdrawRelease(db, { ...params, ...body, actor: actorOf(user), now: clock() });
    return one(params);
  });

  const shown = async (id: string) => {
    const [row] = await releases(db, clock(), { id, unpublished: true });
    if (!row) throw new Error(`The release ${id} that was just made is gone.`);
    return toRelease(row);
  };

  serve(app, listUnpublic, async ({ params }) => {
    await roundOf(db, params.year);
    const found = await tombstones(db, params);
    return found.flatMap(({ number, year, at, by, reason, release }) => {
      const made = release === null ? null : releaseName({ year, number: release });
      return reason ? [{ number, year, at: at.toISOString(), by, reason, release: made }] : [];
    });
  });

  serve(app, withdrawPublicEndpoint, async ({ params: { year }, body: { number, reason }, user }) => {
    const asked = { year, measure: number, reason, actor: actorOf(user), now: clock() };
    return shown((await withdrawPublic(db, asked)).id);
  });

  serve(app, restoreEndpoint, async ({ params: { year, id }, user }) => {
    const made = await restorePublic(db, { year, measure: id, actor: actorOf(user), now: clock() });
    return { release: made && (await shown(made.id)) };
  });

  const publicChanges = (after: DatedRelease) => publicChangesOf(readDb, clock(), after);

  // What is public of what changed: from the release that was public before, so that one withdrawn tells nothing here.
  serve(app, readReleaseChanges, async ({ params, reply }) => {
    const [after] = await releases(readDb, clock(), params);
    if (!after) return refuseMissing(readDb, { id: params.id });
    cacheable(reply, { lastModified: [after.frozenAt] });
    return publicChanges(after);
  });

  serve(app, previewChanges, async ({ params }) =>
    publicChanges(await releaseOf(readDb, clock(), params.year, params.number, { unpublished: true })),
  );

  const readerOf = (user: Signed | undefined): Reader => (may(user?.roles, 'exemption.readValue') ? 'all' : 'staff');
  const compared = ({ year, number }: { year: number; number: number }, before?: string, user?: Signed) => {
    // Nothing is before the first: it is held against a release of another round, which has to be told.
    if (before === undefined && number === 1) throw new ApiError('invalidRequest', { detail: 'nothingBefore' });
    return compareReleases(
      readDb,
      clock(),
      { before: before ?? releaseName({ year, number: number - 1 }), after: releaseName({ year, number }) },
      readerOf(user),
    );
  };

  serve(app, compareEndpoint, ({ params, query, user }) => compared(params, query.with, user));
  serve(app, compareReleasesCsv, async ({ params, query, user, request, reply }) => {
    const comparison = await compared(params, query.with, user);
    const name = `samblikk-${comparison.before.name}-${comparison.after.name}.csv`;
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(comparisonCsv(comparison, languageOf(request)));
  });
}
