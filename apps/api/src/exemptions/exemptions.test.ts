import type { ClaimView, MeasureClaimsView, RegisterMeasure } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { round } from '../schema.ts';
import { exemptionsExpiring, exemptionsToDecide } from './index.ts';

const { db, pool, close } = await testDatabase();
let now = new Date('2026-06-01T10:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const secret = 4_321_987;
const common = { contactEmail: 'a@b.example', deliverable: 'Noe', phase: 'idea', totalCost: secret };
const claim = { exemptionBasis: 'Sikkerhetsloven § 5-3', exemptionExpires: '2026-09-01' };
const [inPart = '', wholly = ''] = await plantRound(db, {
  year: 2026,
  edition: '2026',
  agencies: [
    { id: 'nibio', orgnr: '988983837', ministry: 'LMD' },
    { id: 'nve', orgnr: '970205039', ministry: 'OED' },
  ],
  measures: [
    {
      number: '2026-0001',
      agency: 'nibio',
      answers: { ...common, ...claim, name: 'Delvis', publishable: 'partly', exemptFields: ['totalCost', 'phase'] },
    },
    { number: '2026-0002', agency: 'nve', answers: { ...common, ...claim, name: 'Hemmelig', publishable: 'no' } },
    { number: '2026-0003', agency: 'nve', answers: { ...common, name: 'Åpent', publishable: 'yes' } },
  ],
});
/** Who asks, signed in at the moment it is: a session does not last the months that pass here. */
const signedIn = async () => ({
  admin: (await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now })).headers,
  analyst: (await signInAs(db, { roles: [{ role: 'analyst' }], now })).headers,
  agency: (await signInAs(db, { roles: [{ role: 'fill', agency: 'nibio' }], name: 'Frida', now })).headers,
});
let who = await signedIn();
const at = async (time: string) => {
  now = new Date(time);
  who = await signedIn();
};

const get = (url: string, headers: object = who.admin) =>
  app.inject({ url: `/api/v1/${url}`, headers: { ...headers } });
const list = async (headers: object = who.admin): Promise<MeasureClaimsView[]> =>
  (await get('rounds/2026/exemptions', headers)).json();
const claimOf = async (field: string | null): Promise<ClaimView> => {
  const found = (await list()).flatMap(({ claims }) => claims).find((one) => one.field === field);
  if (!found) throw new Error(`No claim of ${field}.`);
  return found;
};
const decide = async (measure: string, field: string | null, body: object) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/measures/${measure}/rounds/2026/exemptions/decisions`,
    headers: who.admin,
    payload: { field, grounds: (await claimOf(field)).grounds, ...body },
  });
const answer = (field: string | null, words: string, headers: object = who.agency) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/measures/${inPart}/rounds/2026/exemptions/answers`,
    headers: { ...headers },
    payload: { field, words },
  });
const page = async (number: string) => app.inject(`/api/v1/register/${number}`);
const shown = async (number: string) =>
  ((await page(number)).json() as RegisterMeasure).sections.flatMap(({ answers }) => answers);
const freeze = () => freezeRound(db, { year: 2026, actor: 'system:test', now });
const roundRow = async () => {
  const [row] = await db.select().from(round).where(eq(round.year, 2026));
  if (!row) throw new Error('No round.');
  return row;
};

test('each claim is listed with the agency’s words and legal basis, and waits for Digdir', async () => {
  expect(
    (await list()).map(({ number, claims }) => [number, claims.map(({ field, state }) => [field, state])]),
  ).toEqual([
    [
      '2026-0001',
      [
        ['totalCost', 'undecided'],
        ['phase', 'undecided'],
      ],
    ],
    ['2026-0002', [[null, 'undecided']]],
  ]);
  expect(await claimOf('totalCost')).toMatchObject({ basis: { nb: 'Sikkerhetsloven § 5-3' }, expires: '2026-09-01' });
  const waiting = await exemptionsToDecide(db, await roundRow(), now);
  expect(waiting.flatMap(({ claims }) => claims)).toHaveLength(3);
});

