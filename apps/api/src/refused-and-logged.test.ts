import { type Draft, type Endpoint, permissions } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { desc, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { startTestProvider } from './access/auth/testing-provider.ts';
import { hashOfSecret } from './access/index.ts';
import { buildApp } from './app.ts';
import { spreadsheetOf } from './intake/spreadsheet/testing.ts';
import { testDatabase } from './platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from './responses/testing.ts';
import { agencyVersion, auditEvent, invitation, measure, measureRound, revision, role, session } from './schema.ts';
import { addressOf, bodiesOf, endpoints, line } from './testing-requests.ts';

// Another agency's measure, a `read` role, an expired or replayed invitation, a forged organisation in the claim, a
// delegated section's neighbour: all refused, all logged. Here stand the attacks, one by one. Each must end in the answer
// that is expected, change nothing, and leave a line that says who tried what: in the audit, or, where someone who may be
// there asks for what is not there, in the log.

const { db, close } = await testDatabase();
const provider = await startTestProvider();
const logged: Record<string, unknown>[] = [];
const app = await buildApp({
  config: testConfig({
    loginRoutes: ['altinn', 'orgno'],
    maskinporten: { issuer: provider.issuer, jwks: `${provider.issuer}/jwks`, scope: 'digdir:tiltak.write' },
  }),
  db,
  limits: false,
  login: provider.client,
  logger: { level: 'info', stream: { write: (text: string) => logged.push(JSON.parse(text)) } },
});
afterAll(async () => {
  await app.close();
  await provider.close();
  await close();
});

const day = 24 * 60 * 60_000;
const at = (days: number) => new Date(Date.now() + days * day);
const rounds = await openRound(db, { opensAt: at(-1), deadline: at(10), lateUntil: null });
const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
for (const { id, orgnr } of [digdir, nav]) {
  await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ...names });
}
const owner = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Eva Eier' });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], name: 'Siri Nilsen' });
const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], name: 'Per Lesar' });

/** A measure of Digdir's last round, which it alone can take along. */
const previous = v7();
await db.insert(measure).values({ id: previous, number: '2019-0007' });
await db.insert(measureRound).values({ measureId: previous, roundId: rounds.earlier, agencyId: digdir.id });
const empty = { origins: {}, authors: {} };
await db.insert(revision).values({
  id: v7(),
  measureId: previous,
  roundId: rounds.earlier,
  version: 1,
  edition: '2019',
  answers: {},
  ...empty,
});

type Who = { headers: { cookie: string }; personId: string };
const agencyRound = ({ orgnr }: { orgnr: string }) => `/api/v1/agencies/${orgnr}/rounds/2026`;

async function call(who: Who, method: Endpoint['method'], url: string, payload?: object) {
  const headers = { ...who.headers, 'idempotency-key': 'attack-key' };
  return app.inject({ method, url, headers, ...(payload && { payload }) });
}

const created = await call(owner, 'POST', `${agencyRound(digdir)}/measures`, {});
const { id: target, number } = created.json<Draft>();
const besides = (await call(owner, 'POST', `${agencyRound(digdir)}/measures`, {})).json<Draft>().id;
const saved = await call(owner, 'PUT', `/api/v1/measures/${target}/answers/2026`, {
  ...{ year: 2026, basedOn: 0, changes: completeAnswers },
});
expect(saved.statusCode).toBe(200);

const everything = async () => JSON.stringify([await db.select().from(measureRound), await db.select().from(revision)]);
const untouched = await everything();
const lastEvent = async () => (await db.select().from(auditEvent).orderBy(desc(auditEvent.sequence)).limit(1))[0];
const lastRefusal = () => logged.findLast(({ msg }) => msg === 'request refused');
const pathOf = (url: string) => url.split('?')[0];

/** Refused since they may not: the audit says who, what they would do, and where. */
async function expectNotAllowed(reply: Awaited<ReturnType<typeof call>>, who: Who, action: string, url: string) {
  expect([reply.statusCode, reply.json().code], reply.body).toEqual([403, 'notAllowed']);
  expect(await lastEvent()).toMatchObject({
    actor: who.personId,
    action: 'access.refused',
    details: { action, path: pathOf(url) },
  });
  expect(lastRefusal()).toMatchObject({ code: 'notAllowed', by: who.personId, action, path: pathOf(url) });
  expect(await everything()).toBe(untouched);
}

/** Answered as if it were not there: the log says who asked for it, and where. */
async function expectNotThere(reply: Awaited<ReturnType<typeof call>>, who: Who, url: string, code = 'notFound') {
  expect(reply.json().code, reply.body).toBe(code);
  expect(lastRefusal()).toMatchObject({ code, by: who.personId, path: pathOf(url) });
  expect(await everything()).toBe(untouched);
}

