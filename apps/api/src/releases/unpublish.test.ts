import { randomUUID } from 'node:crypto';
import type { ReleaseChanges, ReleaseComparison } from '@samblikk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { plantRound } from './testing.ts';

const { db, pool, close } = await testDatabase();
let now = new Date('2020-01-09T12:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const word = 'kvasarium';
const answers = { deliverable: 'Noe', publishable: 'yes', contactEmail: 'a@b.example', phase: 'idea' };
await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [
    { id: 'nibio', orgnr: '988983837', ministry: 'LMD' },
    { id: 'nve', orgnr: '970205039', ministry: 'OED' },
  ],
  measures: [
    { number: '2019-0001', agency: 'nibio', answers: { ...answers, name: 'Det som blir' } },
    { number: '2019-0002', agency: 'nve', answers: { ...answers, name: `Et ${word}`, tags: [word], phase: 'concept' } },
    { number: '2019-0003', agency: 'nve', answers: { ...answers, name: 'Skjult', publishable: 'no' } },
  ],
});
/** Who asks, signed in at the moment it is: a session does not last the weeks that pass here. */
const signedIn = async () => ({
  admin: (await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now })).headers,
  analyst: (await signInAs(db, { roles: [{ role: 'analyst' }], now })).headers,
});
let who = await signedIn();
const at = async (time: string) => {
  now = new Date(time);
  who = await signedIn();
};
const reason = { nb: 'Personopplysninger.', nn: 'Personopplysingar.', en: 'Personal data.' };
const get = (url: string, headers: object = {}) => app.inject({ url: `/api/v1/${url}`, headers: { ...headers } });
const send = (method: 'POST' | 'PUT', url: string, payload?: object, headers: object = who.admin) =>
  app.inject({ method, url: `/api/v1/rounds/2019/${url}`, headers: { ...headers }, ...(payload && { payload }) });
const rowsOf = async (number: number) =>
  (
    await pool.query(
      `select m.* from release_measure m join release r on r.id = m.release_id where r.number = $1 order by position`,
      [number],
    )
  ).rows;

/** Every public address that shows or counts measures. */
const open = [
  'register',
  `register?q=${word}`,
  'register.csv',
  'register.json',
  'statistics/2019/table?rows=phase',
  'statistics/2019/table?rows=tags',
  'statistics/2019/table?rows=agency&columns=phase',
  'statistics/2019/figures/phases',
  'statistics/2019/variables',
];

describe('a release that is published at a set moment', () => {
  const moment = '2020-01-10T08:00:00.000Z';
  beforeAll(async () => {
    await send('POST', 'freeze', { confirmed: true, hold: true, reason: 'Første utgave.' });
  });

  test('the moment is to come, and may be changed and taken back until then', async () => {
    expect((await send('PUT', 'releases/1/schedule', { publishAt: '2020-01-09T11:00:00Z' })).statusCode).toBe(400);
    expect((await send('PUT', 'releases/1/schedule', { publishAt: moment }, who.analyst)).statusCode).toBe(403);
    expect((await send('PUT', 'releases/1/schedule', { publishAt: '2020-01-20T08:00:00Z' })).json().publication).toBe(
      'scheduled',
    );
    expect((await send('PUT', 'releases/1/schedule', { publishAt: null })).json()).toMatchObject({
      publication: 'held',
      publishAt: null,
    });
    expect((await send('PUT', 'releases/1/schedule', { publishAt: moment })).json().publishAt).toBe(moment);
  });

  test('nobody sees it a second before, and everybody at the moment; then it is done', async () => {
    await at('2020-01-10T07:59:59Z');
    expect((await get('statistics/2019/table?rows=phase')).statusCode).toBe(404);
    await at(moment);
    expect((await get('statistics/2019/table?rows=phase')).json().extension.release.name).toBe('2019.1');
    expect((await send('PUT', 'releases/1/schedule', { publishAt: null })).json().code).toBe('alreadyDone');
  });
});

