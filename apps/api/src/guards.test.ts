import { readFile } from 'node:fs/promises';
import * as contract from '@samblikk/contract';
import { type Action, commonErrors, errors, type HeldRole } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { digdir, nav, openRound } from './responses/testing.ts';
import { agencyVersion, auditEvent, measure, measureRound, ministry, ministryVersion } from './schema.ts';
import { addressOf, bodiesOf, endpoints, line } from './testing-requests.ts';
import { served } from './testing-served.ts';
import { addressOfTarget, plantAnswers } from './testing-targets.ts';

const pictures = ['kind', 'kind/:id'].map((name) => `/pictures/v2/:language/:release/:${name}.png`);

/** Addresses outside the contract: pages and descriptions, not data. */
const pages = [
  'GET /api/docs',
  'GET /api/docs/',
  'GET /api/docs/errors',
  'GET /api/docs/style.css',
  'GET /api/v1/openapi.json',
  'GET /auth/login',
  'GET /auth/callback',
  'GET /auth/invitation/:token',
  'POST /auth/logout',
  'POST /auth/backchannel-logout',
  'GET /auth/frontchannel-logout',
  ...['/robots.txt', '/sitemap.xml', '/sitemap/:part.xml', ...pictures].map((path) => `GET ${path}`),
  'GET /api/v1/alerts/:alert/stop',
  ...['/catalog', '/codelists', '/codelists/:list'].flatMap((path) =>
    ['', '.ttl', '.jsonld', '.rdf'].map((ending) => `GET ${path}${ending}`),
  ),
  ...['', '/nn', '/en'].flatMap((at) =>
    ['xlsx', 'csv', 'json', 'ndjson', 'parquet', 'sav', 'R']
      .map((ending) => `tiltak.${ending}`)
      .concat('tiltak-excel.csv', 'checksums.txt')
      .concat(['tiltak.csv', 'tiltak-excel.csv'].map((file) => `${file}-metadata.json`))
      .map((file) => `GET ${at}/:edition/${file}`),
  ),
  ...['', '/nn', '/en'].flatMap((at) => [`GET ${at}/register.atom`, `GET ${at}/tiltak/:number.atom`]),
];

const all = endpoints();

const { db, close } = await testDatabase();
const { app, routes } = await served(() => buildApp({ config: testConfig(), db, limits: false }));
afterAll(async () => {
  await app.close();
  await close();
});