const bodies = bodiesOf(previous);
const closed = endpoints().filter(({ action }) => Array.isArray(permissions[action]));
const named = (list: readonly Endpoint[]) => list.map((endpoint) => [line(endpoint), endpoint] as const);

describe('another agency’s measure', () => {
  const takingOne = closed.filter(({ path }) => path.includes(':measure'));
  expect(takingOne.length).toBeGreaterThan(10);

  test.each(named(takingOne))('%s', async (address, endpoint) => {
    const url = addressOf(endpoint, target);
    const reply = await call(stranger, endpoint.method, url, bodies[address]);
    await expectNotAllowed(reply, stranger, endpoint.action, url);
  });

  const own = agencyRound(nav);
  test.each<[string, Endpoint['method'], string, object | undefined]>([
    ['taken along as one’s own', 'POST', `${own}/measures`, { carryForward: previous }],
    ['said to have ended, as one’s own', 'PUT', `${own}/previous/${previous}`, { outcome: 'ended' }],
    ['with what was said of it taken back', 'DELETE', `${own}/previous/${previous}`, undefined],
  ])('%s', async (_what, method, url, body) => {
    await expectNotThere(await call(stranger, method, url, body), stranger, url);
  });

  test.each([
    ['of this round', number],
    ['of the last', '2019-0007'],
  ])('%s, tied by its number to an own id in a batch', async (_when, tied) => {
    const url = `${own}/measures/batch`;
    const measures = [{ externalId: 'X-1', number: tied, answers: { name: 'Vårt nå' } }];
    await expectNotThere(await call(stranger, 'POST', url, { measures }), stranger, url, 'answersAtFault');
    expect(lastRefusal()).toMatchObject({ faults: ['unknownNumber'] });
  });

  test('by its number in a list of one’s own: it is a row at fault, or a new measure, and never that one', async () => {
    const sheet = spreadsheetOf(app, stranger.headers, own);
    const list = await sheet.upload(`Tiltaksnummer,Navn på tiltaket\n${number},Vårt nå\n`, 'liste.csv');
    const { status, body } = await sheet.preview(list.body);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(target);
    expect(body.rows.map(({ kind }) => kind)).toEqual(['faulty']);
    await expectNotThere(
      await call(owner, 'GET', `${agencyRound(digdir)}/spreadsheet/${list.body.id}`),
      owner,
      `${agencyRound(digdir)}/spreadsheet/${list.body.id}`,
    );
  });
});

describe('a `read` role', () => {
  // What changes nothing of the agency's: being there, and having a receipt sent to those it was sent to before.
  const harmless = ['/api/v1/measures/:measure/rounds/:year/presence', '/submissions/:receipt/mail'];
  const writing = closed.filter(({ method, path }) => method !== 'GET' && !harmless.some((end) => path.endsWith(end)));

  test('is tried on every way to write', () => {
    const told = writing.map(line).join('\n');
    for (const way of [
      /PUT .*answers\/2026/,
      /POST .*measures$/m,
      /PUT .*previous/,
      /POST .*delegations/,
      /POST .*spreadsheet$/m,
      /POST .*take-in/,
      /POST .*batch/,
      /POST .*submissions$/m,
      /POST .*reopening/,
      /POST .*restore/,
      /DELETE .*measures\/:measure\/rounds\/:year$/m,
      /POST .*invitations/,
    ]) {
      expect(told).toMatch(way);
    }
  });

  test.each(named(writing))('%s', async (address, endpoint) => {
    const url = addressOf(endpoint, target);
    const reply = await call(reader, endpoint.method, url, bodies[address]);
    await expectNotAllowed(reply, reader, endpoint.action, url);
  });
});

