import type { OwnPortfolio, Portfolio, SavedPortfolio } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { asc, like } from 'drizzle-orm';
import readXlsx from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { auditEvent } from '../schema.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-10-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, limits: false, clock: () => now });
afterAll(async () => {
  await app.close();
  await close();
});

const digdir = { id: 'digdir', orgnr: '991825827', ministry: 'DFD', name: 'Digdir', facts: { skate: 'yes' } };
const kartverket = {
  id: 'kartverket',
  orgnr: '971040238',
  ministry: 'DFD',
  name: 'Kartverket',
  facts: { skate: 'no' },
};
const nav = { id: 'nav', orgnr: '889640782', ministry: 'AID', name: 'Nav', facts: { skate: 'yes' } };
const secret = 'Hvalrosshemmelighet';
const kept = { publishable: 'partly', exemptFields: ['totalCost', 'partners', 'startDate'], exemptionBasis: 'OFFL_13' };
const withheld = { publishable: 'no', exemptionBasis: 'OFFL_13' };

const planted: readonly (readonly [agency: typeof nav, answers: Answers])[] = [
  [
    digdir,
    {
      ...{ name: 'Felles innlogging', phase: 'idea', funding: 'no', totalCost: 4_000_000, developsShared: 'yes' },
      ...{ involvesOthers: 'yes', involvedScope: 'otherStateSectors', partners: [nav.orgnr, kartverket.orgnr] },
      ...{ startDate: '2026-01-01', endDate: '2027-06-30', lifeEvents: ['FA_BARN'] },
    },
  ],
  [
    digdir,
    {
      ...{ name: 'Skogsdata i kartet', deliverable: 'Karttjenesten viser skogsdata fra flyfoto.', phase: 'execution' },
      ...{ ...kept, funding: 'partly', totalCost: 77_777_777, reusesShared: 'yes', startDate: '2031-03-03' },
      ...{ involvesOthers: 'yes', involvedScope: 'otherStateSectors', partners: [kartverket.orgnr] },
    },
  ],
  [
    digdir,
    { name: secret, phase: 'concept', funding: 'no', totalCost: 66_666_666, lifeEvents: ['FA_BARN'], ...withheld },
  ],
  [
    kartverket,
    {
      ...{ name: 'Skogsdata for kartet', deliverable: 'En karttjeneste med skogsdata.', phase: 'execution' },
      ...{ funding: 'yes', totalCost: 20_000_000, involvesOthers: 'no', endDate: '2026-12-31' },
    },
  ],
  [nav, { name: 'Barnetrygd uten søknad', phase: 'execution', funding: 'no', lifeEvents: ['FA_BARN'] }],
  [nav, { name: secret, phase: 'idea', funding: 'no', totalCost: 55_555_555, ...withheld }],
];
const numberOf = (at: number) => `2026-000${at + 1}`;
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [digdir, kartverket, nav] },
  measures: planted.map(([{ id }, answers], at) => ({
    ...{ number: numberOf(at), agency: id },
    answers: { deliverable: 'Noe', publishable: 'yes', ...answers },
  })),
});
await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-10-01T09:00:00Z') });

const isPublic = ([, { publishable = 'yes' }]: (typeof planted)[number]) => publishable !== 'no';
const coordinator = await signInAs(db, { roles: [{ role: 'coordinator', ministry: 'DFD' }] });
const other = await signInAs(db, { roles: [{ role: 'coordinator', ministry: 'AID' }] });
const analyst = await signInAs(db, { roles: [{ role: 'analyst' }] });
const agency = await signInAs(db, { roles: [{ role: 'submit', agency: 'digdir' }] });

async function ask<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  const reply = await app.inject({ url: `/api/v1/${path}`, headers });
  expect(reply.statusCode, `${path} ${reply.body}`).toBe(200);
  return reply.json();
}
const portfolio = (query: string) => ask<Portfolio>(`portfolio?${query}`);