describe('one measure is withdrawn', () => {
  let before: unknown[];
  let made: { number: number; name: string };
  beforeAll(async () => {
    before = await rowsOf(1);
    await at('2020-02-01T12:00:00Z');
    expect((await send('POST', 'withdrawn-measures', { number: '2019-0002', reason }, who.analyst)).statusCode).toBe(
      403,
    );
    made = (await send('POST', 'withdrawn-measures', { number: '2019-0002', reason })).json();
  });

  test('by a new release of the same data, published at once; the old one is not changed', async () => {
    expect(made).toMatchObject({ number: 2, name: '2019.2', measures: 2, dataAsOf: '2020-01-09T12:00:00.000Z' });
    expect(await rowsOf(1)).toEqual(before);
    const kept = (rows: unknown[]) =>
      (rows as Record<string, unknown>[])
        .filter(({ number }) => number !== '2019-0002')
        .map(({ release_id: _, position: __, ...row }) => row);
    expect(kept(await rowsOf(2))).toEqual(kept(before));
  });

  test('it is in no list, count, file, search or table, nor is its word', async () => {
    for (const address of open) {
      const reply = await get(address);
      expect(reply.statusCode, address).toBe(200);
      expect(reply.body.replace(`"q":"${word}"`, ''), address).not.toContain('2019-0002');
      expect(reply.body.replaceAll(`q=${word}`, '').replace(`"q":"${word}"`, ''), address).not.toContain(word);
    }
    const alike = await app.inject({ method: 'POST', url: '/api/v1/similar', payload: { title: word } });
    expect(alike.json()).toEqual([]);
    const { value, extension } = (await get('statistics/2019/table?rows=phase')).json();
    expect(extension.n).toBe(2);
    expect(value.reduce((sum: number, one: number) => sum + one, 0)).toBe(2);
  });

  test('its addresses tell when and why, and so do those of the release that had it', async () => {
    for (const address of ['register/2019-0002', 'register/2019-0002?round=2019']) {
      const gone = await get(address);
      expect([gone.statusCode, gone.json().code], address).toEqual([410, 'publicMeasureWithdrawn']);
      expect(gone.json().withdrawal).toEqual({ year: 2019, measure: '2019-0002', at: now.toISOString(), reason });
    }
    for (const address of ['register?round=2019&release=1', 'statistics/2019/table?rows=phase&release=1']) {
      const gone = await get(address);
      expect(gone.statusCode, address).toBe(410);
      expect(gone.json().withdrawal.reason.nb).toContain('Resten av tiltakene står i utgave 2019.2.');
    }
    expect((await get('register/2019-0003')).statusCode).toBe(404);
  });

  test('a table of what is left cannot be subtracted from one of before to tell of the withheld one', async () => {
    const { id } = (await get('releases?year=2019')).json()[0];
    const changes: ReleaseChanges = (await get(`releases/${id}/changes`)).json();
    // The one before is withdrawn: there is nothing public to hold this one against.
    expect(changes).toMatchObject({ before: null, measures: [] });
    expect(JSON.stringify(changes)).not.toContain('Skjult');
  });

  test('what is not public, or withdrawn already, cannot be withdrawn', async () => {
    for (const number of ['2019-0002', '2019-0003', '2019-0099'])
      expect((await send('POST', 'withdrawn-measures', { number, reason })).json().code, number).toBe(
        'measureNotPublic',
      );
    expect((await get('rounds/2019/withdrawn-measures', who.analyst)).json()).toMatchObject([
      { number: '2019-0002', by: 'Ada Admin', reason, release: '2019.2' },
    ]);
  });

  test('a freeze leaves it out too', async () => {
    expect((await send('POST', 'freeze', { confirmed: true })).json()).toMatchObject({
      created: false,
      release: { number: 2 },
    });
  });

  test('staff see it in a comparison, with what it came of', async () => {
    const reply = await get('rounds/2019/releases/2/comparison?with=2019.1', who.analyst);
    const compared: ReleaseComparison = reply.json();
    expect(compared.measures).toMatchObject([
      { number: '2019-0002', change: 'removed', reasons: ['unpublished'], title: `Et ${word}` },
    ]);
    const phases = compared.figures.find(({ id }) => id === 'phases');
    const concept = phases?.cells.find(({ labels }) => labels[0]?.en === 'Concept');
    expect(phases?.comparable).toBe('same');
    expect(concept && [concept.before, concept.after]).not.toEqual([concept?.after, concept?.before]);
    const csv = await get('rounds/2019/releases/2/comparison.csv?with=2019.1', who.analyst);
    expect(csv.body.split('\n')[0]).toBe('what,id,about,change,reasons,question,2019.1,2019.2,difference,why');
    expect(csv.body).toContain('measure,2019-0002,nve,removed,unpublished');
    expect((await get('rounds/2019/releases/2/comparison?with=2019.9', who.analyst)).statusCode).toBe(404);
    expect((await get('rounds/2019/releases/2/comparison?with=2019.1')).statusCode).toBe(401);
  });

  test('it comes back by a new release, as it was; those withdrawn stay so', async () => {
    await at('2020-02-03T12:00:00Z');
    const back = (await send('POST', 'withdrawn-measures/2019-0002/restore')).json();
    expect(back.release).toMatchObject({ name: '2019.3', measures: 3, latest: true });
    expect((await get('register/2019-0002')).json().title).toBe(`Et ${word}`);
    const same = (rows: unknown[]) => (rows as Record<string, unknown>[]).map(({ release_id: _, ...row }) => row);
    expect(same(await rowsOf(3))).toEqual(same(before));
    expect((await get('statistics/2019/table?rows=phase&release=1')).statusCode).toBe(410);
    expect((await send('POST', 'withdrawn-measures/2019-0002/restore')).json().code).toBe('alreadyDone');
  });

  test('what was said of it since is not published by taking it back: the next freeze has it', async () => {
    await at('2020-02-05T12:00:00Z');
    await send('POST', 'withdrawn-measures', { number: '2019-0002', reason });
    const { rows } = await pool.query(
      `select m.id as measure, r.id as round, s.id as submission from measure m, round r, submission s where m.number = '2019-0002' and s.agency_id = 'nve'`,
    );
    const [{ measure, round, submission }] = rows as [{ measure: string; round: string; submission: string }];
    const [revision, next, key] = [randomUUID(), randomUUID(), randomUUID()];
    await pool.query(
      `insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
       select $1, measure_id, round_id, 2, edition, answers || '{"publishable": "no"}', '{}', '{}' from revision where measure_id = $2`,
      [revision, measure],
    );
    await pool.query(
      `insert into submission (id, round_id, agency_id, number, receipt, idempotency_key, content_hash, late, submitted_at, submitted_by_name)
       values ($1, $2, 'nve', 2, $3, $3, '', true, $4, 'test')`,
      [next, round, key, now],
    );
    await pool.query(
      `insert into submission_revision (submission_id, revision_id, submitted_at, late)
       select $1, case when r.measure_id = $2 then $3 else r.id end, $4, true
       from submission_revision p join revision r on r.id = p.revision_id where p.submission_id = $5`,
      [next, measure, revision, now, submission],
    );
    expect((await send('POST', 'withdrawn-measures/2019-0002/restore')).json()).toEqual({ release: null });
    expect((await get('register/2019-0002')).statusCode).toBe(404);
    await send('POST', 'freeze', { confirmed: true });
    expect((await get('register/2019-0002')).statusCode).toBe(404);
    expect((await get('register')).body).not.toContain(word);
  });

  test('what was withdrawn is only added to', async () => {
    for (const table of ['measure_tombstone', 'release_schedule'])
      await expect(pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
  });
});
