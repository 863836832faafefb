import type { listAudit, ReplyOf, verifyAudit } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { desc, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { responseSite } from '../pages/response/testing-site.ts';
import { record, recordAll } from '../platform/audit/index.ts';
import { completeAnswers, digdir, nav } from '../responses/testing.ts';
import { agencyVersion, auditEvent } from '../schema.ts';

const site = await responseSite();
const { db, kari, stranger } = site;
const app = await buildApp({ config: testConfig(), db, limits: false, clock: () => new Date('2026-05-01T12:00:00Z') });
type Page = ReplyOf<typeof listAudit>;
let ada: Awaited<ReturnType<typeof signInAs>>;
const get = async <T>(path: string, who = ada) => {
  const reply = await app.inject({ url: `/api/v1/audit${path}`, headers: who.headers });
  return { status: reply.statusCode, body: reply.json() as T, text: reply.body };
};
const list = async (query = '') => (await get<Page>(query && `?${query}`)).body;
let measure = '';

beforeAll(async () => {
  ada = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin' });
  for (const { id, orgnr } of [digdir, nav]) {
    const names = { nameNb: id, nameNn: id, nameEn: id };
    await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ...names, source: 'test' });
  }
  const draft = await site.add(kari);
  measure = draft.id;
  await site.save(kari, draft.id, 0, completeAnswers);
  await site.submit(kari, 'key-trail-1');
  await site.submit(stranger, 'key-trail-2', true, nav);
  const person = { actor: 'person', subject: 'person:1' };
  await db.transaction((tx) =>
    recordAll(
      tx,
      [
        { ...person, action: 'session.signedIn', details: { representation: 'altinn', assurance: 'high' } },
        { ...person, action: 'session.refused', details: { reason: 'noAccess', representation: 'altinn' } },
        { ...person, action: 'session.signedOut', details: { cause: 'user' } },
      ],
      new Date('2019-01-02T12:00:00Z'),
    ),
  );
  for (const [at, year] of [
    ['2019-03-30T22:59:00Z', 2019],
    ['2019-03-30T23:01:00Z', 2019],
    ['2019-03-31T22:30:00Z', 2019],
  ] as const)
    await db.transaction((tx) =>
      record(
        tx,
        { actor: 'system:calendar', action: 'round.changed', subject: `round:${year}`, details: { changes: { at } } },
        new Date(at),
      ),
    );
});

