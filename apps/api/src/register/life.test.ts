import type { Lately, Missing, Profile, RegisterMeasure, SimilarToMeasure } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { loadDirectory } from '../directory/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound, withdrawPublic } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { population, rollOver, round } from '../schema.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-10-02T09:00:00Z');
const before = new Date('2026-09-01T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => new Date(now.getTime() + 1000), limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

// As a number or as words, but not the digits of a time or a UUID.
const withheldAmount = /777.?(000|mill)/;
const nav = { id: 'nav', orgnr: '889640782' };
const skatt = { id: 'skatt', orgnr: '974761076', ministry: 'FIN', name: 'Skatteetaten' };
const open = (name: string, more = {}) => ({ name, publishable: 'yes', deliverable: 'Noe', ...more });
const numbered = (at: number) => `2019-${String(at).padStart(4, '0')}`;

const ids = await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [{ ...nav, ministry: 'ASD', name: 'Arbeids- og velferdsetaten' }],
  measures: [
    open('Skogsdata fra flyfoto', {
      deliverable: 'Et kartgrunnlag for næringslivet',
      phase: 'idea',
      totalCost: 10_000_000,
      tags: ['kart', 'skog'],
      technologies: ['cloud', 'other'],
    }),
    open('Går inn i et annet'),
    open('Går inn i et som holdes tilbake'),
    open('Er hos en annen etat nå'),
    open('Holdes tilbake i 2026'),
    open('Er ikke meldt i 2026'),
    open('Sagt etter låsingen'),
    open('Trukket tilbake i 2026'),
    open('Avsluttet'),
  ].map((answers, at) => ({ number: numbered(at + 1), agency: 'nav', answers })),
});
const [kept = '', merged = '', mergedAway = '', moved = '', withheld = '', , late = '', removed = '', ended = ''] = ids;
await plantRound(db, {
  year: 2026,
  edition: '2026',
  agencies: [{ ...nav, ministry: 'AID', name: 'Nav' }, skatt],
  measures: [
    {
      number: numbered(1),
      id: kept,
      agency: 'nav',
      answers: open('Skogsdata fra flyfoto', {
        phase: 'execution',
        totalCost: 25_000_000,
        tags: ['kart'],
        deliverable: 'Kart for næringslivet',
      }),
    },
    { number: numbered(5), id: withheld, agency: 'nav', answers: { name: 'hemmelig', publishable: 'no' } },
    { number: numbered(8), id: removed, agency: 'nav', answers: open('Trukket tilbake i 2026') },
    { number: '2026-0001', agency: 'nav', answers: { name: 'hemmelig', publishable: 'no' } },
    {
      number: '2026-0002',
      agency: 'skatt',
      answers: open('Flyfoto og skogsdata til skatt', {
        deliverable: 'Kartgrunnlaget til næringslivet',
        tags: ['kart', 'skatt'],
        technologies: ['cloud', 'other'],
        technologiesOther: 'noe',
      }),
    },
    {
      number: '2026-0003',
      agency: 'skatt',
      answers: open('Delvis åpent', {
        publishable: 'partly',
        exemptFields: ['totalCost'],
        exemptionBasis: 'offl14',
        totalCost: 777_000_000,
        phase: 'idea',
      }),
    },
  ],
});
const rounds = await db.select().from(round);
const roundId = rounds.find(({ year }) => year === 2026)?.id ?? '';
const says = (measureId: string, outcome: typeof rollOver.$inferInsert.outcome, more = {}) => ({
  ...{
    measureId,
    roundId,
    agencyId: 'nav',
    outcome,
    measures: [] as string[],
    decidedAt: before,
    decidedByName: 'test',
  },
  ...more,
});
await db.insert(rollOver).values([
  says(merged, 'merged', { measures: [numbered(1)] }),
  says(mergedAway, 'merged', { measures: ['2026-0001'] }),
  says(moved, 'transferred', { toOrgnr: skatt.orgnr }),
  says(late, 'ended', { decidedAt: new Date(now.getTime() + 1) }),
  // Said of one that was reported after all, and is kept back.
  says(withheld, 'ended'),
  says(ended, 'ended'),
]);
await freezeRound(db, { year: 2019, actor: 'system:test', now: before });
await freezeRound(db, { year: 2026, actor: 'system:test', now });
const reason = { nb: 'Et navn sto der', nn: 'Eit namn stod der', en: 'A name was there' };
await withdrawPublic(db, {
  year: 2026,
  measure: numbered(8),
  reason,
  actor: { name: 'Test', user: null } as never,
  now,
});