interface Login {
  claims?: object;
  route?: 'altinn' | 'orgno';
  invitation?: string;
  forged?: (nonce: string) => Promise<string>;
}
const orgno = (orgnr: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${orgnr}` });
const byAltinn = (orgnr: string, actions: readonly string[] = ['write', 'submit'], changes: object = {}) => ({
  type: 'ansattporten:altinn:resource',
  resource: 'urn:altinn:resource:samblikk',
  authorized_parties: [{ orgno: orgno(orgnr), resource: 'samblikk', actions, name: 'VIRKSOMHET', ...changes }],
});
const byWorkAccount = (orgnr: string) => ({
  type: 'ansattporten:orgno',
  authorized_parties: [{ orgno: orgno(orgnr), name: 'VIRKSOMHET', rights: ['submit'] }],
});
let pids = 10;
const claimsOf = (...details: unknown[]) => {
  pids += 1;
  return { acr: 'high', pid: `998550999${pids}`, sid: `sid-${pids}`, authorization_details: details };
};

/** From the login button to the answer of the provider, which says what the test likes. */
async function logIn({ claims = {}, route = 'altinn', invitation: link, forged }: Login) {
  const query = new URLSearchParams({ route, returnTo: '/svar', ...(link && { invitation: link }) });
  const begun = await app.inject({ url: `/auth/login?${query}`, headers: { host: 'localhost' } });
  const [cookie] = begun.cookies;
  provider.idToken = (nonce) => (forged ?? ((own) => provider.token({ ...claims, nonce: own })))(nonce);
  const answer = { code: 'c', state: provider.lastPushed().get('state') ?? '', iss: provider.issuer };
  const headers = { host: 'localhost', cookie: `${cookie?.name}=${cookie?.value}` };
  return app.inject({ url: `/auth/callback?${new URLSearchParams(answer)}`, headers });
}

const opened = (reply: Awaited<ReturnType<typeof logIn>>) =>
  reply.cookies.some(({ name, value }) => name === 'samblikk' && value !== '');
const lastLogin = () => logged.findLast(({ msg }) => msg === 'login answered');

describe('an expired or replayed invitation, or one that nobody made', () => {
  const link = 'a-link-of-the-right-length-and-nothing-more-';
  let id = '';
  beforeEach(async () => {
    await db.delete(invitation).where(eq(invitation.tokenHash, hashOfSecret(link)));
    id = v7();
    await db.insert(invitation).values({
      ...{ id, agencyId: digdir.id, role: 'submit', email: 'ny@digdir.example', tokenHash: hashOfSecret(link) },
      ...{ createdAt: at(-1), expiresAt: at(13), invitedBy: owner.personId },
    });
  });
  const rolesAtDigdir = () => db.$count(role, eq(role.agencyId, digdir.id));
  const atNav = () => claimsOf(byAltinn(nav.orgnr));

  const spoilt: [string, object, string][] = [
    ['expired', { expiresAt: at(-0.01) }, 'tooOld'],
    ['taken back', { revokedAt: at(-0.1) }, 'revoked'],
    ['used by someone', { acceptedAt: at(-0.1), acceptedBy: reader.personId }, 'used'],
  ];

  test.each(spoilt)('%s: opened', async (_what, change, reason) => {
    await db.update(invitation).set(change).where(eq(invitation.id, id));
    const reply = await app.inject({ url: `/auth/invitation/${link}`, headers: stranger.headers });
    expect(reply.statusCode).toBe(403);
    const told = { actor: stranger.personId, action: 'invitation.refused', subject: `invitation:${id}` };
    expect(await lastEvent()).toMatchObject({ ...told, details: { reason } });
  });

  test.each(spoilt)('%s: logged in with', async (_what, change, reason) => {
    await db.update(invitation).set(change).where(eq(invitation.id, id));
    const before = await rolesAtDigdir();
    const reply = await logIn({ claims: atNav(), invitation: link });
    expect([reply.statusCode, opened(reply)]).toEqual([403, false]);
    const told = { actor: 'system:login', action: 'invitation.refused', subject: `invitation:${id}` };
    expect(await lastEvent()).toMatchObject({ ...told, details: { reason } });
    expect(lastLogin()).toMatchObject({ result: reason, representation: nav.orgnr });
    expect(await rolesAtDigdir()).toBe(before);
  });

  test('replayed by the one who took it, and by another at the same moment', async () => {
    const before = await rolesAtDigdir();
    const claims = atNav();
    const replies = [await logIn({ claims, invitation: link }), await logIn({ claims, invitation: link })];
    expect(replies.map((reply) => [reply.statusCode, opened(reply)])).toEqual([
      [303, true],
      [403, false],
    ]);
    expect(await lastEvent()).toMatchObject({ action: 'invitation.refused', details: { reason: 'used' } });
    // The second time it is someone we know.
    expect((await lastEvent())?.actor).not.toBe('system:login');
    expect(await rolesAtDigdir()).toBe(before + 1);
  });

  test('made up: by someone who logs in, or is signed in, it is in the audit; by nobody, in the log; the link in neither', async () => {
    const guess = 'A-link-of-the-right-length-and-nothing-more-';
    const reply = await logIn({ claims: atNav(), invitation: guess });
    expect([reply.statusCode, opened(reply)]).toEqual([403, false]);
    const made = { action: 'invitation.refused', subject: 'invitation:unknown', details: { reason: 'unknown' } };
    expect(await lastEvent()).toMatchObject({ ...made, actor: 'system:login' });
    await app.inject({ url: `/auth/invitation/${guess}`, headers: stranger.headers });
    expect(await lastEvent()).toMatchObject({ ...made, actor: stranger.personId });

    const events = await db.$count(auditEvent);
    expect((await app.inject(`/auth/invitation/${guess}`)).statusCode).toBe(403);
    expect(await db.$count(auditEvent)).toBe(events);
    expect(logged.findLast(({ msg }) => msg === 'invitation refused')).toMatchObject({
      reason: 'unknown',
      from: '127.0.0.1',
    });
    expect(JSON.stringify(logged) + JSON.stringify(await db.select().from(auditEvent))).not.toContain(guess);
  });
});

describe('a forged organisation in the claim', () => {
  const atDigdir = byAltinn(digdir.orgnr);

  test.each<[string, unknown[], string]>([
    ['that is not in our directory', [byAltinn('974760673')], '974760673'],
    ['that is none: its check digit is wrong', [byAltinn('991825828')], ''],
    ['of another country’s register', [byAltinn('', [], { orgno: { ...orgno(''), ID: '0088:991825827' } })], ''],
    ['of an authority nobody knows', [byAltinn('', [], { orgno: { authority: 'x', ID: '0192:991825827' } })], ''],
    ['of two at once', [atDigdir, byAltinn(nav.orgnr)], ''],
    [
      'with two parties',
      [{ ...atDigdir, authorized_parties: [atDigdir, atDigdir].flatMap((d) => d.authorized_parties) }],
      '',
    ],
    ['for another service', [{ ...atDigdir, resource: 'urn:altinn:resource:other' }], ''],
    ['for another service within', [byAltinn(digdir.orgnr, ['write'], { resource: 'other' })], ''],
    ['in the shape of the other way in', [byWorkAccount(digdir.orgnr)], ''],
    [
      'in the shape Altinn had before',
      [{ ...atDigdir, authorized_parties: undefined, reportees: [orgno(digdir.orgnr)] }],
      '',
    ],
    ['in a shape nobody has seen', [{ type: 'ansattporten:altinn:resource', orgnr: digdir.orgnr }], ''],
    [
      'that has given no right we know',
      [byAltinn(digdir.orgnr, ['Write', 'root', 'constructor', '__proto__'])],
      digdir.orgnr,
    ],
    [
      'that is not Digdir, with the rights of its staff',
      [byAltinn(nav.orgnr, ['admin', 'analyst', 'coordinator'])],
      nav.orgnr,
    ],
  ])('%s', async (_what, details, representation) => {
    const people = await db.$count(session);
    const reply = await logIn({ claims: claimsOf(...details) });
    expect([reply.statusCode, opened(reply)]).toEqual([403, false]);
    expect(await lastEvent()).toMatchObject({
      actor: 'system:login',
      action: 'session.refused',
      details: { representation },
    });
    expect(lastLogin()).toMatchObject({ result: 'noAccess', from: '127.0.0.1' });
    expect(await db.$count(session)).toBe(people);
  });

  test('by someone who has a session for another: what they had stays as it was, and they are named', async () => {
    const claims = claimsOf(byAltinn(nav.orgnr));
    expect(opened(await logIn({ claims }))).toBe(true);
    const { actor = '' } = (await lastEvent()) ?? {};
    const reply = await logIn({ claims: { ...claims, authorization_details: [byAltinn('974760673')] } });
    expect([reply.statusCode, opened(reply)]).toEqual([403, false]);
    expect(await lastEvent()).toMatchObject({ actor, action: 'session.refused' });
    expect(await db.$count(role, eq(role.personId, actor))).toBe(2);
  });

  test.each<[string, Login]>([
    [
      'in a token that somebody else signed',
      { forged: (nonce) => provider.token({ ...claimsOf(atDigdir), nonce }, 'stranger') },
    ],
    ['in a token that nobody signed', { forged: async (nonce) => provider.unsigned({ ...claimsOf(atDigdir), nonce }) }],
    [
      'in the token of another login',
      { claims: claimsOf(atDigdir), forged: () => provider.token({ ...claimsOf(atDigdir), nonce: 'x' }) },
    ],
    ['with less assurance than was asked for', { claims: { ...claimsOf(atDigdir), acr: 'low' } }],
    ['with the assurance of the other way in', { claims: { ...claimsOf(atDigdir), acr: 'entraid' } }],
    ['of nobody', { claims: { ...claimsOf(atDigdir), pid: undefined } }],
  ])('%s', async (_what, login) => {
    const events = await db.$count(auditEvent);
    const reply = await logIn(login);
    expect([reply.statusCode, opened(reply)]).toEqual([400, false]);
    // Nobody can be named, so the log alone tells of it.
    expect(lastLogin()).toMatchObject({ level: 40, result: 'failed', from: '127.0.0.1' });
    expect(await db.$count(auditEvent)).toBe(events);
  });

  test.each<[string, unknown]>([
    ['another agency', orgno(nav.orgnr)],
    ['the agency, by an authority nobody knows', { authority: 'x', ID: `0192:${digdir.orgnr}` }],
    ['the agency, without what says whose register it is', { ...orgno(digdir.orgnr), ID: digdir.orgnr }],
    ['a list of agencies', [orgno(digdir.orgnr)]],
    ['none', undefined],
  ])('as consumer in the token of an agency’s own system: %s', async (_what, consumer) => {
    const claims = { client_id: 'fagsystem', scope: 'digdir:tiltak.write', consumer, aud: undefined };
    const url = `${agencyRound(digdir)}/measures/batch`;
    const reply = await app.inject({
      ...{ method: 'POST', url, payload: { measures: [{ externalId: 'X-1', number, answers: { name: 'Vårt nå' } }] } },
      headers: { authorization: `Bearer ${await provider.token(claims)}` },
    });
    const system = { headers: { cookie: '' }, personId: 'system:Maskinporten fagsystem' };
    await expectNotAllowed(reply, system, 'measures.write', url);
  });

  test('and the honest one gets in by either way, so that the others were not refused for something else', async () => {
    expect(opened(await logIn({ claims: claimsOf(byAltinn(nav.orgnr)) }))).toBe(true);
    const account = { acr: 'entraid', email: 'ola@nav.example', authorization_details: [byWorkAccount(nav.orgnr)] };
    expect(opened(await logIn({ route: 'orgno', claims: account }))).toBe(true);
    expect(await lastEvent()).toMatchObject({ action: 'session.signedIn', details: { representation: nav.orgnr } });
  });
});

describe('a delegated section’s neighbour', async () => {
  const [mine, neighbour] = (editionOf('2026') as Edition).sections;
  const helper = await signInAs(db, {
    roles: [{ role: 'delegate', agency: digdir.id, measure: target, year: 2026, section: mine?.id }],
    name: 'Hjelper Utenfra',
  });
  const beside = neighbour?.questions[0]?.id ?? '';
  const save = `/api/v1/measures/${target}/answers/2026`;
  const base = { year: 2026, basedOn: 1, changes: {} };

  test.each<[string, object]>([
    ['its answer', { changes: { [beside]: null } }],
    ['its answer, hidden behind one’s own', { changes: { [mine?.questions[0]?.id ?? '']: null, [beside]: null } }],
    ['a confirmation of it', { confirmed: [beside] }],
    ['the reason for a warning there', { reasons: { [`${beside}.unusual`]: 'fordi' } }],
  ])('%s', async (_what, more) => {
    await expectNotAllowed(await call(helper, 'PUT', save, { ...base, ...more }), helper, 'draft.write', save);
  });

  test.each<[string, Endpoint['method'], string, object | undefined, string]>([
    ['the list of measures', 'GET', `${agencyRound(digdir)}/response`, undefined, 'response.read'],
    ['another measure', 'GET', `/api/v1/measures/${besides}/rounds/2026`, undefined, 'draft.read'],
    [
      'an earlier version of all of it',
      'POST',
      `/api/v1/measures/${target}/rounds/2026/restore`,
      { version: 0, basedOn: 1 },
      'measures.write',
    ],
    ['all of it, taken out', 'DELETE', `/api/v1/measures/${target}/rounds/2026`, undefined, 'measures.write'],
    [
      'all of it, delegated to oneself',
      'POST',
      `/api/v1/measures/${target}/rounds/2026/delegations`,
      { section: null, to: { email: 'x@y.example' }, dueOn: '2026-03-15' },
      'measures.delegate',
    ],
    ['all of it, as a file', 'GET', `${agencyRound(digdir)}/portfolio.csv`, undefined, 'measures.read'],
  ])('%s', async (_what, method, url, body, action) => {
    await expectNotAllowed(await call(helper, method, url, body), helper, action, url);
  });

  test('the section that was delegated is open, so that the rest was not refused for something else', async () => {
    const { answers } = (await call(helper, 'GET', `/api/v1/measures/${target}/rounds/2026`)).json<Draft>();
    expect(answers).not.toHaveProperty(beside);
    expect((await call(helper, 'PUT', save, base)).statusCode).toBe(200);
  });
});
