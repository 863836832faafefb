import type { Endpoint } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { spreadsheetOf } from './intake/spreadsheet/testing.ts';
import { smallPlan } from './plans/testing.ts';
import type { Database } from './platform/db/index.ts';
import { freezeRound } from './releases/index.ts';
import { completeAnswers, digdir } from './responses/testing.ts';
import {
  agencyNote,
  correction,
  declination,
  delegation,
  errorReport,
  financingPlan,
  invitation,
  mail,
  measure,
  measureRound,
  planOpening,
  portfolio,
  query,
  revision,
  role,
  rollOver,
  source,
  sourceDelivery,
  spreadsheetImport,
  submission,
  submissionRevision,
} from './schema.ts';
import { addressOf, line } from './testing-requests.ts';

// What addresses lead to, so that someone who may finds it: a test of permissions that is content with "not found" proves
// nothing.

const receipt = 'SB-2026-0001';
const number = '2019-0042';

interface Rounds {
  readonly id: string;
  readonly earlier: string;
}

/** Plants, once: two measures of 2019 frozen in a release, and a submission of this round with a measure in it. */
export async function plantAnswers(
  db: Database,
  rounds: Rounds,
  ids: { measure: string; previous: string },
): Promise<{ release: string }> {
  await db.insert(measure).values({ id: ids.previous, number });
  await db.insert(measureRound).values({ measureId: ids.previous, roundId: rounds.earlier, agencyId: digdir.id });
  for (const measureId of [ids.measure, ids.previous]) await plantPlan(db, measureId);
  const beside = v7();
  await db.insert(measure).values({ id: beside, number: '2019-0043' });
  await db.insert(measureRound).values({ measureId: beside, roundId: rounds.earlier, agencyId: digdir.id });
  await submit(db, rounds.earlier, [ids.previous, beside], '2019', 'SB-2019-0001');
  await submit(db, rounds.id, [ids.measure], '2026', receipt);
  const { release } = await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date() });
  return { release: release.id };
}

/** A financing plan of a measure, open to the public. */
async function plantPlan(db: Database, measureId: string) {
  const saved = { version: 1, plan: smallPlan, agencies: { [digdir.orgnr]: digdir.id }, termsVersion: 1 };
  await db.insert(financingPlan).values({ measureId, ...saved, savedAt: new Date(0) });
  const opened = { version: 1, actors: [digdir.orgnr], openedAt: new Date(0) };
  await db.insert(planOpening).values({ id: v7(), measureId, ...opened });
}

async function submit(db: Database, roundId: string, measures: readonly string[], edition: string, receipt: string) {
  const of = { roundId, agencyId: digdir.id };
  const submissionId = v7();
  const said = { number: 1, receipt, idempotencyKey: receipt, contentHash: '', submittedByName: 'Kari' };
  const sent = { late: false, submittedAt: new Date(0) };
  await db.insert(submission).values({ id: submissionId, ...of, ...said, ...sent });
  for (const measureId of measures) {
    const revisionId = v7();
    const written = { answers: completeAnswers, origins: {}, authors: {} };
    await db.insert(revision).values({ id: revisionId, measureId, roundId, version: 1, edition, ...written });
    await db.insert(submissionRevision).values({ submissionId, revisionId, ...sent });
  }
}

/** A release that no other address leads to, since what is withdrawn is gone for good. */
async function releaseToWithdraw(db: Database): Promise<Record<'year' | 'number', string>> {
  const { release } = await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date() });
  return { year: '2026', number: String(release.number) };
}

/** Whoever asks, and those whose doing the target is. */
interface Asking {
  readonly personId: string;
  readonly headers: Record<string, string>;
}

/**
 * Plants what an address needs anew, since the last one who asked may have taken it away, and gives the address with it.
 * Only for those who may: a delegation, say, would let in someone who else may not.
 */
