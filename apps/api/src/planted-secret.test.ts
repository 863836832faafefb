import { type MeasureClaimsView, picturePath } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, exemptable } from '@samblikk/questionnaire';
import { languages } from '@samblikk/text';
import { eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { plantSecretPlan } from './plans/testing-secret.ts';
import { testDatabase } from './platform/db/testing.ts';
import { releaseOf } from './releases/index.ts';
import { digdir, nav, openRound } from './responses/testing.ts';
import { agencyVersion, round, sourceDelivery } from './schema.ts';
import { shownIn, svgOf } from './sharing/index.ts';
import { everyAddress, unread } from './testing-addresses.ts';
import { everyTable, readAll, wordsOf } from './testing-reading.ts';
import { served } from './testing-served.ts';
import { alertReaders } from './watch/testing-readers.ts';
import { serveWeb } from './web.ts';

// One word stands in every field that must not come out, in every way a field can be kept back. Then everything that
// anyone can read is read, and the word is looked for.
const secret = 'Hvalrosshemmelighet';
const open = 'Blåhvalkatalog';
const now = new Date('2026-03-02T09:00:00Z');

const { db, url: databaseUrl, close } = await testDatabase();
const config = testConfig();
/** What the program writes of itself, all levels of it. */
const log: string[] = [];
const logger = { level: 'trace', stream: { write: (line: string) => log.push(line) } };
const { app, routes } = await served(() =>
  buildApp({ config, db, clock: () => now, limits: false, web: serveWeb, logger }),
);
const readers = await alertReaders(app, db, config, () => now);
afterAll(async () => {
  await readers.close();
  await app.close();
  await close();
});

/** Every question answered, and the word wherever words can be written. Codes are such that all of it is asked. */
const everywhere: Answers = {
  name: `${secret} navn`,
  deliverable: `Leverer ${secret}`,
  tags: [secret.toLowerCase(), 'arkiv'],
  contactEmail: `${secret}@digdir.example`,
  phase: 'execution',
  funding: 'partly',
  totalCost: 7_654_321,
  budgetThisYear: 1_234_567,
  involvesOthers: 'yes',
  involvedScope: 'otherLevels',
  discussedWithKs: 'yes',
  effects: ['other'],
  effectsOther: `Virker ${secret}`,
  beneficiaries: ['other'],
  beneficiariesOther: `For ${secret}`,
  developsShared: 'yes',
  reusesShared: 'yes',
  technologies: ['other'],
  technologiesOther: `Med ${secret}`,
  innovation: 'high',
  comments: `Sier ${secret}`,
};
const withBasis: Answers = { exemptionBasis: `${secret} § 1` };
const closedOnly: Answers = { contactEmail: `${secret}@nav.example`, comments: `Sier ${secret}` };
const plain: Answers = { name: open, deliverable: 'Noe alle kan se', phase: 'execution', publishable: 'yes' };

/** What the agencies send in, by edition. */
const measures: Record<string, Record<string, Answers>> = {
  '2019': {
    'public, with closed fields': { ...plain, ...closedOnly, tags: ['sjøkart'] },
    withheld: { ...everywhere, ...withBasis, publishable: 'no' },
  },
  '2026': {
    'public, with closed fields': { ...plain, ...closedOnly, tags: ['sjøkart'] },
    withheld: { ...everywhere, ...withBasis, publishable: 'no', partners: [nav.orgnr] },
    'in part, everything kept back': {
      ...everywhere,
      publishable: 'partly',
      exemptFields: exemptable(editionOf('2026') as Edition).map(({ id }) => id),
      exemptionBasis: 'OFFL_13',
    },
    'in part, with a branch that would show': {
      ...plain,
      ...closedOnly,
      effects: ['other'],
      effectsOther: secret,
      publishable: 'partly',
      exemptFields: ['effects'],
      exemptionBasis: 'OFFL_13',
    },
  },
};
const numbers: string[] = [];
/** What people wait for letters about, and whether something of 2026 that is public is in it. */
const watched = {
  '': true,
  'phase=execution': true,
  'q=alle': true,
  'agency=991825827': true,
  [`q=${secret}`]: false,
  'tags=arkiv': false,
  'funding=partly': false,
  'effects=other': false,
} as const;
const mailboxOf = (search: string, language: string) =>
  `${language}-${Object.keys(watched).indexOf(search)}@leser.example`;

async function request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers: object, payload?: object) {
  const reply = await app.inject({
    method,
    url,
    headers: { ...headers, 'idempotency-key': `key ${url}` },
    ...(payload && { payload }),
  });
  expect(reply.statusCode, `${url} ${reply.body}`).toBeLessThan(300);
  return reply.statusCode === 204 ? undefined : reply.json();
}