test('the exempt answer is shown to those who decide; an analyst reads that and why, never what', async () => {
  const [mine] = await list();
  expect(mine?.claims[0]?.value?.nb).toMatch(/4\s321\s987/);
  const told = (await get('rounds/2026/exemptions', who.analyst)).body;
  expect(told).toContain('Sikkerhetsloven');
  for (const kept of ['4321987', '321', 'Hemmelig']) expect(told.replace(/\s/g, ''), kept).not.toContain(kept);
  expect((await get('rounds/2026/exemptions', who.agency)).statusCode).toBe(403);
  const refused = await app.inject({
    method: 'POST',
    url: `/api/v1/measures/${inPart}/rounds/2026/exemptions/decisions`,
    headers: who.analyst,
    payload: { field: 'phase', grounds: '', step: 'accepted' },
  });
  expect(refused.statusCode).toBe(403);
});

test('nothing undecided is published, also after the day the agency named', async () => {
  await at('2026-10-01T10:00:00Z');
  await freeze();
  expect((await shown('2026-0001')).find(({ question }) => question === 'totalCost')?.state).toBe('withheld');
  expect((await page('2026-0002')).statusCode).toBe(404);
  await at('2026-06-01T10:00:00Z');
});

test('a decision needs its words, a day to come, and the claim that was read', async () => {
  const fault = async (body: object) => (await decide(inPart, 'phase', body)).json().code;
  expect(await fault({ step: 'refused' })).toBe('exemptionAtFault');
  expect(await fault({ step: 'asked' })).toBe('exemptionAtFault');
  expect(await fault({ step: 'accepted', until: '2026-05-31' })).toBe('exemptionAtFault');
  expect(await fault({ step: 'refused', words: 'Nei', until: '2026-06-02' })).toBe('exemptionAtFault');
  expect(await fault({ step: 'accepted', grounds: 'noe annet' })).toBe('claimChanged');
});

describe('accepted with an end', () => {
  test('it stays closed to the end of the last day in Norway, and is told beforehand', async () => {
    expect((await decide(inPart, 'totalCost', { step: 'accepted', until: '2026-09-01' })).statusCode).toBe(200);
    const expiring = await exemptionsExpiring(db, await roundRow(), {
      now: new Date('2026-08-20T10:00:00Z'),
      days: 14,
    });
    expect(expiring.map(({ number, claims }) => [number, claims.map(({ field }) => field)])).toEqual([
      ['2026-0001', ['totalCost']],
    ]);
    await at('2026-09-01T21:30:00Z');
    await freeze();
    expect((await shown('2026-0001')).find(({ question }) => question === 'totalCost')?.state).toBe('withheld');
  });

  test('the first release after it opens that field by itself, and no other', async () => {
    await at('2026-09-01T22:30:00Z');
    // The day is over, and what is published stays as it is until there is a new release.
    expect(await claimOf('totalCost')).toMatchObject({ state: 'expired' });
    expect((await shown('2026-0001')).find(({ question }) => question === 'totalCost')?.state).toBe('withheld');
    await freeze();
    const answers = await shown('2026-0001');
    expect(answers.find(({ question }) => question === 'totalCost')?.text).toMatch(/4\s321\s987/);
    expect(answers.find(({ question }) => question === 'phase')?.state).toBe('withheld');
    expect((await page('2026-0002')).statusCode).toBe(404);
  });
});