const read = async (at: number | string, query = '') => {
  const reply = await app.inject(`/api/v1/register/${typeof at === 'number' ? numbered(at) : at}${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as RegisterMeasure;
};

test('each year has its own agency, ministry, phase and cost; the first estimate stays beside the newest', async () => {
  const page = await read(1);
  expect(page.history).toMatchObject([
    { year: 2026, agency: { label: 'Nav' }, ministry: { code: 'AID' }, cost: 25_000_000 },
    { year: 2019, agency: { label: 'Arbeids- og velferdsetaten' }, ministry: { code: 'ASD' }, cost: 10_000_000 },
  ]);
  expect(page.history.map(({ facts }) => facts.find(({ question }) => question === 'phase')?.text)).toEqual([
    'Gjennomføring',
    'Idé',
  ]);
  expect(page.estimates).toMatchObject({
    first: { year: 2019, kroner: 10_000_000, text: expect.stringMatching(/^10\smill\.\skroner$/) },
    latest: { year: 2026, kroner: 25_000_000 },
  });
  // Seen from its first year it has the same life.
  expect(await read(1, '?round=2019')).toMatchObject({ year: 2019, history: page.history, estimates: page.estimates });
});

test('what is kept back in a year is told as kept back, with the basis the agency gave', async () => {
  const page = await read('2026-0003');
  expect(page.history[0]?.facts[0]).toEqual({
    question: 'totalCost',
    label: expect.any(String),
    state: 'withheld',
    text: null,
  });
  expect(page.history[0]?.cost).toBeNull();
  expect(page.grounds).toEqual(['exemptionBasis']);
  expect((await read(1)).grounds).toEqual([]);
  expect(JSON.stringify(page)).not.toMatch(withheldAmount);
});

describe('what became of a measure that the newest release lacks', () => {
  const events = async (at: number) => (await read(at)).events;
  const nothing = { measures: [], agency: null, at: null, reason: null };
  const head = { year: 2026, release: '2026.2' };

  test('what the agency said before the freeze', async () => {
    expect(await events(2)).toEqual([
      { ...head, ...nothing, what: 'merged', measures: [{ number: numbered(1), title: 'Skogsdata fra flyfoto' }] },
    ]);
    expect(await events(4)).toEqual([
      { ...head, ...nothing, what: 'transferred', agency: { code: skatt.orgnr, label: 'Skatteetaten' } },
    ]);
    expect(await events(9)).toEqual([{ ...head, ...nothing, what: 'ended' }]);
    expect(await events(1)).toEqual([]);
  });

  test('that it went into one that is kept back names none', async () => {
    expect(await events(3)).toEqual([{ ...head, ...nothing, what: 'merged' }]);
  });

  test('one that is kept back is told as one that was not reported, or of which something was said later', async () => {
    const absent = [{ ...head, ...nothing, what: 'absent' }];
    expect([await events(5), await events(6), await events(7)]).toEqual([absent, absent, absent]);
  });

  test('one withdrawn from the public says when and why', async () => {
    expect(await events(8)).toEqual([
      { ...head, ...nothing, what: 'withdrawn', at: now.toISOString(), reason: reason.nb },
    ]);
  });
});

test('measures that resemble it say which words, tags and technologies they share', async () => {
  const reply = await app.inject('/api/v1/register/2026-0002/similar');
  const [found] = reply.json() as SimilarToMeasure;
  expect(found).toMatchObject({ number: numbered(1), year: 2026, agency: { code: nav.orgnr } });
  // Beside the words of both names, one of the descriptions says little.
  expect(found?.words.toSorted()).toEqual(['flyfoto', 'skogsdata']);
  expect(found?.shared).toEqual([{ id: 'tags', label: 'Stikkord', values: [{ code: 'kart', label: 'kart' }] }]);
  expect((await app.inject('/api/v1/register/2026-0001/similar')).statusCode).toBe(404);
});

test('as JSON-LD it is a project of its agency, without what is kept back', async () => {
  const reply = await app.inject('/api/v1/register/2026-0003.jsonld?lang=en');
  expect(reply.headers['content-type']).toMatch(/^application\/ld\+json/);
  const { publicUrl } = testConfig();
  expect(reply.json()).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': `${publicUrl}/tiltak/2026-0003`,
    url: `${publicUrl}/en/tiltak/2026-0003`,
    name: 'Delvis åpent',
    parentOrganization: { name: 'Skatteetaten', identifier: { value: skatt.orgnr } },
  });
  expect(reply.body).not.toMatch(withheldAmount);
  expect(reply.body).not.toContain('"propertyID":"totalCost"');
});

describe('what changed lately', () => {
  const changes = async (query = '') => {
    const reply = await app.inject(`/api/v1/changes${query}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json() as Lately;
  };

  test('against the round before: what is new, what is told otherwise, what ended, what was withdrawn', async () => {
    const said = await changes();
    expect([said.year, said.before]).toEqual([2026, 2019]);
    expect(said.releases.map(({ name, latest }) => [name, latest])).toEqual([
      ['2026.2', true],
      ['2019.1', true],
    ]);
    expect(said.added.measures.map(({ number }) => number)).toEqual(['2026-0002', '2026-0003']);
    expect(said.changed.measures).toMatchObject([
      {
        number: numbered(1),
        agency: { label: 'Nav' },
        changes: [
          { before: expect.stringMatching(/^10\smill/), after: expect.stringMatching(/^25\smill/) },
          { label: 'Fase', before: 'Idé', after: 'Gjennomføring' },
        ],
      },
    ]);
    expect(said.ended.measures.map(({ number, outcome }) => [number, outcome])).toEqual([
      [numbered(2), 'merged'],
      [numbered(3), 'merged'],
      [numbered(4), 'transferred'],
      [numbered(9), 'ended'],
    ]);
    // Kept back, not reported, said too late, and withdrawn from the public: no one tells which is which.
    expect(said.absent).toBe(4);
    expect(said.withdrawn).toEqual([{ number: numbered(8), year: 2026, at: now.toISOString(), reason: reason.nb }]);
    expect(JSON.stringify(said)).not.toMatch(/hemmelig/);
    expect(JSON.stringify(said)).not.toMatch(withheldAmount);
  });

  test('the first round has nothing before it', async () => {
    expect(await changes('?round=2019')).toMatchObject({
      before: null,
      added: { total: 0 },
      changed: { total: 0 },
      ended: { total: 0, measures: [] },
      absent: 0,
    });
    expect((await app.inject('/api/v1/changes?round=2018')).statusCode).toBe(404);
  });
});