/** Of what is claimed exempt, some is accepted, some asked about and some refused: what is said is for the agency and Digdir. */
async function sayOfClaims(year: number, admin: object): Promise<void> {
  const all: MeasureClaimsView[] = await request('GET', `/api/v1/rounds/${year}/exemptions`, admin);
  const claims = all.flatMap(({ measure, claims: each }) => each.map((claim) => ({ measure, ...claim })));
  expect(claims.length).toBeGreaterThan(0);
  const steps = ['accepted', 'refused', 'asked'] as const;
  for (const [at, { measure, field, grounds }] of claims.entries())
    await request('POST', `/api/v1/measures/${measure}/rounds/${year}/exemptions/decisions`, admin, {
      ...{ field, grounds, step: steps[at % steps.length], words: `Sier om unntaket ${secret}` },
    });
}

beforeAll(async () => {
  await openRound(db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
  for (const { id, orgnr } of [digdir, nav]) {
    const names = { nameNb: id, nameNn: id, nameEn: id, source: 'test' };
    await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ...names });
  }
  await db
    .update(round)
    .set({ state: 'open', opensAt: new Date(0), deadline: new Date('2100-01-01') })
    .where(eq(round.year, 2019));
  const { headers } = await signInAs(db, {
    roles: [
      { role: 'submit', agency: digdir.id },
      { role: 'fill', agency: digdir.id },
    ],
  });
  const { headers: admin } = await signInAs(db, { roles: [{ role: 'admin' }] });
  await request('POST', '/api/v1/portfolios', admin, { name: 'Alt', query: '', ministry: null });
  for (const [edition, all] of Object.entries(measures)) {
    const year = Number(edition);
    const ofAgency = `/api/v1/agencies/${digdir.orgnr}/rounds/${year}`;
    const create = async (changes: Answers) => {
      const { id, number, version } = await request('POST', `${ofAgency}/measures`, headers, {});
      const save = (basedOn: number, answers: Answers) =>
        request('PUT', `/api/v1/measures/${id}/answers/${edition}`, headers, { year, basedOn, changes: answers });
      numbers.push(id, number);
      return { id, save, version: (await save(version, changes)).version as number };
    };
    const saved = [];
    for (const answers of Object.values(all)) saved.push(await create(answers));
    // A measure taken out again.
    const gone = await create({ ...everywhere, publishable: 'yes' });
    await request('DELETE', `/api/v1/measures/${gone.id}/rounds/${year}`, headers);
    await request('POST', `${ofAgency}/submissions`, headers, { nothingToReport: false });
    await sayOfClaims(year, admin);
    // What is closed, and what is kept back, stays so when it is corrected.
    for (const [at, answers] of Object.values(all).entries()) {
      const { id = '', version = 0 } = saved[at] ?? {};
      const corrections = {
        comments: `Retter ${secret}`,
        ...(answers.deliverable !== plain.deliverable && {
          deliverable: `Leverer rettet ${secret}`,
          totalCost: 1_234_567,
        }),
        ...(answers.effectsOther === secret && { effectsOther: `Annet ${secret}` }),
      };
      for (const [question, value] of Object.entries(corrections)) {
        const ofMeasure = `/api/v1/measures/${id}/rounds/${year}/corrections`;
        const proposal = { question, value, version, reason: `Rettet: ${secret}` };
        const { id: correction } = await request('POST', ofMeasure, admin, proposal);
        await request('POST', `${ofMeasure}/${correction}/answer`, headers, { accept: true, text: secret });
      }
    }
    if (edition === '2026')
      for (const search of Object.keys(watched))
        for (const language of languages) await readers.watching(mailboxOf(search, language), search, language);
    if (edition === '2026') {
      // What the agency calls its list, where it is, and what it is called there.
      const address = `https://${secret}.example/${secret}.csv?key=${secret}`;
      const added = { kind: 'address', name: `Listen ${secret}`, address, pace: 'daily' };
      const { id: sourceId } = await request('POST', `/api/v1/agencies/${digdir.orgnr}/sources`, headers, added);
      const [{ id: roundId } = { id: '' }] = await db.select().from(round).where(eq(round.year, year));
      const counts = { created: 1, carriedForward: 0, changed: 0, unchanged: 0, conflicts: 0, left: 0, skipped: 0 };
      const delivery = { outcome: 'taken', fileName: `${secret}.csv`, counts, at: new Date(0) } as const;
      await db.insert(sourceDelivery).values({ id: v7(), sourceId, roundId, ...delivery });
    }
    await request('POST', `/api/v1/rounds/${year}/freeze`, admin, { confirmed: true });
    if (edition === '2026') await plantSecretPlan({ request, headers, measure: saved[0]?.id ?? '', secret });
    // What is written after the freeze: a change, and a measure not sent in.
    await saved[0]?.save(saved[0].version, { name: secret, deliverable: secret });
    await create({ ...everywhere, publishable: 'yes' });
  }
});

