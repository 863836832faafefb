import { picturePath } from '@samblikk/contract';
import {
  type Answers,
  type Edition,
  editionOf,
  exemptable,
  publicationVariables,
  variablesOf,
} from '@samblikk/questionnaire';
import { languages, prefixes } from '@samblikk/text';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { type PlantedMeasure, plantRound } from './releases/testing.ts';
import {
  agencyNote,
  correction,
  declination,
  messageText,
  population,
  qualityLook,
  query,
  reopening,
} from './schema.ts';
import { everyAddress } from './testing-addresses.ts';
import { everyTable, wordsOf } from './testing-reading.ts';
import { served } from './testing-served.ts';
import { alertReaders } from './watch/testing-readers.ts';
import { serveWeb } from './web.ts';

// A measure is public in two releases, and then withdrawn from the public. In everything around it that is not for the public —
// what staff note, ask, propose and decide, who they are, a pilot — stands a word of its own. Then all that anyone can read is read.
const now = new Date('2026-06-01T09:00:00Z');
const word = (kind: string) => `Kaskelott${kind}`;
const secret = /kaskelott\w*/i;
const amount = 7_654_321;
const reason = { nb: 'Trukket.', nn: 'Trekt.', en: 'Withdrawn.' };

const { db, close } = await testDatabase();
const config = testConfig();
const { app, routes } = await served(() => buildApp({ config, db, clock: () => now, limits: false, web: serveWeb }));
const readers = await alertReaders(app, db, config, () => now);
afterAll(async () => {
  await readers.close();
  await app.close();
  await close();
});

const edition = editionOf('2026') as Edition;
const agencies = ['991825827', '889640782', '974760673', '985399077'].map((orgnr, at) => ({
  ...{ id: `etat-${at}`, orgnr, ministry: 'DFD', name: `Etat ${at}`, facts: { skate: 'yes' } },
}));
const [first] = agencies as [(typeof agencies)[number]];

/** A measure with a word in every text, all asked. Its phase is exempt, so a part of it never was public. */
const withdrawn = (kind: string): Answers => ({
  ...{ name: `${word(kind)} navn`, deliverable: `Leverer ${word(kind)}`, tags: [word(kind).toLowerCase()] },
  ...{ contactEmail: `${word('adresse')}@etat.example`, phase: 'execution', funding: 'partly', totalCost: amount },
  ...{
    effects: ['other'],
    effectsOther: `Virker ${word(kind)}`,
    beneficiaries: ['other'],
    comments: word('kommentar'),
  },
  ...{ beneficiariesOther: `For ${word(kind)}`, technologies: ['other'], technologiesOther: word(kind) },
  ...{ innovation: 'high', publishable: 'partly', exemptFields: ['phase'], exemptionBasis: 'OFFL_13' },
});
const plain: Answers = {
  name: 'Åpent tiltak',
  deliverable: 'Noe',
  phase: 'idea',
  publishable: 'yes',
  contactEmail: 'a@b.example',
};
const withheld = (at: number): Answers => ({
  ...{ ...plain, name: word('holdt'), publishable: 'no', exemptionBasis: 'OFFL_13', totalCost: amount },
  ...{ phase: ['idea', 'concept', 'planning'][at % 3] as string, funding: ['yes', 'no', 'partly'][at % 3] as string },
});

const number = '2019-0001';
let id = '';
const headers: Record<string, string> = {};
const call = async (method: 'POST' | 'PUT', url: string, payload: object) => {
  const reply = await app.inject({ method, url: `/api/v1/${url}`, headers, payload });
  expect(reply.statusCode, `${url} ${reply.body}`).toBeLessThan(300);
  return reply.json();
};

beforeAll(async () => {
  Object.assign(headers, (await signInAs(db, { roles: [{ role: 'admin' }], name: word('ansatt'), now })).headers);
  // The same measure the time before, which stays public.
  [id = ''] = await plantRound(db, {
    ...{ year: 2019, edition: '2019', agencies },
    measures: [{ number, agency: first.id, answers: { ...plain, name: 'Slik det var' } }],
  });
  const others: PlantedMeasure[] = agencies.flatMap(({ id: agency }, at) => [
    { number: `2026-1${at}`, agency, answers: { ...plain, name: `Åpent ${at}` } },
    { number: `2026-2${at}`, agency, answers: withheld(at) },
  ]);
  await plantRound(db, {
    ...{ year: 2026, edition: '2026', agencies },
    measures: [{ id, number, agency: first.id, answers: withdrawn('tiltak') }, ...others],
  });
  await plantRound(db, {
    ...{ year: 9026, edition: '2026', agencies: [first] },
    measures: [{ number: '9026-0001', agency: first.id, answers: { ...withdrawn('prøve'), publishable: 'yes' } }],
  });
  await plantWords();
  for (const year of [2019, 2026]) await call('POST', `rounds/${year}/freeze`, { confirmed: true });
  // They wait for a letter about the second release, and it is written only when the measure is withdrawn.
  for (const language of languages) await readers.watching(`${language}@leser.example`, '', language);
  await plantSecondRelease();
});