/** Every count of a portfolio with the query of its list. A sum leads to the measures it is of: the number after it. */
function countsIn({ tables, shared, partners, cost, total, withheld: more, list }: Portfolio): [number, string][] {
  const cells = tables.flatMap((table) =>
    [...table.rows.map((row) => row.cells), ...(table.total ? [table.total] : [])].flatMap((row) =>
      row.flatMap(({ value, list: of }, at): [number, string][] => {
        if (of === null || value === null) return [];
        return [[table.columns[at]?.unit === 'kroner' ? (row[at + 1]?.value ?? -1) : value, of]];
      }),
    ),
  );
  return [
    [total + (more ?? 0), list],
    ...cells,
    ...shared.map((one): [number, string] => [one.total, one.list]),
    ...(partners?.pairs ?? []).map((pair): [number, string] => [pair.measures, pair.list]),
    ...(cost ? [[cost.n, cost.list] as [number, string]] : []),
  ];
}

describe('what everyone may see', () => {
  test.each([
    '',
    'agency=889640782&skate=yes',
    'funding=no,partly&ministry=DFD',
    `q=skogsdata&number=${numberOf(1)},${numberOf(3)},${numberOf(4)}`,
  ])('every number of “%s” leads to a list of as many measures', async (query) => {
    const all = countsIn(await portfolio(query));
    expect(all.length).toBeGreaterThan(10);
    for (const [list, value] of new Map(all.map(([n, of]) => [of, n]))) {
      const found = await ask<{ total: number; withheld: number | null }>(`register?${list}`);
      expect(found.total + (found.withheld ?? 0), list).toBe(value);
    }
  });

  test('is counted of the public ones, and what is withheld as withheld', async () => {
    const {
      total,
      withheld: more,
      agencies,
      cost,
      tables,
      title,
      timeline,
      partners,
    } = await portfolio('ministry=DFD');
    const own = planted.filter(([{ ministry }]) => ministry === 'DFD');
    expect([total, more, agencies]).toEqual([own.filter(isPublic).length, own.length - own.filter(isPublic).length, 2]);
    expect(title).toBe('Departement: DFD');
    // Of three public measures one keeps its cost back; the one that is withheld whole tells none.
    expect(cost).toMatchObject({ kroner: 24_000_000, n: 2, withheld: 2, blank: 0 });
    const line = (code: string) => {
      const row = tables.find(({ id }) => id === 'lines')?.rows.find((one) => one.code === code);
      return row?.cells.map(({ value }) => value);
    };
    expect(line('unfunded')).toEqual([1, 3, 4_000_000, 1]);
    expect(line('crossCuttingLacking')).toEqual([2, 3, 4_000_000, 1]);
    expect(line('reuses')?.[0]).toBe(1);
    expect(timeline).toMatchObject({ n: 2, blank: 0, withheld: 1 });
    expect(timeline?.rows.map(({ number, start, end }) => [number, start, end])).toEqual([
      [numberOf(0), '2026-01-01', '2027-06-30'],
      [numberOf(3), null, '2026-12-31'],
    ]);
    expect(partners).toMatchObject({ n: 1, withheld: 1, blank: 0 });
    expect(partners?.pairs.map((pair) => [pair.owner.label, pair.partner.code, pair.inside, pair.measures])).toEqual([
      ['Digdir', nav.orgnr, false, 1],
      ['Digdir', kartverket.orgnr, true, 1],
    ]);
  });

  test('has the likely doubles of which both are in it', async () => {
    const numbers = async (query: string) =>
      (await portfolio(query)).doubles?.pairs.map(({ measures }) => measures.map(({ number }) => number));
    expect(await numbers('ministry=DFD')).toEqual([[numberOf(1), numberOf(3)]]);
    expect(await numbers('agency=991825827')).toEqual([]);
    // A coordinator who says that they are no doubles is believed.
    const verdict = { measures: [numberOf(1), numberOf(3)], verdict: 'not' };
    const url = '/api/v1/ministries/DFD/likely-doubles/verdicts';
    const reply = await app.inject({ method: 'POST', url, headers: coordinator.headers, payload: verdict });
    expect([reply.statusCode, await numbers('ministry=DFD')]).toEqual([200, []]);
  });

  test('says which chosen measures are not public, and what filters nothing; a file refuses that', async () => {
    const said = await portfolio(`number=${numberOf(0)},${numberOf(2)},2026-9999&fase=idea`);
    expect(said).toMatchObject({ total: 1, withheld: null, missing: [numberOf(2), '2026-9999'], ignored: ['fase'] });
    expect((await app.inject('/api/v1/portfolio?fase=idea&format=xlsx')).json().code).toBe('unknownVariable');
    expect((await app.inject('/api/v1/portfolio?round=2011')).statusCode).toBe(404);
  });

  test('comes as a workbook that explains itself, and as a tagged PDF, of the same address', async () => {
    const { href, page } = await portfolio('ministry=DFD');
    expect(page).toBe('http://localhost/portefolje?ministry=DFD');
    const at = `${new URL(href).pathname}${new URL(href).search}`;
    const xlsx = await app.inject(`${at}&format=xlsx`);
    expect(xlsx.headers['content-disposition']).toBe('attachment; filename="samblikk-portfolio-20261.xlsx"');
    const sheets = await readXlsx(xlsx.rawPayload);
    expect(sheets.map(({ sheet }) => sheet).slice(0, 2)).toEqual(['Tiltak', 'Kostnad etter fase']);
    // The one that keeps its cost back has no amount.
    expect(sheets[0]?.data.map((row) => [row[0], row[4]])).toEqual([
      ['Nummer', 'Kostnadsramme (kroner)'],
      [numberOf(0), 4_000_000],
      [numberOf(1), null],
      [numberOf(3), 20_000_000],
    ]);
    const explained = new Map((sheets.at(-1)?.data ?? []).map(([term, said]) => [String(term), said]));
    expect(explained.get('Adresse')).toBe(page);
    expect(explained.get('Offentlige tiltak (n)')).toBe(3);
    // 9 o’clock UTC is 11 in Oslo, in October.
    expect(explained.get('Laget')).toMatch(/2\. oktober 2026.* 11[:.]00/);
    const pdf = (await app.inject(`${at}&format=pdf`)).rawPayload.toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang \(nb-NO\)/);
  });
});

