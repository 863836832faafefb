import type { Problem } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../../access/auth/testing.ts';
import { completeAnswers, digdir, nav } from '../../responses/testing.ts';
import { submission, submissionRevision } from '../../schema.ts';
import { base, responseSite } from './testing-site.ts';

const { db, clock, kari, ola, stranger, call, add, save, submit, view, withdrawAll } = await responseSite();

describe('POST submissions', () => {
  test('names what is missing, measure by measure', async () => {
    await withdrawAll(kari);
    const draft = await add(ola);
    await save(ola, draft.id, 0, { name: 'Kart' });
    const { status, body } = await submit<Problem>(kari, 'key-missing');
    expect(status).toBe(422);
    expect(
      body.issues
        ?.filter((issue) => issue.code === 'required')
        .map((issue) => [issue.measure, issue.question])
        .sort(),
    ).toEqual([
      [draft.number, 'contactEmail'],
      [draft.number, 'deliverable'],
      [draft.number, 'publishable'],
    ]);
  });

  test('gives the same receipt for the same key, also at the same moment, and pins the revisions', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    const replies = await Promise.all(
      [1, 2, 3].map(() => submit<{ receipt: string; contentHash: string }>(kari, 'key-once')),
    );
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map((reply) => reply.body.receipt)).size).toBe(1);
    const receipt = replies[0]?.body.receipt ?? '';
    expect(receipt).toMatch(/^[ACDEFHJKMNPRTUVWXY34679]{4}(-[ACDEFHJKMNPRTUVWXY34679]{4}){2}$/);
    expect((await view(kari)).measures).toMatchObject([{ id, state: 'submitted' }]);

    await save(ola, id, 1, { name: 'Kart 2' });
    expect((await view(kari)).measures).toMatchObject([{ id, state: 'changedSince' }]);
    // One that was never sent in has not changed since.
    const added = await add(ola);
    await save(ola, added.id, 0, completeAnswers);
    expect((await view(kari)).measures.find((one) => one.id === added.id)).toMatchObject({ state: 'ready' });
    await call(ola, 'DELETE', `/api/v1/measures/${added.id}/rounds/2026`);
    const pinned = await call<{ content: { version: number; answers: object }[] }>(
      kari,
      'GET',
      `${base}/${digdir.orgnr}/rounds/2026/submissions/${receipt}`,
    );
    expect(pinned.body.content).toMatchObject([{ version: 1, answers: completeAnswers }]);
  });

  test('a later submission is numbered on, and the old receipt stays', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    const first = await submit<{ receipt: string; number: number; contentHash: string }>(kari, 'key-first');
    await save(ola, id, 1, { phase: 'idea' });
    const second = await submit<{ receipt: string; number: number; contentHash: string }>(kari, 'key-second');
    expect(second.body.number).toBe(first.body.number + 1);
    expect(second.body.contentHash).not.toBe(first.body.contentHash);
    expect(
      (await call(kari, 'GET', `${base}/${digdir.orgnr}/rounds/2026/submissions/${first.body.receipt}`)).status,
    ).toBe(200);
  });

  test('leaves answers of a closed branch out of what is sent in', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, { ...completeAnswers, involvesOthers: 'no', involvedScope: 'otherLevels' });
    const { body } = await submit<{ receipt: string }>(kari, 'key-branch');
    const sent = await call<{ content: { answers: object }[] }>(
      kari,
      'GET',
      `${base}/${digdir.orgnr}/rounds/2026/submissions/${body.receipt}`,
    );
    expect(sent.body.content[0]?.answers).toEqual({ ...completeAnswers, involvesOthers: 'no' });
  });

  test('is late after the deadline, and refused after the last day', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    clock.now = new Date('2026-03-21T08:00:00Z');
    const late = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now: clock.now });
    expect((await submit<{ late: boolean }>(late, 'key-late')).body.late).toBe(true);
    clock.now = new Date('2026-04-02T08:00:00Z');
    const tooLate = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now: clock.now });
    expect((await submit<Problem>(tooLate, 'key-too-late')).body.code).toBe('roundNotOpen');
  });

  test('nothing to report is a submission too, and not when there are measures', async () => {
    const navs = { agency: nav };
    const { status, body } = await submit<{ nothingToReport: boolean; measures: number }>(
      stranger,
      'key-nothing',
      true,
      navs.agency,
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ nothingToReport: true, measures: 0 });
    await add(stranger, nav);
    expect((await submit<Problem>(stranger, 'key-nothing-2', true, nav)).body.issues).toMatchObject([
      { code: 'hasMeasures' },
    ]);
    expect((await submit<Problem>(stranger, 'key-nothing', false, nav)).body.code).toBe('keyUsedForOther');
  });

  test('takes the right to submit', async () => {
    expect((await submit(ola, 'key-ola-fill')).status).toBe(403);
    expect((await submit(stranger, 'key-stranger')).status).toBe(403);
  });
});

test('a submission pins one revision of each measure', async () => {
  const pins = await db.select().from(submissionRevision);
  const rows = await db.select().from(submission).where(eq(submission.nothingToReport, false));
  expect(new Set(pins.map((pin) => pin.submissionId))).toEqual(new Set(rows.map((row) => row.id)));
});