/** What staff and agencies say among themselves. */
async function plantWords(): Promise<void> {
  const { rows } = await db.execute<{ id: string; revision: string }>(sql`select r.id, v.id as revision from round r
    join revision v on v.round_id = r.id where r.year = 2026 and v.measure_id = ${id}`);
  const [{ id: roundId = '', revision: revisionId = '' } = {}] = rows;
  const of = { roundId, measureId: id };
  const staff = { askedAt: now, askedByName: word('ansatt') };
  await db.update(population).set({ contactEmail: `${word('postkasse')}@etat.example` });
  await db.insert(agencyNote).values({
    ...{ id: v7(), version: 1, agencyId: first.id, year: 2026, text: word('notat') },
    ...{ writtenAt: now, writtenByName: word('ansatt') },
  });
  const replied = { reply: word('svar'), repliedAt: now, repliedByName: word('navn') };
  await db
    .insert(query)
    .values({ id: v7(), ...of, question: 'name', version: 1, text: word('spørsmål'), ...staff, ...replied });
  await db.insert(correction).values({
    ...{ id: v7(), ...of, question: 'deliverable', version: 1, given: `Leverer ${word('tiltak')}` },
    ...{
      corrected: word('retting'),
      reason: word('grunn'),
      dueAt: now,
      proposedAt: now,
      proposedByName: word('ansatt'),
    },
    ...{ answer: 'refused', answerText: word('avslag'), answeredAt: now, answeredByName: word('navn') },
  });
  const look = { id: v7(), ...of, revisionId, note: word('blikk'), lookedAt: now, lookedByName: word('ansatt') };
  await db.insert(qualityLook).values(look);
  const said = { reason: word('avstår'), declinedAt: now, declinedByName: word('ansatt') };
  await db.insert(declination).values({ roundId, agencyId: 'etat-1', ...said });
  await db
    .insert(reopening)
    .values({ roundId, agencyId: first.id, reason: word('frist'), askedAt: now, askedByName: word('navn') });
  const text = { subject: word('emne'), text: word('brev') };
  await db.insert(messageText).values({ roundId, kind: 'reminder', language: 'nb', ...text });
  await call('POST', `measures/${id}/rounds/2026/exemptions/decisions`, {
    ...{ field: 'phase', grounds: JSON.stringify(['OFFL_13', null]), step: 'asked', words: word('unntak') },
  });
}

/** A second release of 2026 that says something else of the measure, and of one that is withheld, which nobody may notice. */
async function plantSecondRelease(): Promise<void> {
  await db.execute(sql`insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
    select gen_random_uuid(), measure_id, round_id, 2, edition, answers
      || case when measure_id = ${id} then ${JSON.stringify({ deliverable: word('rettet') })}::jsonb
              else ${JSON.stringify({ name: word('gjemt'), phase: 'execution' })}::jsonb end, '{}', '{}'
    from revision where edition = '2026' and (measure_id = ${id} or measure_id = (select id from measure where number = '2026-20'))`);
  await db.execute(sql`insert into submission (id, round_id, agency_id, number, receipt, idempotency_key, content_hash, late, submitted_at, submitted_by_name)
    select gen_random_uuid(), round_id, agency_id, 2, 'to', 'to', '', false, ${now.toISOString()}::timestamptz, ${word('navn')}
    from submission s join round r on r.id = s.round_id where r.year = 2026 and agency_id = ${first.id}`);
  await db.execute(sql`insert into submission_revision (submission_id, revision_id, submitted_at, late)
    select (select id from submission where receipt = 'to'), v.id, ${now.toISOString()}::timestamptz, false
    from revision v join round r on r.id = v.round_id join measure_round m on m.measure_id = v.measure_id and m.round_id = v.round_id
    where r.year = 2026 and m.agency_id = ${first.id} and v.version =
      (select max(w.version) from revision w where w.measure_id = v.measure_id and w.round_id = v.round_id)`);
  await call('POST', 'rounds/2026/freeze', { confirmed: true, reason: 'Rettet.' });
}

async function said(url: string): Promise<{ status: number; text: string }> {
  const reply = await app.inject(url);
  return { status: reply.statusCode, text: await wordsOf(reply) };
}

