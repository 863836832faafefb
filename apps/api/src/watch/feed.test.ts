import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantAgain, plantRound } from '../releases/testing.ts';
import { entriesIn, faultsOf } from './testing-atom.ts';

const { db, close } = await testDatabase();
let now = new Date('2019-12-01T09:00:00Z');
const config = testConfig({ publicUrl: 'https://samblikk.example' });
const app = await buildApp({ config, db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const nav = { id: 'nav', orgnr: '889640782', ministry: 'AID', name: 'Nav' };
const skatt = { id: 'skatt', orgnr: '974761076', ministry: 'FIN', name: 'Skatt' };
const secret = 'Hvalrosshemmelighet';
const answers = (name: string, more: object = {}) => ({
  ...{ name, deliverable: `Leverer ${name} <b> & "mer"`, publishable: 'yes', phase: 'idea', comments: secret },
  ...more,
});
const kept = { ...answers(secret), publishable: 'no', exemptionBasis: 'OFFL_13' };
const publish = async (year: number, at: string) => {
  now = new Date(at);
  return freezeRound(db, { year, actor: 'system:test', now });
};

// 2019: two measures, one withheld. 2026: one of them again, and one that is new; then one changed and one more.
await plantRound(db, {
  ...{ year: 2019, edition: '2019', agencies: [nav] },
  measures: [
    { number: '2019-0001', agency: 'nav', answers: answers('Felles oppslag') },
    { number: '2019-0002', agency: 'nav', answers: kept },
    { number: '2019-0003', agency: 'nav', answers: answers('Skjema') },
  ],
});
await publish(2019, '2019-12-01T09:00:00Z');
const { rows } = await db.execute<{ id: string }>("select id from measure where number = '2019-0001'");
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [nav, skatt] },
  measures: [
    { number: '2019-0001', agency: 'nav', answers: answers('Felles oppslag'), id: rows[0]?.id ?? '' },
    { number: '2026-0001', agency: 'skatt', answers: answers('Skattekort') },
    { number: '2026-0002', agency: 'skatt', answers: kept },
  ],
});
await publish(2026, '2026-11-01T09:00:00Z');

const read = async (path: string) => {
  const reply = await app.inject(path);
  expect(reply.statusCode, `${path} ${reply.body}`).toBe(200);
  expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(await faultsOf(reply.body), path).toEqual([]);
  expect(reply.body + JSON.stringify(reply.headers)).not.toContain(secret);
  return { reply, entries: entriesIn(reply.body) };
};
const told = async (path: string) =>
  (await read(path)).entries.map(({ kind, page, updated }) => [kind, page.slice(24), updated.slice(0, 10)]);