describe('refused', () => {
  test('it stays closed until the agency has had its time, and an answer brings it back to be decided', async () => {
    await at('2026-09-02T10:00:00Z');
    expect((await decide(inPart, 'phase', { step: 'refused', words: 'Fasen er kjent.' })).statusCode).toBe(200);
    expect(await claimOf('phase')).toMatchObject({
      state: 'refused',
      history: [{ until: '2026-09-16', by: 'Ada Admin' }],
    });
    const seen: ClaimView[] = (await get(`measures/${inPart}/rounds/2026/exemptions`, who.agency)).json();
    expect(seen.find(({ field }) => field === 'phase')?.history[0]?.words).toBe('Fasen er kjent.');
    await at('2026-09-16T12:00:00Z');
    expect((await freeze()).created).toBe(false);
    expect((await answer('phase', 'Den er ikke kjent.')).statusCode).toBe(200);
    expect((await answer('phase', 'Igjen.')).json().code).toBe('alreadyDone');
    await at('2026-10-16T12:00:00Z');
    expect(await claimOf('phase')).toMatchObject({ state: 'answered' });
    expect((await freeze()).created).toBe(false);
  });

  test('refused again and not answered, it is open from the release after', async () => {
    await decide(inPart, 'phase', { step: 'refused', words: 'Vi har lest svaret.' });
    await at('2026-10-31T12:00:00Z');
    expect((await freeze()).created).toBe(true);
    const answers = await shown('2026-0001');
    expect(answers.find(({ question }) => question === 'phase')?.state).toBe('answered');
    // Nothing is exempt any more: the measure is public whole, and says nothing of what was.
    expect(answers.map(({ question }) => question)).not.toContain('exemptionBasis');
  });
});

test('a measure that was withheld whole is public whole when its exemption ends', async () => {
  await decide(wholly, null, { step: 'accepted', until: '2026-11-30' });
  await at('2026-12-01T08:00:00Z');
  await freeze();
  expect((await page('2026-0002')).json()).toMatchObject({ visibility: 'whole', title: 'Hemmelig' });
});

test('what was said of claims is only added to', async () => {
  await expect(pool.query('delete from exemption_step')).rejects.toThrow('append-only');
  await expect(pool.query(`update exemption_step set step = 'accepted'`)).rejects.toThrow('append-only');
});

test('next year an acceptance in force goes along; one that ended, a refusal and another basis are decided anew', async () => {
  const ids = await plantRound(db, {
    year: 2031,
    edition: '2026',
    agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
    measures: ['2031-0001', '2031-0002', '2031-0003', '2031-0004'].map((number) => ({
      number,
      agency: 'nibio',
      answers: { ...common, ...claim, name: number, publishable: 'partly', exemptFields: ['totalCost'] },
    })),
  });
  const [goesOn = '', ended = '', refused = '', otherBasis = ''] = ids;
  await at('2031-09-01T10:00:00Z');
  const said = async (measure: string, body: object) => {
    const url = `/api/v1/measures/${measure}/rounds/2031/exemptions/decisions`;
    const all: MeasureClaimsView[] = (await get('rounds/2031/exemptions')).json();
    const grounds = all.find((one) => one.measure === measure)?.claims[0]?.grounds;
    const payload = { field: 'totalCost', grounds, ...body };
    expect((await app.inject({ method: 'POST', url, headers: who.admin, payload })).statusCode).toBe(200);
  };
  await said(goesOn, { step: 'accepted', until: '2032-12-31' });
  await said(ended, { step: 'accepted', until: '2031-12-31' });
  await said(refused, { step: 'refused', words: 'Nei.' });
  await said(otherBasis, { step: 'accepted' });
  await plantRound(db, {
    year: 2032,
    edition: '2026',
    agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
    measures: ids.map((id) => ({
      ...{ id, number: '', agency: 'nibio' },
      answers: {
        ...{ ...common, ...claim, name: 'Igjen', publishable: 'partly', exemptFields: ['totalCost'] },
        ...(id === otherBasis && { exemptionBasis: 'Offentleglova § 13' }),
      },
    })),
  });
  await db
    .update(round)
    .set({ opensAt: new Date('2032-03-01T07:00:00Z') })
    .where(eq(round.year, 2032));
  await at('2032-09-01T10:00:00Z');
  const states = async () =>
    new Map(
      ((await get('rounds/2032/exemptions')).json() as MeasureClaimsView[]).map(({ measure, claims }) => [
        measure,
        claims[0]?.state,
      ]),
    );
  expect([...ids].map((id) => [id, id === goesOn ? 'accepted' : 'undecided'])).toEqual([...(await states())]);
  // Its end is the end that was set last year.
  await at('2033-01-01T10:00:00Z');
  expect((await states()).get(goesOn)).toBe('expired');
  expect((await states()).get(ended)).toBe('undecided');
});