const tables = () => everyTable(app, 2026);
async function all(): Promise<string[]> {
  const everything = await everyAddress(app, routes, [number, id, '2026-20', '2026-0020', '9026-0001']);
  const pilot = [
    ...['statistics/9026/variables', 'statistics/9026/table?rows=phase', 'register?round=9026', 'releases?year=9026'],
    ...['publications/9026.1', 'datasets/9026.1', 'publications/2026.1', 'publications/2026.2', 'publications/2026.3'],
  ].map((path) => `/api/v1/${path}`);
  const gone = ['2026.1', '2026.2', '2026.3', '9026.1'].flatMap((name) => [
    ...[`/${name}`, `/utgaver/${name}`, `/${name}/tiltak.csv`, `/nn/${name}/tiltak.json`],
    picturePath('nb', name, 'measure', number),
  ]);
  const searched = ['register', 'embed/register', 'embed/number', 'varsle', 'register.atom', 'api/v1/register'];
  const guessed = searched.map((path) => `/${path}?q=kaskelo`);
  return [...[...everything.values()].flat(), ...(await tables()), ...pilot, ...gone, ...guessed];
}

describe('a measure that is withdrawn, and what is said around it', () => {
  const known = new Map<string, Record<string, number>>();
  let measures = 0;

  test('there is something to find: its words are public, and nothing that is said around it', async () => {
    const found = new Set<string>();
    for (const url of await all()) {
      const { text } = await said(url);
      for (const [one] of text.matchAll(new RegExp(secret, 'gi'))) found.add(one.toLowerCase());
    }
    expect([...found].toSorted()).toEqual(['kaskelottrettet', 'kaskelotttiltak']);
    // That a withheld measure is another than before, no list of what is new tells.
    const [newest] = (await app.inject('/api/v1/releases?year=2026')).json();
    const { measures: changed } = (await app.inject(`/api/v1/releases/${newest.id}/changes`)).json();
    expect(changed.map((one: { number: string }) => one.number)).toEqual([number]);
    const feed = (await app.inject('/register.atom?round=2026')).body;
    const told = [...feed.matchAll(/<id>tag:[^<]*tiltak\/([\d-]+)\/2026/g)].map(([, which]) => which);
    expect([...new Set(told)].toSorted()).toEqual([number, '2026-10', '2026-11', '2026-12', '2026-13']);
  }, 240_000);

  test('withdrawn, its words are nowhere', async () => {
    await remember();
    measures = (await app.inject('/api/v1/statistics/2026/table?rows=phase')).json().extension.n;
    await call('POST', 'rounds/2026/withdrawn-measures', { number, reason });
    await readers.send();
    const letters = (await readers.arrived()).filter(({ to }) => to.endsWith('@leser.example'));
    expect(letters.map(({ text }) => text)).toEqual([]);
    let answered = 0;
    for (const url of await all()) {
      const { status, text } = await said(url);
      if (status < 300) answered += 1;
      expect(text.match(secret)?.[0], url).toBeUndefined();
    }
    expect(answered).toBeGreaterThan(150);
  }, 240_000);

  test('its page tells that it was withdrawn, and that of the year before is there', async () => {
    for (const language of languages) {
      const gone = await app.inject(`${prefixes[language]}/tiltak/${number}?round=2026`);
      expect([gone.statusCode, gone.body.includes(reason[language])]).toEqual([410, true]);
      const before = await app.inject(`${prefixes[language]}/tiltak/${number}?round=2019`);
      expect([before.statusCode, before.body.includes('Slik det var')]).toEqual([200, true]);
    }
  });

  // Whoever kept the numbers of before subtracts those of now.
  test('the numbers before and after differ by what was public of it, and by nothing else', async () => {
    const before = new Map(known);
    await remember();
    expect((await app.inject('/api/v1/statistics/2026/table?rows=phase')).json().extension.n).toBe(measures - 1);
    const own = withdrawn('tiltak');
    for (const [variable, then] of before) {
      const after = known.get(variable) ?? {};
      const differing = Object.keys(then).filter((code) => then[code] !== (after[code] ?? 0));
      const answer = own[variable];
      const shown = Array.isArray(answer) ? answer : [answer ?? 'blank'];
      if (variable === 'phase') expect([variable, differing]).toEqual([variable, ['withheld']]);
      else if (exemptable(edition).some(({ id: question }) => question === variable))
        expect([variable, differing.every((code) => shown.includes(code) || code === 'notAsked')]).toEqual([
          variable,
          true,
        ]);
    }
  });

  /** How many gave each answer, of the whole round. */
  async function remember(): Promise<void> {
    for (const { id: variable, options } of variablesOf(edition)) {
      if (!options || publicationVariables(edition).has(variable)) continue;
      const reply = await app.inject(`/api/v1/statistics/2026/table?rows=${variable}`);
      if (reply.statusCode !== 200) continue;
      const { dimension, extension } = reply.json();
      const codes: string[] = dimension[variable]?.category.index ?? [];
      known.set(variable, Object.fromEntries(codes.map((code, at) => [code, extension.counts[at]])));
    }
    expect(known.size).toBeGreaterThan(8);
  }
});