export async function addressOfTarget(
  {
    app,
    db,
    rounds,
    ids,
    release,
  }: {
    app: FastifyInstance;
    db: Database;
    rounds: Rounds;
    ids: { measure: string; previous: string };
    release: string;
  },
  endpoint: Endpoint,
  asking: Asking,
): Promise<string> {
  const inRound = { roundId: rounds.id, agencyId: digdir.id };
  const at = { createdAt: new Date(), createdBy: asking.personId };
  const places: Record<string, string> = {};
  const makers: Readonly<Record<string, () => Promise<string>>> = {
    receipt: async () => receipt,
    upload: async () => {
      const base = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
      return (await spreadsheetOf(app, asking.headers, base).upload('Navn\nEt tiltak\n', 'liste.csv')).body.id;
    },
    import: async () => {
      const id = v7();
      const file = { uploadId: v7(), fileName: 'liste.csv', importedAt: new Date(), importedByName: 'Kari' };
      await db.insert(spreadsheetImport).values({ id, ...inRound, ...file });
      return id;
    },
    invitation: async () => {
      const id = v7();
      const made = { agencyId: digdir.id, role: 'read' as const, email: 'x@example.org', tokenHash: id };
      const times = { createdAt: new Date(), expiresAt: new Date('2100-01-01'), invitedBy: asking.personId };
      await db.insert(invitation).values({ id, ...made, ...times });
      return id;
    },
    person: async () => {
      const held = { personId: asking.personId, role: 'read' as const, agencyId: digdir.id, grantedBy: 'test' };
      await db
        .insert(role)
        .values({ id: v7(), ...held })
        .onConflictDoNothing();
      return asking.personId;
    },
    note: async () => {
      const id = v7();
      const written = { year: 2026, text: 'Ringte.', writtenAt: new Date(), writtenByName: 'Ada' };
      await db.insert(agencyNote).values({ id, version: 1, agencyId: digdir.id, ...written });
      return id;
    },
    slug: async () => {
      const slug = v7();
      const kept = { name: 'Barn og familie', query: 'phase=idea', ministryId: 'DFD', keptAt: new Date() };
      await db.insert(portfolio).values({ id: v7(), slug, ...kept });
      return slug;
    },
    delegation: async () => delegated(),
    message: async () => {
      const id = v7();
      const given = { gaveUp: 'refused', givenUpAt: new Date(), body: 'Hei!' } as const;
      await db
        .insert(mail)
        .values({ id, subject: 'round:2026', year: 2026, ...given, createdAt: new Date(), nextTryAt: new Date() });
      return id;
    },
    correction: async () => {
      const id = v7();
      // Only one of an answer waits at a time.
      await db.delete(correction);
      const proposed = {
        ...{ question: 'deliverable', version: 1, given: completeAnswers.deliverable, corrected: 'Et annet oppslag.' },
        ...{ reason: 'Feil', dueAt: new Date(0), proposedAt: new Date(0), proposedByName: 'Ada' },
      };
      await db.insert(correction).values({ id, measureId: ids.measure, roundId: rounds.id, ...proposed });
      return id;
    },
    report: async () => {
      const id = v7();
      const of = { measureId: ids.previous, roundId: rounds.earlier, agencyId: digdir.id, question: null };
      const said = { text: 'Beløpet er feil.', language: 'nb' as const, reportedAt: new Date(), dueAt: new Date() };
      await db.insert(errorReport).values({ id, ...of, ...said });
      return id;
    },
    source: async () => {
      const id = v7();
      await db
        .insert(source)
        .values({ id, agencyId: digdir.id, kind: 'upload', name: 'Prosjektlisten', createdAt: new Date() });
      return id;
    },
    delivery: async () => {
      const id = v7();
      const of = { sourceId: places.source ?? '', roundId: rounds.id, at: new Date(), outcome: 'failed' as const };
      const counts = { created: 0, carriedForward: 0, changed: 0, unchanged: 0, conflicts: 0, left: 0, skipped: 0 };
      await db.insert(sourceDelivery).values({ id, ...of, counts });
      return id;
    },
    query: async () => {
      const id = v7();
      // Of the first section, so that whoever was given that one may reply.
      const question = editionOf('2026')?.sections[0]?.questions[0]?.id ?? null;
      const asked = {
        question,
        version: 1,
        text: 'Stemmer det?',
        askedAt: new Date(),
        askedBy: asking.personId,
        askedByName: 'Kari',
      };
      await db.insert(query).values({ id, measureId: ids.measure, roundId: rounds.id, ...asked });
      return id;
    },
  };
  const delegated = async () => {
    const id = v7();
    const what = { measureId: ids.measure, ...inRound, section: null, personId: asking.personId, dueOn: '2026-03-15' };
    await db.insert(delegation).values({ id, ...what, ...at });
    return id;
  };
  const own = line(endpoint);
  if (own.startsWith('DELETE') && own.endsWith('/declination')) {
    const said = { reason: 'Avvikles', declinedAt: new Date(), declinedByName: 'Ada', undoneAt: null };
    await db
      .insert(declination)
      .values({ ...inRound, ...said })
      .onConflictDoUpdate({ target: [declination.roundId, declination.agencyId], set: said });
  }
  if (/\/delegations\/finished$/.test(endpoint.path)) await delegated();
  if (/\/previous\/|POST .*\/measures$/.test(own)) {
    const here = [eq(measureRound.measureId, ids.previous), eq(measureRound.roundId, rounds.id)];
    await db.delete(rollOver).where(eq(rollOver.measureId, ids.previous));
    await db.delete(measureRound).where(and(...here));
  }
  for (const [, place = ''] of endpoint.path.matchAll(/:(\w+)/g)) {
    const make = makers[place];
    if (make) places[place] = await make();
  }
  const given: Readonly<Record<string, string>> = {
    ...places,
    ...(own.includes('/statistics/') && { year: '2019' }),
    ...(own.includes('/figures/') && { id: 'phases' }),
    ...(own.includes('/quality/') && { id: 'blanks' }),
    ...(own.includes('/register/') && { id: number }),
    ...(own.includes('/v1/releases/') && { id: release }),
    ...(own.includes('/releases/:number') && { year: '2019', number: '1' }),
    ...(own.endsWith('/withdraw') && (await releaseToWithdraw(db))),
    ...(own.includes('/previous/') && { measure: ids.previous }),
  };
  const path = endpoint.path.replace(/:(\w+)/g, (all, place: string) => given[place] ?? all) as Endpoint['path'];
  return addressOf({ ...endpoint, path }, ids.measure);
}