describe('the contract', () => {
  test('every served address is in it, and the reverse', () => {
    const data = routes.filter((address) => !pages.includes(address)).sort();
    expect(data).toEqual(all.map(line).sort());
    expect(all.length).toBeGreaterThan(20);
  });

  test('what is no data is not described', () => {
    const { paths } = app.swagger() as unknown as { paths: object };
    expect(Object.keys(paths).filter((path) => !/^\/api\/(v1|pxwebapi\/v2)\//.test(path))).toEqual([]);
  });

  test('no two endpoints share an address', () => {
    expect(new Set(all.map(line)).size).toBe(all.length);
  });

  test.each(all.map((endpoint) => [line(endpoint), endpoint] as const))(
    '%s names its replies, those that are errors too',
    (_line, endpoint) => {
      const { paths } = app.swagger() as unknown as {
        paths: Record<string, Record<string, { responses: Record<string, unknown>; description: string }>>;
      };
      const operation = paths[endpoint.path.replace(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()];
      expect(operation?.responses).toHaveProperty(String(endpoint.status ?? 200));
      for (const code of [...commonErrors, ...endpoint.errors]) {
        expect(operation?.responses, code).toHaveProperty(String(errors[code].status));
        expect(operation?.description).toContain(code);
      }
    },
  );

  test('every error code is in docs/errors.md with its status, in the order of the table, and no other', async () => {
    const text = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
    const documented = [...text.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(documented).toEqual(Object.entries(errors).map(([code, { status }]) => [code, status]));
  });

  test('every problem leads to a page that tells of it', async () => {
    const problem = (await app.inject('/api/v1/no-such-address')).json();
    const [path = '', code = ''] = problem.type.split('#');
    expect((await app.inject(path)).body).toContain(`id="${code}"`);
  });
});

const edition = editionOf('2026') as Edition;
const ids = { measure: v7(), previous: v7(), other: v7() };

/** People of all kinds. "own" is the agency or ministry the requests below are about. */
const people = {
  nobody: undefined,
  noRole: [],
  fill: [{ role: 'fill', agency: digdir.id }],
  submit: [{ role: 'submit', agency: digdir.id }],
  read: [{ role: 'read', agency: digdir.id }],
  coordinator: [{ role: 'coordinator', ministry: 'DFD' }],
  otherFill: [{ role: 'fill', agency: nav.id }],
  otherSubmit: [{ role: 'submit', agency: nav.id }],
  otherRead: [{ role: 'read', agency: nav.id }],
  otherCoordinator: [{ role: 'coordinator', ministry: 'AID' }],
  delegate: [{ role: 'delegate', agency: digdir.id, measure: ids.measure, year: 2026 }],
  delegateOfSection: [
    { role: 'delegate', agency: digdir.id, measure: ids.measure, year: 2026, section: edition.sections[0]?.id },
  ],
  otherDelegate: [{ role: 'delegate', agency: digdir.id, measure: ids.other, year: 2026 }],
  admin: [{ role: 'admin' }],
  analyst: [{ role: 'analyst' }],
} as const satisfies Record<string, readonly HeldRole[] | undefined>;
type Who = keyof typeof people;

const everyone = Object.keys(people) as Who[];
const signedIn = everyone.filter((who) => who !== 'nobody');

/** Who may, written out by hand: an own reading of the rules, to hold the permission table to. */
const expected: Record<Action, readonly Who[]> = {
  'public.read': everyone,
  'alert.use': everyone,
  'errorReport.make': everyone,
  'errorReport.read': ['fill', 'submit', 'read', 'admin', 'analyst'],
  'errorReport.answer': ['fill', 'submit', 'admin'],
  'errorReport.discard': ['admin'],
  'errorReport.followUp': ['admin', 'analyst'],
  'plan.list': signedIn,
  'plan.read': ['fill', 'submit', 'read', 'coordinator', 'admin', 'analyst'],
  'plan.lead': ['fill', 'submit'],
  'plan.ownLines': ['fill', 'submit'],
  'plan.answer': ['submit'],
  'plan.open': ['submit'],
  'double.judge': ['coordinator', 'admin'],
  'source.read': ['fill', 'submit', 'admin'],
  'source.manage': ['fill', 'submit'],
  'source.followUp': ['admin'],
  'session.read': everyone,
  'session.own': signedIn,
  'vocabulary.read': everyone,
  'measures.read': ['fill', 'submit', 'read', 'coordinator', 'admin', 'analyst'],
  'measures.write': ['fill', 'submit'],
  'measures.delegate': ['fill', 'submit'],
  'draft.read': ['fill', 'submit', 'read', 'coordinator', 'delegate', 'delegateOfSection', 'admin', 'analyst'],
  'draft.write': ['fill', 'submit', 'delegate', 'delegateOfSection'],
  'response.read': ['fill', 'submit', 'read', 'coordinator', 'admin', 'analyst'],
  'response.readAnswers': ['fill', 'submit', 'read', 'coordinator', 'admin'],
  'response.submit': ['submit'],
  'portfolio.readOwn': ['admin', 'coordinator'],
  'portfolio.keep': ['admin', 'analyst', 'coordinator'],
  'query.ask': ['admin', 'analyst'],
  'correction.propose': ['admin', 'analyst'],
  'correction.answer': ['submit'],
  'correction.decide': ['admin'],
  'people.read': ['fill', 'submit', 'admin'],
  'people.manage': ['submit', 'admin'],
  'round.manage': ['admin'],
  'round.followUp': ['admin', 'analyst'],
  'agency.note': ['admin', 'analyst'],
  'round.import': ['admin'],
  'round.export': ['admin'],
  'directory.read': ['admin', 'analyst'],
  'directory.manage': ['admin'],
  'round.archive': ['admin'],
  'release.preview': ['admin', 'analyst'],
  'release.freeze': ['admin'],
  'release.publish': ['admin'],
  'release.withdraw': ['admin'],
  'release.withdrawMeasure': ['admin'],
  'exemption.read': ['admin', 'analyst'],
  'exemption.readValue': ['admin'],
  'exemption.decide': ['admin'],
  'exemption.answer': ['fill', 'submit'],
  'audit.read': ['admin'],
  'retention.manage': ['admin'],
};

const bodies = bodiesOf(ids.previous);

describe('the permission table', () => {
  const headers = new Map<Who, Record<string, string>>();
  const personIds = new Map<Who, string>();
  let rounds = { id: '', earlier: '' };
  let release = '';
  beforeAll(async () => {
    rounds = await openRound(db, {
      opensAt: new Date(0),
      deadline: new Date('2100-01-01'),
      lateUntil: null,
    });
    await db.insert(ministry).values([{ id: 'AID' }, { id: 'DFD' }]);
    const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
    await db
      .insert(ministryVersion)
      .values(['AID', 'DFD'].map((id) => ({ id: v7(), ministryId: id, code: id, ...names })));
    await db
      .insert(agencyVersion)
      .values({ id: v7(), agencyId: digdir.id, orgnr: digdir.orgnr, ministryId: 'DFD', ...names });
    await db.insert(measure).values([
      { id: ids.measure, number: '2026-0001' },
      { id: ids.other, number: '2026-0002' },
    ]);
    await db
      .insert(measureRound)
      .values([ids.measure, ids.other].map((measureId) => ({ measureId, roundId: rounds.id, agencyId: digdir.id })));
    ({ release } = await plantAnswers(db, rounds, ids));
    for (const who of everyone) {
      const roles = people[who];
      const signed = roles && (await signInAs(db, { roles }));
      headers.set(who, signed?.headers ?? {});
      if (signed) personIds.set(who, signed.personId);
    }
  });

  test('has a line for every action that is asked for, and no action nobody asks for but to read an exempt value', () => {
    expect(Object.keys(contract.permissions).sort()).toEqual(Object.keys(expected).sort());
    const asked = new Set(all.map(({ action }) => action));
    const unasked = Object.keys(expected).filter((action) => !asked.has(action as Action));
    expect(unasked).toEqual(['exemption.readValue']);
  });

  // Whoever may take the measure out does; the next asker must find it again.
  beforeEach(() => db.update(measureRound).set({ withdrawnAt: null }));

  const cases = all.flatMap((endpoint) => everyone.map((who) => [who, line(endpoint), endpoint] as const));

  test.each(cases)('%s at %s', async (who, address, endpoint) => {
    const may = expected[endpoint.action].includes(who);
    const asking = { personId: personIds.get(who) ?? '', headers: headers.get(who) ?? {} };
    const path = may
      ? await addressOfTarget({ app, db, rounds, ids, release }, endpoint, asking)
      : addressOf(endpoint, ids.measure);
    const reply = await app.inject({
      method: endpoint.method,
      url: address.endsWith('/table') ? `${path}?rows=phase` : path,
      headers: { ...headers.get(who), 'idempotency-key': 'guards-key' },
      ...(bodies[address] && { payload: bodies[address] }),
    });
    const { code } = reply.headers['content-type']?.toString().includes('problem') ? reply.json() : { code: '' };
    if (may) {
      expect([401, 403, 404], reply.body).not.toContain(reply.statusCode);
      expect(reply.statusCode, reply.body).toBeLessThan(500);
    } else {
      // Also tells that the request was well shaped: a body at fault is answered before anyone asks who it is from.
      expect(code, reply.body).toBe(who === 'nobody' ? 'notSignedIn' : 'notAllowed');
    }
  });

  test('whoever is refused is in the audit, and nobody is not', async () => {
    const { headers: nosy, personId } = await signInAs(db, { roles: [{ role: 'fill', agency: nav.id }] });
    const before = await db.$count(auditEvent);
    await app.inject({ url: `/api/v1/measures/${ids.measure}/rounds/2026?x=secret`, headers: nosy });
    await app.inject({ url: `/api/v1/measures/${ids.measure}/rounds/2026` });
    const events = await db.select().from(auditEvent).where(eq(auditEvent.actor, personId));
    expect(events).toMatchObject([
      {
        action: 'access.refused',
        details: { action: 'draft.read', path: `/api/v1/measures/${ids.measure}/rounds/2026` },
      },
    ]);
    expect(await db.$count(auditEvent)).toBe(before + 1);
  });
});