describe('the audit', () => {
  test('says in words who did what to what, newest first', async () => {
    const { events, actions } = await list(`agency=${digdir.orgnr}`);
    expect(events.map(({ action }) => action)).toEqual(['response.submitted', 'draft.saved', 'measure.created']);
    expect(events[1]).toMatchObject({
      actor: { id: kari.personId, name: 'Kari Nordmann' },
      what: { nb: 'Lagret svar', nn: 'Lagra svar', en: 'Saved answers' },
      subject: { id: `measure:${measure}`, name: { nb: '2026-0001' } },
    });
    expect(events[1]?.details).toContainEqual({
      key: 'version',
      name: { nb: 'versjon', nn: 'versjon', en: 'version' },
      value: '1',
    });
    expect(actions.length).toBeGreaterThan(40);
  });

  test.each([
    ['who=kari', ['response.submitted', 'draft.saved', 'measure.created']],
    ['who=system:calendar', ['round.changed', 'round.changed', 'round.changed']],
    ['who=%25', []],
    ['action=draft.saved', ['draft.saved']],
    // Whoever was refused stays: that is no everyday login.
    ['logins=without&from=2019-01-02&to=2019-01-02', ['session.refused']],
    ['logins=with&from=2019-01-02&to=2019-01-02', ['session.signedOut', 'session.refused', 'session.signedIn']],
    [`agency=${nav.orgnr}`, ['response.submitted']],
    ['year=2026', ['response.submitted', 'response.submitted', 'draft.saved', 'measure.created']],
    ['year=2019', ['round.changed', 'round.changed', 'round.changed']],
    ['year=2026&who=kari&action=draft.saved', ['draft.saved']],
    // The clock in Norway was moved forward on the 31st: that day had 23 hours, and began an hour before midnight in UTC.
    ['from=2019-03-31&to=2019-03-31&year=2019', ['round.changed']],
    ['to=2019-03-30&year=2019', ['round.changed']],
    ['from=2019-04-01&to=2019-04-01', ['round.changed']],
  ])('finds by %s', async (query, found) => {
    expect((await list(query)).events.map(({ action }) => action)).toEqual(found);
  });

  test('comes a page at a time, with nothing twice and nothing left out', async () => {
    const all = await db.select({ n: auditEvent.sequence }).from(auditEvent).orderBy(desc(auditEvent.sequence));
    const seen: number[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const page: Page = await list(`size=2${next === 0 ? '' : `&before=${next}`}`);
      seen.push(...page.events.map(({ sequence }) => sequence));
      next = page.next;
    }
    expect(seen).toEqual(all.map(({ n }) => n));
  });

  test('is exported as filtered, oldest first, with hashes; and it is written who took it', async () => {
    const { text } = await app
      .inject({ url: '/api/v1/audit/export?year=2026', headers: ada.headers })
      .then((reply) => ({ text: reply.body }));
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const kept = await db.select().from(auditEvent).orderBy(auditEvent.sequence);
    expect(rows.map(({ hash }) => hash)).toEqual(
      kept
        .filter(({ action }) => ['measure.created', 'draft.saved', 'response.submitted'].includes(action))
        .map(({ hash }) => hash),
    );
    expect(rows[1]?.what).toBe('Lagret svar');
    const json = await app.inject({ url: '/api/v1/audit/export?format=json&who=calendar', headers: ada.headers });
    expect(json.json()).toHaveLength(3);
    const none = await app.inject({ url: '/api/v1/audit/export?format=json&who=ingen', headers: ada.headers });
    expect(none.json()).toEqual([]);
    const taken = await db.select().from(auditEvent).where(eq(auditEvent.action, 'audit.exported'));
    expect(taken.map(({ actor, details }) => [actor, details.filter])).toEqual([
      [ada.personId, { year: 2026 }],
      [ada.personId, { who: 'calendar' }],
      [ada.personId, { who: 'ingen' }],
    ]);
  });

  test('is verified: how many events hold, up to which; and where it breaks', async () => {
    type Verified = ReplyOf<typeof verifyAudit>;
    const [last] = await db.select().from(auditEvent).orderBy(desc(auditEvent.sequence)).limit(1);
    expect((await get<Verified>('/verification')).body).toEqual({
      events: await db.$count(auditEvent),
      lastHash: last?.hash,
      lastAt: last?.at.toISOString(),
      broken: null,
    });
    const tamper = async (actor: string) => {
      await db.execute(sql`alter table audit_event disable trigger user`);
      await db.update(auditEvent).set({ actor }).where(eq(auditEvent.sequence, 3));
      await db.execute(sql`alter table audit_event enable trigger user`);
    };
    const [third] = await db.select().from(auditEvent).where(eq(auditEvent.sequence, 3));
    await tamper('someone else');
    expect((await get<Verified>('/verification')).body).toMatchObject({
      events: 2,
      broken: { sequence: 3, reason: 'content' },
    });
    await tamper(third?.actor ?? '');
  });

  test('is not for others, and what is no filter is refused', async () => {
    const anton = await signInAs(db, { roles: [{ role: 'analyst' }] });
    for (const path of ['', '/export', '/verification']) expect((await get(path, anton)).status, path).toBe(403);
    for (const query of ['agency=1', 'from=2019-02-30', 'year=x', 'before=0', 'size=1000', 'hvem=kari'])
      expect((await get(`?${query}`)).status, query).toBe(400);
  });
});