const withheldWord = new RegExp(`${secret}|7.?654.?321|1.?234.?567`, 'i');

async function read(url: string) {
  const reply = await app.inject(url);
  const text = await wordsOf(reply);
  expect(text.match(withheldWord)?.[0], url).toBeUndefined();
  return reply;
}

describe('what anyone can read', () => {
  test('is there: the search below would find something', async () => {
    const reply = await read(`/api/v1/register?q=${encodeURIComponent(open)}`);
    expect(reply.json().total).toBe(3);
    expect((await read('/api/v1/register.csv')).body).toContain(open);
    const table = (await read('/api/v1/statistics/2026/table?rows=publishable')).json();
    expect(table.extension.n).toBe(4);
  });

  test('at every open address and page, in every format and language, says nothing of the secret', async () => {
    const answered = new Set<string>();
    const all = await everyAddress(app, routes, numbers);
    for (const [route, urls] of all)
      for (const url of urls) if ((await read(url)).statusCode < 300) answered.add(route);
    // Whatever is opened is read; what is not read is named, with why.
    expect([...all.keys()].filter((route) => !answered.has(route)).toSorted()).toEqual(Object.keys(unread).toSorted());
    expect(answered.size).toBeGreaterThan(150);
  }, 240_000);

  test.each([2019, 2026])('in no table of %i, by any variable, in any format', async (year) => {
    const tables = await everyTable(app, year);
    expect(tables.length).toBeGreaterThan(100);
    for (const url of tables) await read(url);
  });

  test.each([
    secret,
    secret.toLowerCase(),
    secret.slice(0, -1),
    `${secret.slice(0, 5)}`,
    `Hvalrossshemmelighet`,
    `"${secret}"`,
  ])('a search for %s finds nothing, and guesses nothing', async (q) => {
    for (const lang of ['nb', 'nn', 'en']) {
      const reply = await app.inject(`/api/v1/register?lang=${lang}&q=${encodeURIComponent(q)}`);
      const { total, items, suggestion } = reply.json();
      expect({ total, items }, JSON.stringify(suggestion)).toEqual({ total: 0, items: [] });
      expect(suggestion?.q ?? '').not.toMatch(/hvalross/i);
      const suggested = await app.inject(`/api/v1/register/suggest?lang=${lang}&q=${encodeURIComponent(q)}`);
      expect(suggested.json()).toEqual([]);
    }
  });

  test.each([2019, 2026])('a guess at a word of %i is answered as any other word', async (year) => {
    const { variables } = (await app.inject(`/api/v1/statistics/${year}/variables`)).json();
    for (const { id } of variables) {
      for (const address of [`register?round=${year}&`, `statistics/${year}/table?rows=phase&`, 'register.json?']) {
        const answer = async (word: string) => {
          const { statusCode, body } = await app.inject(`/api/v1/${address}${id}=${word}`);
          return `${statusCode} ${body.replaceAll(word, '…')}`;
        };
        expect(await answer(secret.toLowerCase()), `${address}${id}`).toBe(await answer('hvithvalhemmelighet'));
      }
    }
  });

  // Notes, numbers outside, sums, medians, lengths, ETags and search counts: nothing depends on what is kept back.
  test('would be the same to the last byte, had what is kept back been something else', async () => {
    const lists = [
      '',
      'phase=execution',
      'funding=partly&agency=991825827',
      'q=alle',
      'q=arkiv',
      'q=arkvi',
      'q=digdir%20robotikk',
      'q=ide%20sky%20gjennomf%C3%B8ring',
      'q=-alle',
      'q=%22noe%20alle%22',
      'tags=arkiv',
      'totalCost=blank',
    ];
    const searches = ['register', 'register.csv', 'register.json'].flatMap((file) =>
      lists.map((query) => `/api/v1/${file}?${query}`),
    );
    const all = [
      ...[...(await everyAddress(app, routes, numbers))].flatMap(([route, urls]) => (route in unread ? [] : urls)),
      ...(await everyTable(app, 2019)),
      ...(await everyTable(app, 2026)),
      ...searches,
    ];
    const addresses = all.filter((url) => !url.includes('xlsx'));
    const before = await readAnew(addresses);
    await db.execute(sql`alter table release_measure disable trigger all`);
    const others = {
      phase: 'idea',
      funding: 'no',
      innovation: 'low',
      involvesOthers: 'no',
      effects: ['efficiency'],
      tags: ['noe'],
      totalCost: 1,
    };
    const { rowCount } = await db.execute(sql`
      update release_measure set answers = (answers || ${JSON.stringify(others)}::jsonb) - 'budgetThisYear' - 'technologies'
      where visibility = 'withheld' or answers->'exemptFields' @> '["phase"]'`);
    const branch = await db.execute(sql`
      update release_measure set answers = answers || '{"effects":["efficiency"]}' where answers->'exemptFields' = '["effects"]'`);
    await db.execute(sql`alter table release_measure enable trigger all`);
    expect([rowCount, branch.rowCount]).toEqual([3, 1]);
    const after = await readAnew(addresses);
    expect(before.size).toBeGreaterThan(1000);
    for (const [url, said] of before) expect([url, after.get(url)]).toEqual([url, said]);
  }, 240_000);

  /** Nothing is remembered: files that are made once are made again. */
  async function readAnew(addresses: readonly string[]) {
    for (const table of ['frozen_file', 'frozen_file_piece']) {
      await db.execute(sql.raw(`alter table ${table} disable trigger all`));
      await db.execute(sql.raw(`delete from ${table}`));
      await db.execute(sql.raw(`alter table ${table} enable trigger all`));
    }
    return readAll(databaseUrl, now, addresses, { web: serveWeb });
  }

  test('in the letters of those who watch searches', async () => {
    await readers.send();
    const letters = (await readers.arrived()).filter(({ to }) => to.endsWith('@leser.example'));
    const told = Object.entries(watched).flatMap(([search, isTold]) =>
      isTold ? languages.map((language) => mailboxOf(search, language)) : [],
    );
    expect(letters.map(({ to }) => to).toSorted()).toEqual(told.toSorted());
    for (const { to, head, text } of letters) {
      expect(`${head}\n${text}`.match(withheldWord)?.[0], to).toBeUndefined();
      expect(text).toContain(open);
    }
  });

  test('in what is written on a picture of a page', async () => {
    let drawn = 0;
    for (const year of [2019, 2026]) {
      const release = await releaseOf(db, now, year);
      for (const number of numbers) {
        const shown = shownIn(db, now, release, { kind: 'measure', id: number, language: 'nb' });
        const text = await shown.then(svgOf, (error) => String(error.code));
        expect(text, number).not.toMatch(withheldWord);
        if (text.includes('Tiltak')) drawn++;
        const { statusCode } = await app.inject(picturePath('nb', `${year}.1`, 'measure', number));
        expect(statusCode).toBe(text.includes('Tiltak') ? 200 : 404);
      }
    }
    // By number and by id: one of 2019, three of 2026.
    expect(drawn).toBe(8);
  });

  test('in nothing that the program writes of itself', () => {
    expect(log.length).toBeGreaterThan(1000);
    for (const line of log) expect(line).not.toMatch(withheldWord);
  });
});