describe('the feed of a search', () => {
  test('tells of each measure when it became public, newest first', async () => {
    expect(await told('/register.atom')).toEqual([
      ['again', '/tiltak/2019-0001?round=2026', '2026-11-01'],
      ['new', '/tiltak/2026-0001?round=2026', '2026-11-01'],
      ['new', '/tiltak/2019-0001?round=2019', '2019-12-01'],
      ['new', '/tiltak/2019-0003?round=2019', '2019-12-01'],
    ]);
    expect(await told('/register.atom?agency=974761076')).toEqual([
      ['new', '/tiltak/2026-0001?round=2026', '2026-11-01'],
    ]);
    expect(await told('/register.atom?q=skjema')).toEqual([['new', '/tiltak/2019-0003?round=2019', '2019-12-01']]);
    expect(await told('/register.atom?round=2019&phase=idea')).toHaveLength(2);
    expect(await told('/register.atom?phase=concept')).toEqual([]);
    // Asked in 2026 alone: the round before has nothing to tell of it.
    expect(await told('/en/register.atom?withdrawnBefore=x&sourceCode=blank')).toHaveLength(4);
  });

  test('is about the search in words, in the language of the address, and says where the page is', async () => {
    for (const [prefix, language, title] of [
      ['', 'nb', 'Nytt i registeret: «oppslag» · Fase: Idé, Konsept'],
      ['/nn', 'nn', 'Nytt i registeret: «oppslag» · Fase: Idé, Konsept'],
      ['/en', 'en', 'New in the register: “oppslag” · Phase: Idea, Concept'],
    ] as const) {
      const { reply } = await read(`${prefix}/register.atom?q=oppslag&phase=idea,concept`);
      expect(reply.body).toContain(`xml:lang="${language}"`);
      expect(reply.body).toContain(`<title>${title}</title>`);
      expect(reply.body).toContain(
        `href="https://samblikk.example${prefix}/register?phase=idea,concept&#38;q=oppslag"`,
      );
    }
    const [one, other] = [
      await read('/register.atom?q=a&phase=idea&phase=concept&size=3'),
      await read('/register.atom?phase=idea,concept&q=a'),
    ];
    expect(one.reply.body).toBe(other.reply.body);
  });

  test('is not sent twice, and may be read by scripts of any site', async () => {
    const { reply } = await read('/register.atom');
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'last-modified': 'Sun, 01 Nov 2026 09:00:00 GMT',
    });
    const again = await app.inject({ url: '/register.atom', headers: { 'if-none-match': String(reply.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each([
    '/register.atom?phase=nope',
    '/register.atom?size=1000',
    '/tiltak/2019-0002.atom',
    '/tiltak/2026-0002.atom',
    '/tiltak/x.atom',
  ])('%s is no feed, and the answer says why', async (url) => {
    const reply = await app.inject(url);
    expect([400, 404, 422]).toContain(reply.statusCode);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });
});

describe('when a release comes that changes something', () => {
  test('what is the same keeps its entry, and what is new or changed comes first, with what changed', async () => {
    const before = (await read('/register.atom')).entries;
    await plantAgain(db, {
      ...{ year: 2026, agency: 'skatt' },
      measures: [
        { number: '2026-0001', answers: answers('Skattekort', { phase: 'execution', comments: `${secret} igjen` }) },
        { number: '2026-0003', answers: answers('Ny portal') },
      ],
    });
    await publish(2026, '2026-11-20T09:00:00Z');
    const { entries } = await read('/register.atom');
    expect(entries.map(({ kind, page }) => [kind, page.slice(24)]).slice(0, 2)).toEqual([
      ['changed', '/tiltak/2026-0001?round=2026'],
      ['new', '/tiltak/2026-0003?round=2026'],
    ]);
    expect(entries[0]?.summary).toBe('Endret i utgave 2026.2.\nFase: Idé → Gjennomføring');
    expect(entries.slice(2)).toEqual(before);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id } of entries) expect(id).toMatch(/^tag:samblikk\.example,2026:tiltak\/[\w-]+\/\d{4}\/[\w-]{12}$/);
  });

  test('a measure has a feed of its life: each year, and what changed in it', async () => {
    expect(await told('/tiltak/2026-0001.atom')).toEqual([
      ['changed', '/tiltak/2026-0001?round=2026', '2026-11-20'],
      ['new', '/tiltak/2026-0001?round=2026', '2026-11-01'],
    ]);
    expect(await told('/nn/tiltak/2019-0001.atom')).toEqual([
      ['again', '/nn/tiltak/2019-0001?round=2026', '2026-11-01'],
      ['new', '/nn/tiltak/2019-0001?round=2019', '2019-12-01'],
    ]);
  });

  test('one with something kept back since says so, not what', async () => {
    const partly = {
      ...answers('Ny portal'),
      publishable: 'partly',
      exemptFields: ['deliverable'],
      exemptionBasis: 'OFFL_13',
      deliverable: secret,
    };
    await plantAgain(db, { year: 2026, agency: 'skatt', measures: [{ number: '2026-0003', answers: partly }] });
    await publish(2026, '2026-11-25T09:00:00Z');
    const { entries } = await read('/tiltak/2026-0003.atom');
    expect(entries[0]?.kind).toBe('changed');
    expect(entries[0]?.summary).toContain('→ unntatt offentlighet');
  });

  test('one that is not public yet is in no feed, and one that is withdrawn is in none any more', async () => {
    now = new Date('2026-11-26T09:00:00Z');
    const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now, config });
    await plantAgain(db, {
      year: 2026,
      agency: 'nav',
      measures: [{ number: '2026-0009', answers: answers('Kommer snart') }],
    });
    const frozen = await app.inject({
      method: 'POST',
      url: '/api/v1/rounds/2026/freeze',
      headers,
      payload: { hold: true, confirmed: true },
    });
    expect(frozen.json().created, frozen.body).toBe(true);
    expect((await read('/register.atom')).reply.body).not.toContain('Kommer snart');
    expect((await app.inject('/tiltak/2026-0009.atom')).statusCode).toBe(404);
    const reason = { nb: 'Feil', nn: 'Feil', en: 'Wrong' };
    const before = (await read('/register.atom')).entries;
    const gone = await app.inject({
      method: 'POST',
      url: '/api/v1/rounds/2026/withdrawn-measures',
      headers,
      payload: { number: '2026-0001', reason },
    });
    expect(gone.statusCode, gone.body).toBe(200);
    const { reply, entries } = await read('/register.atom');
    expect(reply.body).not.toContain('Skattekort');
    // Each release that had it is withdrawn, and one without it is made: nothing is new by that, and what stands in a release that
    // is withdrawn is not told.
    const moments = new Map(before.map(({ id, updated }) => [id, updated]));
    expect(entries.map(({ id, updated }) => updated === moments.get(id))).toEqual([true, true, true, true]);
    expect(entries[0]?.summary).toBe('Endret i utgave 2026.3.');
    expect((await app.inject('/tiltak/2026-0001.atom')).json()).toMatchObject({
      status: 410,
      code: 'publicMeasureWithdrawn',
    });
  });
});