describe('a ministry’s own', () => {
  const own = (query = '', headers: Record<string, string> = coordinator.headers) =>
    ask<OwnPortfolio>(`ministries/DFD/portfolio?${query}`, headers);

  test('is for those who coordinate it, and for Digdir’s administrators, and is never kept by a cache', async () => {
    for (const [headers, status] of [
      [{}, 401],
      [other.headers, 403],
      [analyst.headers, 403],
      [agency.headers, 403],
      [coordinator.headers, 200],
    ] as const) {
      const reply = await app.inject({ url: '/api/v1/ministries/DFD/portfolio', headers });
      expect(reply.statusCode).toBe(status);
      if (status === 200) expect(reply.headers['cache-control']).toBe('no-store');
      else expect(reply.body).not.toContain(secret);
    }
  });

  test('has what its agencies last sent in, exempt or not, and nothing of other ministries', async () => {
    const said = await own();
    expect(said).toMatchObject({ total: 4, asked: 2, answered: 2, agencies: 2, license: null, release: null });
    expect(said.cost?.kroner).toBe(4_000_000 + 77_777_777 + 66_666_666 + 20_000_000);
    expect(said.measures.map(({ title, visibility, exempt }) => [title, visibility, exempt.length])).toEqual([
      ['Felles innlogging', 'whole', 0],
      // Three, and what follows from the cost.
      ['Skogsdata i kartet', 'inPart', 4],
      [secret, 'withheld', 0],
      ['Skogsdata for kartet', 'whole', 0],
    ]);
    expect(JSON.stringify(said)).not.toMatch(/Barnetrygd|55555555/);
  });

  test('comes as a workbook that says that it is not public', async () => {
    const url = '/api/v1/ministries/DFD/portfolio?format=xlsx';
    const { headers, rawPayload } = await app.inject({ url, headers: coordinator.headers });
    expect([headers['cache-control'], headers.link]).toEqual(['no-store', undefined]);
    expect(headers['content-disposition']).toBe('attachment; filename="samblikk-ikke-offentlig-DFD-2026.xlsx"');
    const [first, ...others] = await readXlsx(rawPayload);
    expect([first?.sheet, first?.data.length]).toEqual(['Ikke offentlig', 5]);
    expect(others.at(-1)?.data[0]?.[0]).toBe('Ikke offentlig');
  });

  test('every number leads to its own list of as many measures', async () => {
    const chosen = `number=${numberOf(0)},${numberOf(2)}`;
    for (const [list, value] of new Map(countsIn(await own(chosen)).map(([n, of]) => [of, n])))
      expect((await own(list)).total, list).toBe(value);
    expect(
      (await app.inject({ url: '/api/v1/ministries/XYZ/portfolio', headers: coordinator.headers })).statusCode,
    ).toBe(403);
  });
});

