import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfSecret } from './access/index.ts';
import { digdir, nav } from './responses/testing.ts';
import { auditEvent, invitation, role, session } from './schema.ts';
import { agencyRound, attackSite } from './testing-attacks.ts';

// As refused-and-logged.test.ts, of those who log in: an expired or replayed invitation, a forged organisation in the claim.

const { app, db, provider, logged, at, owner, stranger, reader, number, lastEvent, expectNotAllowed } =
  await attackSite();

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
