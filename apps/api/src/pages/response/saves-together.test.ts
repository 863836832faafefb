import type { Draft, Problem } from '@samblikk/contract';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { verifyChain } from '../../platform/audit/index.ts';
import { connect } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { completeAnswers, digdir, openRound } from '../../responses/testing.ts';
import { auditEvent, measureRound, revision } from '../../schema.ts';

// Saves that come at once are committed together (responses/save-draft.ts). Each must fare as if it had come alone.

const { db, pool, url: database, close } = await testDatabase();
// What the tests ask themselves, on connections that nobody breaks.
const own = connect(database, { max: 1 });
const app = await buildApp({ config: testConfig(), db });
const day = 86_400_000;
await openRound(db, { opensAt: new Date(Date.now() - day), deadline: new Date(Date.now() + day), lateUntil: null });
afterAll(async () => {
  await app.close();
  await own.close();
  await close();
});

interface Writer {
  readonly id: string;
  readonly name: string;
  save(basedOn: number, changes: object): Promise<{ status: number; body: Draft & Problem }>;
}

/** A person who may write at the agency; with a measure of their own, or in one that there is. */
async function writer(name: string, measure?: string): Promise<Writer> {
  const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name });
  const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/measures`;
  const id = measure ?? (await app.inject({ method: 'POST', url, headers, payload: {} })).json<Draft>().id;
  return {
    id,
    name,
    async save(basedOn, changes) {
      const payload = { year: 2026, basedOn, changes };
      const reply = await app.inject({ method: 'PUT', url: `/api/v1/measures/${id}/answers/2026`, headers, payload });
      return { status: reply.statusCode, body: reply.json() };
    },
  };
}

let people: readonly Writer[] = [];
beforeAll(async () => {
  people = await Promise.all(Array.from({ length: 24 }, (_, at) => writer(`Person ${at}`)));
});

const versionsOf = (id: string) =>
  own.db.select().from(revision).where(eq(revision.measureId, id)).orderBy(asc(revision.version));
const linesOf = (id: string) =>
  own.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.subject, `measure:${id}`), eq(auditEvent.action, 'draft.saved')))
    .orderBy(asc(auditEvent.sequence));

/** Every version of a measure has its line, and they stand in the chain in the order in which they were written. */
async function expectWholeHistory({ id }: Writer): Promise<number> {
  const versions = await versionsOf(id);
  const lines = await linesOf(id);
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
  expect(lines.map(({ details }) => details.version)).toEqual(versions.map(({ version }) => version));
  return versions.length;
}

test('people who save in measures of their own, again and again: every save is there, with its line, in order', async () => {
  const commits = async () =>
    Number((await pool.query(`select count(distinct xmin::text) as groups from revision`)).rows[0].groups);
  const before = await commits();
  const rounds = 4;
  await Promise.all(
    people.map(async (person, at) => {
      for (let i = 0; i < rounds; i++) {
        const { status, body } = await person.save(i, { ...completeAnswers, totalCost: 1_000_000 + 100 * at + i });
        expect([status, body.version, body.savedBy]).toEqual([200, i + 1, person.name]);
      }
    }),
  );
  for (const [at, person] of people.entries()) {
    expect(await expectWholeHistory(person)).toBe(rounds);
    const costs = (await versionsOf(person.id)).map(({ answers }) => answers.totalCost);
    expect(costs).toEqual(Array.from({ length: rounds }, (_, i) => 1_000_000 + 100 * at + i));
  }
  expect((await verifyChain(own.db)).broken).toBeUndefined();
  // They were grouped, how much is for the machine to say: fewer transactions wrote than there were saves.
  expect((await commits()) - before).toBeLessThan(people.length * rounds);
});

test('one that is refused does not touch those it came with', async () => {
  const newest = await Promise.all(people.map(({ id }) => versionsOf(id).then((rows) => rows.length)));
  const replies = await Promise.all(
    people.map((person, at) => {
      const changes = [{ name: `Name ${at}` }, { name: 7 }, { noQuestion: 1 }][at % 3];
      return person.save(newest[at] ?? 0, changes ?? {});
    }),
  );
  const codes = replies.map(({ status, body }) => body.code ?? status);
  expect(codes).toEqual(people.map((_, at) => [200, 'answersAtFault', 'answersAtFault'][at % 3]));
  for (const [at, person] of people.entries()) {
    expect(await expectWholeHistory(person)).toBe((newest[at] ?? 0) + (at % 3 === 0 ? 1 : 0));
  }
  expect((await verifyChain(own.db)).broken).toBeUndefined();
});

test('several in one measure: other questions are merged, and of the same question one wins and the others see both values', async () => {
  const first = await writer('First');
  await first.save(0, completeAnswers);
  const others = await Promise.all(['a', 'b', 'c'].map((name) => writer(name, first.id)));
  const merged = await Promise.all([
    others[0]?.save(1, { totalCost: 5_000_000 }),
    others[1]?.save(1, { deliverable: 'Noe annet.' }),
    others[2]?.save(1, { contactEmail: 'en.annen@digdir.example' }),
  ]);
  expect(merged.map((reply) => reply?.status)).toEqual([200, 200, 200]);
  const answers = (await versionsOf(first.id)).at(-1)?.answers;
  expect(answers).toMatchObject({
    ...{ totalCost: 5_000_000, deliverable: 'Noe annet.', contactEmail: 'en.annen@digdir.example' },
  });
  const fought = await Promise.all(others.map((person, at) => person.save(4, { name: `Navn ${at}` })));
  expect(fought.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const winner = (await versionsOf(first.id)).at(-1)?.answers.name;
  for (const { status, body } of fought) {
    if (status === 409) expect(body.conflicts?.[0]).toMatchObject({ question: 'name', theirs: winner });
  }
  expect(await expectWholeHistory(first)).toBe(5);
});

test('a measure that someone else holds keeps only its own writer waiting', async () => {
  const held = await writer('Held');
  const free = await writer('Free');
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const holder = db.transaction(async (tx) => {
    await tx.select().from(measureRound).where(eq(measureRound.measureId, held.id)).for('update');
    isHeld();
    await released;
  });
  await holding;
  const waiting = held.save(0, completeAnswers);
  expect((await free.save(0, completeAnswers)).status).toBe(200);
  expect((await free.save(1, { totalCost: 1 })).status).toBe(200);
  expect(await versionsOf(held.id)).toEqual([]);
  release();
  await holder;
  expect((await waiting).status).toBe(200);
});

test('when connections break in the midst, what was acknowledged is there, and the chain is whole', async () => {
  const newest = await Promise.all(people.map(({ id }) => versionsOf(id).then((rows) => rows.length)));
  let saving = true;
  let next = Promise.withResolvers<void>();
  /** Resolves when one more save is answered. */
  const answered = () => {
    next = Promise.withResolvers<void>();
    return next.promise;
  };
  const acknowledged = people.map(() => 0);
  const work = Promise.all(
    people.map(async (person, at) => {
      for (let i = 0; saving; i++) {
        const basedOn = (await versionsOf(person.id)).length;
        const { status } = await person.save(basedOn, { totalCost: 2_000_000 + i });
        next.resolve();
        expect([200, 503]).toContain(status);
        if (status === 200) acknowledged[at] = basedOn + 1;
      }
    }),
  );
  for (let i = 0; i < 4; i++) {
    await answered();
    await own.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  }
  saving = false;
  await work;
  for (const [at, person] of people.entries()) {
    const count = await expectWholeHistory(person);
    expect(count).toBeGreaterThanOrEqual(Math.max(acknowledged[at] ?? 0, newest[at] ?? 0));
  }
  expect((await verifyChain(own.db)).broken).toBeUndefined();
});
