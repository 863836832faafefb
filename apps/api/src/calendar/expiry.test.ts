import type { Calendar, DryRun, MeasureClaimsView, RegisterMeasure, ReleaseChanges, Start } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { freezeConcerns } from '../pages/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { auditEvent, mail, revision, round, submission } from '../schema.ts';
import { runCalendar } from './index.ts';

// What is exempt until a day is opened by the calendar at midnight in Norway, in a release made of the one that is public. One ends the
// day before the clock goes back (Sunday 25 October 2026), one on that day, so that both midnights are tried.

const { db, pool, close } = await testDatabase();
let now = new Date('2026-09-01T10:00:00Z');
const config = testConfig({ session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
const mailContext = mailContextOf({ config, wake: async () => undefined });
const app = await buildApp({ config, db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const secret = { cost: 7_316_254, name: 'Kvasarium' };
const claim = { exemptionBasis: 'OFFL_13' };
const common = { contactEmail: 'a@b.example', deliverable: 'Noe', phase: 'idea' };
const partly = { ...common, ...claim, publishable: 'partly' };
/** What is asked because of an exempt answer is closed with it, until the agency claims that too. */
const withOther = { ...partly, name: 'Bak', technologies: ['other'], technologiesOther: 'Gnister' };
const planted = (number: string, agency: string, answers: Answers) => ({ number, agency, answers });
const [costly = '', whole = '', again = '', asked = '', behind = ''] = await plantRound(db, {
  year: 2026,
  edition: '2026',
  agencies: [
    { id: 'nibio', orgnr: '988983837', ministry: 'LMD' },
    { id: 'nve', orgnr: '970205039', ministry: 'OED' },
  ],
  measures: [
    planted('2026-0001', 'nibio', {
      ...{
        ...partly,
        name: 'Delvis',
        totalCost: secret.cost,
        innovation: 'high',
        exemptFields: ['totalCost', 'innovation'],
      },
    }),
    planted('2026-0002', 'nibio', { ...common, ...claim, name: secret.name, publishable: 'no', totalCost: 1_000 }),
    planted('2026-0003', 'nve', { ...partly, name: 'Igjen', totalCost: 2_222_222, exemptFields: ['totalCost'] }),
    planted('2026-0004', 'nve', { ...partly, name: 'Spurt', totalCost: 3_333_333, exemptFields: ['totalCost'] }),
    planted('2026-0006', 'nve', { ...withOther, exemptFields: ['technologies'] }),
    planted('2026-0005', 'nve', { ...common, name: 'Åpent', publishable: 'yes' }),
  ],
});
await db
  .update(round)
  .set({ publishAt: new Date('2026-09-01T08:00:00Z') })
  .where(eq(round.year, 2026));
const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], email: 'ada@digdir.example', now, config });

const get = (url: string, as: object = headers) => app.inject({ url: `/api/v1/${url}`, headers: { ...as } });
const decide = async (measure: string, field: string | null, body: object) => {
  const all: MeasureClaimsView[] = (await get('rounds/2026/exemptions')).json();
  const grounds = all.find((one) => one.measure === measure)?.claims.find((one) => one.field === field)?.grounds;
  const url = `/api/v1/measures/${measure}/rounds/2026/exemptions/decisions`;
  const reply = await app.inject({ method: 'POST', url, headers, payload: { field, grounds, ...body } });
  expect(reply.statusCode, reply.body).toBe(200);
};
const tick = async (moment: string) => {
  now = new Date(moment);
  return (await runCalendar(db, await mailContext(), now, freezeConcerns))
    .filter(({ year }) => year === 2026)
    .map(({ event, outcome }) => [event, outcome]);
};
const current = async (): Promise<{ id: string; name: string }> => (await get('releases?year=2026', {})).json()[0];
const frozenIn = async (number: number) =>
  (
    await pool.query(
      `select to_jsonb(m) as measure, to_jsonb(r) as release from release_measure m join release r on r.id = m.release_id
       join round on round.id = r.round_id where round.year = 2026 and r.number = $1 order by position`,
      [number],
    )
  ).rows;
/** Every public address that shows or counts measures, as one text without spaces. */
const everythingPublic = async () => {
  const { id } = await current();
  const addresses = [
    ...[
      'register',
      'register.csv',
      'register.json',
      'register/2026-0001',
      'register/2026-0002',
      'register/2026-0006',
      `releases/${id}/changes`,
    ],
    ...['statistics/2026/table?rows=agency&measure=sum&of=totalCost', 'statistics/2026/table?rows=innovation'],
    ...['statistics/2026/table?rows=agency&columns=costBand', 'statistics/2026/figures/cost-bands'],
  ];
  const replies = await Promise.all(addresses.map((address) => get(address, {})));
  return replies.map(({ body }) => body.replace(/\s|&nbsp;/g, '')).join('\n');
};
const costIn = async (number: string) =>
  ((await get(`register/${number}`, {})).json() as RegisterMeasure).sections
    .flatMap(({ answers }) => answers)
    .find(({ question }) => question === 'totalCost')?.state;

/** The agency sends in one of its measures anew, as the tables have it. */
async function sendAnew(measure: string, answers: Answers, number: number): Promise<void> {
  const [old] = await db.select().from(revision).where(eq(revision.measureId, measure));
  const [sent] = await db.select().from(submission).where(eq(submission.agencyId, 'nve'));
  if (!old || !sent) throw new Error('Nothing was planted.');
  const [id, key] = [uuid(), uuid()];
  await db.insert(revision).values({ ...old, id, version: number, answers });
  await db.insert(submission).values({ ...sent, id: key, number, receipt: key, idempotencyKey: key, submittedAt: now });
  await db.execute(sql`insert into submission_revision (submission_id, revision_id, submitted_at, late)
    select distinct on (r.measure_id) ${key}::uuid, r.id, ${now.toISOString()}::timestamptz, false
    from revision r join measure_round m on m.measure_id = r.measure_id where m.agency_id = 'nve' order by r.measure_id, r.version desc`);
}

describe('what is exempt until a day', () => {
  beforeAll(async () => {
    await decide(costly, 'totalCost', { step: 'accepted', until: '2026-10-24' });
    await decide(costly, 'innovation', { step: 'accepted' });
    await decide(whole, null, { step: 'accepted', until: '2026-10-25' });
    await decide(again, 'totalCost', { step: 'accepted', until: '2026-10-24' });
    await decide(behind, 'technologies', { step: 'accepted', until: '2026-10-24' });
    await decide(asked, 'totalCost', { step: 'refused', words: 'Hvorfor?' });
    // It is past its day of publication.
    expect(await tick('2026-09-01T10:00:00Z')).toEqual([['publish', 'notPublic']]);
  });

  test('has its day in the dry run of the year, also before the release is made', async () => {
    await db
      .update(round)
      .set({ freezeAt: new Date('2026-09-02T10:00:00Z') })
      .where(eq(round.year, 2026));
    const planned: DryRun = (await get('rounds/2026/calendar/dry-run')).json();
    const days = ['2026-09-15T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'];
    expect(planned.flatMap(({ event, told, at }) => (event === 'expiry' && !told ? [at] : []))).toEqual(days);
    await db.update(round).set({ freezeAt: null }).where(eq(round.year, 2026));
    await freezeRound(db, { year: 2026, actor: 'system:test', now });
    const later: DryRun = (await get('rounds/2026/calendar/dry-run')).json();
    expect(later.flatMap(({ event, told, at }) => (event === 'expiry' && !told ? [at] : []))).toEqual(days);
    const { next }: Start = (await get('rounds/2026/start')).json();
    expect(next).toEqual(days.map((at) => ({ event: 'expiry', at })));
    expect((await get('releases?year=2026', {})).json()).toHaveLength(1);
  });

  test('stays closed while the agency answers a refusal, or has sent in another claim, also of what would come out along with it', async () => {
    now = new Date('2026-09-10T10:00:00Z');
    const agency = await signInAs(db, { roles: [{ role: 'fill', agency: 'nve' }], now, config });
    const url = `/api/v1/measures/${asked}/rounds/2026/exemptions/answers`;
    const payload = { field: 'totalCost', words: 'Derfor.' };
    expect((await app.inject({ method: 'POST', url, headers: agency.headers, payload })).statusCode).toBe(200);
    const grounds = { exemptionBasis: 'OFFL_14' };
    await sendAnew(
      again,
      { ...partly, ...grounds, name: 'Igjen', totalCost: 2_222_222, exemptFields: ['totalCost'] },
      2,
    );
    await sendAnew(behind, { ...withOther, exemptFields: ['technologies', 'technologiesOther'] }, 3);
    expect(await tick('2026-09-20T10:00:00Z')).toEqual([]);
    expect(await costIn('2026-0004')).toBe('withheld');
  });

  test('is told to staff the day before, in words that name the measures and no answer', async () => {
    expect(await tick('2026-10-23T21:59:59Z')).toEqual([]);
    expect(await tick('2026-10-23T22:00:00Z')).toEqual([['expiry', 'told']]);
    expect(await tick('2026-10-23T22:01:00Z')).toEqual([]);
    const [letter] = await db.select().from(mail).where(eq(mail.kind, 'calendarNotice'));
    expect(letter?.title).toBe('I morgen i runden 2026: unntak går ut');
    expect(letter?.body).toContain('Svarene blir åpnet 25. oktober 2026 kl. 00:00, i en ny utgave');
    expect(letter?.body).toContain('Dette blir offentlig i 1 tiltak: 2026-0001.');
    expect(letter?.body).toContain('/runder/2026/unntak?show=all');
    expect(letter?.body?.replace(/\s/g, '')).not.toContain(String(secret.cost));
  });

  test('is nowhere public a second before the day ends in Norway', async () => {
    expect(await tick('2026-10-24T21:59:59Z')).toEqual([]);
    expect((await current()).name).toBe('2026.1');
    const all = await everythingPublic();
    for (const kept of [String(secret.cost), secret.name]) expect(all).not.toContain(kept);
  });

  test('is opened at midnight in a release of its own, by one of several copies; the old one stays to the byte', async () => {
    const before = await frozenIn(1);
    now = new Date('2026-10-24T22:00:00Z');
    const context = await mailContext();
    const copies = await Promise.all(Array.from({ length: 4 }, () => runCalendar(db, context, now, freezeConcerns)));
    // The next one is told of at the same moment, a day of 25 hours before.
    expect(
      copies
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['done', 'told']);
    expect(await tick('2026-10-24T22:01:00Z')).toEqual([]);
    expect(await current()).toMatchObject({
      ...{ name: '2026.2', measures: 6, dataAsOf: '2026-09-01T10:00:00.000Z' },
      reason: {
        nb: 'Unntaket fra offentlighet gikk ut 24. oktober 2026.',
        nn: 'Unntaket frå offentlegheit gjekk ut 24. oktober 2026.',
        en: 'The exemption from publication ended on 24 October 2026.',
      },
    });
    expect(await frozenIn(1)).toEqual(before);
    const lines = await db.select().from(auditEvent).where(eq(auditEvent.actor, 'system:calendar'));
    expect(lines.map(({ action }) => action)).toEqual(['release.frozen', 'release.published', 'exemption.ended']);
    expect(lines.at(-1)).toMatchObject({
      subject: `measure:${costly}`,
      details: { year: 2026, field: 'totalCost', lastDay: '2026-10-24', release: 2 },
    });
  });

  test('is then in register, file and statistics, and nothing else is', async () => {
    expect(await costIn('2026-0001')).toBe('answered');
    for (const closed of ['2026-0003', '2026-0004']) expect(await costIn(closed), closed).toBe('withheld');
    expect((await get('register/2026-0002', {})).statusCode).toBe(404);
    expect((await get('register.csv?round=2026', {})).body).toContain(String(secret.cost));
    const sums = await get('statistics/2026/table?rows=agency&measure=sum&of=totalCost', {});
    expect(sums.json().value).toContain(secret.cost);
    expect((await get('statistics/2026/table?rows=agency&measure=sum&of=totalCost&release=1', {})).body).not.toContain(
      String(secret.cost),
    );
    const all = await everythingPublic();
    expect(all).not.toContain(secret.name);
    for (const kept of ['2222222', '3333333', 'Gnister']) expect(all).not.toContain(kept);
    const innovation = (await get('register/2026-0001', {})).json() as RegisterMeasure;
    expect(
      innovation.sections.flatMap(({ answers }) => answers).find(({ question }) => question === 'innovation')?.state,
    ).toBe('withheld');
  });

  test('is told in the list of what changed, with its basis and last day', async () => {
    const changes: ReleaseChanges = (await get(`releases/${(await current()).id}/changes`, {})).json();
    expect(changes.measures.map(({ number, change, reasons }) => [number, change, reasons])).toEqual([
      ['2026-0001', 'changed', ['expired']],
    ]);
    expect(changes.measures[0]?.opened).toMatchObject([
      { question: 'totalCost', basis: { nb: expect.stringContaining('§ 13') }, lastDay: '2026-10-24' },
    ]);
    expect(changes.measures[0]?.answers.find(({ question }) => question === 'totalCost')).toMatchObject({
      ...{ before: null, withheld: true },
      after: { nb: expect.stringMatching(/7\s316\s254/) },
    });
    const csv = await get('rounds/2026/releases/2/comparison.csv');
    expect(csv.body).toContain('measure,2026-0001,nibio,changed,expired,totalCost,,,,2026-10-24');
  });

  test('waits while a newer release is not public; a measure that was withheld whole is then public whole', async () => {
    now = new Date('2026-10-25T10:00:00Z');
    await sendAnew(asked, { ...common, name: 'Spurt', publishable: 'yes', phase: 'planning' }, 4);
    const held = await freezeRound(db, { year: 2026, actor: 'system:test', now, heldBy: 'Ada Admin' });
    expect(held.release.number).toBe(3);
    expect(await tick('2026-10-26T08:00:00Z')).toEqual([]);
    expect((await current()).name).toBe('2026.2');
    const publish = { method: 'POST', url: '/api/v1/rounds/2026/releases/3/publish', headers } as const;
    expect((await app.inject(publish)).statusCode).toBe(200);
    expect(await everythingPublic()).not.toContain(secret.name);
    expect(await tick('2026-10-26T08:01:00Z')).toEqual([['expiry', 'done']]);
    expect((await get('register/2026-0002', {})).json()).toMatchObject({
      visibility: 'whole',
      title: secret.name,
    });
    const changes: ReleaseChanges = (await get(`releases/${(await current()).id}/changes`, {})).json();
    expect(changes.measures).toMatchObject([
      { number: '2026-0002', change: 'added', reasons: ['expired'], opened: [{ question: null, basis: null }] },
    ]);
    expect(await costIn('2026-0003')).toBe('withheld');
    const calendar: Calendar = (await get('rounds/2026/calendar')).json();
    expect(calendar.flatMap(({ event, dueAt, outcome }) => (event === 'expiry' ? [[dueAt, outcome]] : []))).toEqual([
      ['2026-10-24T22:00:00.000Z', 'done'],
      ['2026-10-25T23:00:00.000Z', 'done'],
    ]);
    expect(await tick('2027-10-26T08:00:00Z')).toEqual([]);
    expect((await freezeRound(db, { year: 2026, actor: 'system:test', now })).created).toBe(false);
  });
});