describe('portfolios that are kept', () => {
  const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, headers: Record<string, string>, payload?: object) =>
    app.inject({ method, url: `/api/v1/portfolios${path}`, headers, ...(payload && { payload }) });
  const hiddenAt = planted.findIndex((one) => !isPublic(one));
  const body = {
    name: 'Få barn: <b>foreldre</b> & co',
    query: 'lifeEvents=FA_BARN&page=3&utm_source=x',
    ministry: 'DFD',
  };

  test('are kept, renamed and removed by the ministry and by Digdir, and by nobody else; anyone may open them', async () => {
    for (const [headers, payload, status] of [
      [{}, body, 401],
      [agency.headers, body, 403],
      [other.headers, body, 403],
      [coordinator.headers, { ...body, ministry: null }, 403],
      [coordinator.headers, { ...body, name: ' ' }, 400],
      [coordinator.headers, { ...body, query: 'fase=idea' }, 422],
      // What is kept is open to all: no number of a measure that is withheld, or is not there, stands in it.
      [coordinator.headers, { ...body, query: `number=${numberOf(0)},${numberOf(hiddenAt)}` }, 400],
      [coordinator.headers, { ...body, query: 'number=2026-9999' }, 400],
      [coordinator.headers, body, 201],
      [coordinator.headers, body, 201],
      [analyst.headers, { ...body, ministry: null, name: 'Skate', query: 'skate=yes' }, 201],
    ] as const)
      expect((await send('POST', '', headers, payload)).statusCode).toBe(status);
    const listed = await ask<SavedPortfolio[]>('portfolios');
    expect(listed.map(({ slug, name, ministry }) => [slug, name, ministry?.code])).toEqual([
      ['fa-barn-b-foreldre-b-co', body.name, 'DFD'],
      ['fa-barn-b-foreldre-b-co-2', body.name, 'DFD'],
      ['skate', 'Skate', undefined],
    ]);
    const [first] = listed as [SavedPortfolio];
    expect((await portfolio(first.query)).total).toBe(2);
    for (const who of [other, agency])
      for (const [method, payload] of [
        ['PATCH', { name: 'Mitt' }],
        ['DELETE', undefined],
      ] as const)
        expect((await send(method, `/${first.slug}`, who.headers, payload)).statusCode).toBe(403);
    expect((await send('DELETE', '/skate', coordinator.headers)).statusCode).toBe(403);
    expect((await send('PATCH', `/${first.slug}`, coordinator.headers, { name: 'Barn' })).json()).toMatchObject({
      ...{ slug: first.slug, name: 'Barn' },
    });
    expect((await send('DELETE', `/${first.slug}`, analyst.headers)).statusCode).toBe(204);
    expect((await send('DELETE', `/${first.slug}`, analyst.headers)).statusCode).toBe(404);
    expect((await ask<SavedPortfolio[]>('portfolios')).map(({ slug }) => slug)).not.toContain(first.slug);
    const events = await db
      .select()
      .from(auditEvent)
      .where(like(auditEvent.action, 'portfolio.%'))
      .orderBy(asc(auditEvent.sequence));
    expect(events.map(({ action, actor }) => [action, actor])).toEqual([
      ['portfolio.taken', coordinator.personId],
      ['portfolio.kept', coordinator.personId],
      ['portfolio.kept', coordinator.personId],
      ['portfolio.kept', analyst.personId],
      ['portfolio.renamed', coordinator.personId],
      ['portfolio.removed', analyst.personId],
    ]);
  });
});