test('what is missing: who has not answered, what is withheld and why, and which answers are old', async () => {
  await db
    .update(population)
    .set({ answered: false, contactEmail: 'hemmelig@skatt.example' })
    .where(and(eq(population.roundId, roundId), eq(population.agencyId, 'skatt')));
  const reply = await app.inject('/api/v1/missing');
  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.body).not.toMatch(/hemmelig/);
  expect(reply.body).not.toMatch(withheldAmount);
  const said = reply.json() as Missing;
  expect(said).toMatchObject({ year: 2026, years: [2026, 2019], invited: 2, answered: 1 });
  expect(said.ministries).toMatchObject([
    { code: 'AID', invited: 1, answered: 1, missing: [] },
    { code: 'FIN', invited: 1, answered: 0, missing: [{ code: skatt.orgnr, label: 'Skatteetaten' }] },
  ]);
  // Two withheld whole, of one agency: why is not told.
  expect([said.measures, said.withheld, said.inPart]).toEqual([5, 2, 1]);
  expect(said.grounds).toMatchObject([{ n: 1, values: [{ code: 'offl14', measures: 1 }] }]);
  expect(said.fields).toMatchObject([{ id: 'totalCost', measures: 1, listed: false }]);
  expect(said.old).toEqual([{ code: nav.orgnr, label: 'Arbeids- og velferdsetaten', year: 2019, measures: 8 }]);
});

test('a ministry of the directory has a page in a round where it has no measures, which says in what others it has', async () => {
  await db.transaction((tx) => loadDirectory(tx));
  const page = async (path: string) => (await app.inject(`/api/v1/profiles/${path}`)).json() as Profile;
  expect(await page('ministry/ASD?round=2026')).toMatchObject({
    year: 2026,
    total: 0,
    withheld: 0,
    cost: null,
    charts: [],
  });
  expect((await page('ministry/ASD?round=2026')).years).toMatchObject([{ year: 2019 }]);
  // Without a round it is the newest that has it.
  expect(await page('ministry/ASD')).toMatchObject({ year: 2019 });
  expect(await page('agency/889640782')).toMatchObject({ year: 2026 });
  for (const path of ['ministry/XYZ?round=2026', 'ministry/ASD?round=2018'])
    expect((await app.inject(`/api/v1/profiles/${path}`)).statusCode, path).toBe(404);
});
