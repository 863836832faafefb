import type { Colleague, InvitationView, Problem } from '@samblikk/contract';
import { type DemoPerson, demoPeople, startDevIdp } from '@samblikk/dev-idp';
import { and, desc, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readable } from '../../platform/mail/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { agency, agencyVersion, auditEvent, invitation, mail, role } from '../../schema.ts';
import { signInAs, testConfig } from '../auth/testing.ts';
import { TestBrowser } from '../auth/testing-browser.ts';

const { db, close } = await testDatabase();
const publicUrl = 'http://127.0.0.1:3802';
const config = testConfig({ publicUrl });
const people: DemoPerson[] = demoPeople.map((one) => ({ ...one }));
const idp = await startDevIdp({
  host: '127.0.0.1',
  port: 0,
  redirectUris: [`${publicUrl}/auth/callback`],
  postLogoutRedirectUris: [`${publicUrl}/`],
  people,
});
let now = new Date();
const app = await buildApp({ config, db, clock: () => now, limits: false, login: idp });
await app.listen({ host: '127.0.0.1', port: 3802 });
const names = (name: string) => ({ nameNb: name, nameNn: name, nameEn: name, source: 'test' });
await db.insert(agency).values([{ id: 'digdir' }, { id: 'nav' }]);
await db.insert(agencyVersion).values([
  { id: v7(), agencyId: 'digdir', orgnr: '991825827', ...names('Digdir') },
  { id: v7(), agencyId: 'nav', orgnr: '889640782', ...names('Nav') },
]);
const boss = await signInAs(db, { roles: [{ role: 'submit', agency: 'digdir' }], name: 'Berit Boss', now });
const filler = await signInAs(db, { roles: [{ role: 'fill', agency: 'digdir' }], name: 'Fia Fyller', now });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: 'nav' }], name: 'Siri Nilsen', now });

afterAll(async () => {
  await app.close();
  await idp.close();
  await close();
});
beforeEach(() => {
  now = new Date();
});

type Who = typeof boss;
async function call<T>(who: Who, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
  const url = `/api/v1/agencies/991825827/${path}`;
  const reply = await app.inject({ method, url, headers: who.headers, ...(body && { payload: body }) });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
}

/** Invites, and finds the link where the invited finds it: in the letter. */
async function inviteTo(role: 'fill' | 'submit' | 'read', email = `${v7()}@virksomhet.example`) {
  const { status, body } = await call<InvitationView>(boss, 'POST', 'invitations', { email, role });
  expect(status).toBe(201);
  const letter = (await readable(db, await secretsOf(config)())).find(({ to }) => to === email);
  const link = /http\S+\/auth\/invitation\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
  return { id: body.id, letter, link };
}

/** From the link in the letter to the end of the login. */
async function accept(browser: TestBrowser, link: string, personId: string) {
  const page = await browser.go(link);
  const login = /class="next" href="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&#38;', '&') ?? '';
  return { page, done: await browser.signIn(personId, '', login) };
}

const stateOf = async (id: string) =>
  (await call<InvitationView[]>(boss, 'GET', 'invitations')).body.find((one) => one.id === id)?.state;
const refusals = async (id: string) =>
  (
    await db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.subject, `invitation:${id}`), eq(auditEvent.action, 'invitation.refused')))
      .orderBy(auditEvent.sequence)
  ).map(({ details }) => details.reason);
const rolesOf = (me: { roles: { role: string; agency: { id: string } }[] }) =>
  me.roles.map((held) => `${held.role} ${held.agency.id}`).sort();

describe('an invitation', () => {
  test('is a letter with a link; who signs in by it has the role, beside what their own organisation gives', async () => {
    const { id, letter, link } = await inviteTo('submit', 'nora@nav.example');
    expect(letter?.subject).toBe('Du er invitert til å svare for Digdir i Samblikk');
    expect(letter?.text).toContain('Berit Boss har invitert deg til å fylle ut og sende inn');
    const browser = new TestBrowser(publicUrl);
    const { page, done } = await accept(browser, link, 'nav-sender-inn');
    expect(page.body).toContain('Du er invitert til å svare for Digdir');
    expect(done).toMatchObject({ status: 303, location: `${publicUrl}/svar` });
    expect(rolesOf(await browser.me())).toEqual(['fill nav', 'submit digdir', 'submit nav']);
    expect(await stateOf(id)).toBe('accepted');
  });

  test('opening the link uses nothing up, and neither does a login that is broken off', async () => {
    const { id, link } = await inviteTo('read');
    for (let i = 0; i < 3; i++) expect((await new TestBrowser(publicUrl).go(link)).status).toBe(200);
    expect(await stateOf(id)).toBe('open');
  });

  test('stays when a later login gives less, and the role can be withdrawn at once', async () => {
    const { link } = await inviteTo('fill');
    const browser = new TestBrowser(publicUrl);
    await accept(browser, link, 'kartverket-sender-inn');
    await browser.signIn('kartverket-sender-inn');
    const me = await browser.me();
    expect(rolesOf(me)).toEqual(['fill digdir']);
    const { body } = await call<Colleague[]>(boss, 'GET', 'people');
    expect(body.find(({ id }) => id === me.personId)).toMatchObject({
      name: 'Kari Kartvik',
      roles: [{ role: 'fill', from: 'invitation' }],
    });
    expect((await call(boss, 'DELETE', `people/${me.personId}/roles/fill`)).status).toBe(204);
    expect((await browser.me()).roles).toEqual([]);
    expect((await call(boss, 'DELETE', `people/${me.personId}/roles/fill`)).status).toBe(404);
  });

  test('used once: a second person, and the same one, are told so, and it is written down', async () => {
    const { id, link } = await inviteTo('read');
    const kept = await new TestBrowser(publicUrl).go(link);
    await accept(new TestBrowser(publicUrl), link, 'nav-sender-inn');
    const again = await new TestBrowser(publicUrl).go(link);
    expect(again.status).toBe(403);
    expect(again.body).toContain('Invitasjonen er brukt');
    // Someone who opened the page before it was used comes no further.
    const login = /class="next" href="([^"]+)"/.exec(kept.body)?.[1]?.replaceAll('&#38;', '&') ?? '';
    const late = new TestBrowser(publicUrl);
    const refused = await late.signIn('brreg-leser', '', login);
    expect(refused.status).toBe(403);
    expect(await late.me()).toEqual({ signedIn: false });
    expect(await refusals(id)).toEqual(['used', 'used']);
  });

  test('too old, taken back, or made up: refused in words', async () => {
    const old = await inviteTo('read');
    now = new Date(now.getTime() + 14 * 24 * 60 * 60_000);
    expect((await new TestBrowser(publicUrl).go(old.link)).body).toContain('Invitasjonen er for gammel');
    now = new Date();
    expect(await refusals(old.id)).toEqual(['tooOld']);

    const back = await inviteTo('read');
    expect((await call(boss, 'DELETE', `invitations/${back.id}`)).status).toBe(204);
    expect((await call<Problem>(boss, 'DELETE', `invitations/${back.id}`)).body.code).toBe('alreadyDone');
    expect((await new TestBrowser(publicUrl).go(back.link)).body).toContain('Invitasjonen er trukket tilbake');
    expect(await refusals(back.id)).toEqual(['revoked']);
    // A letter that has not gone goes no more.
    const [waiting] = await db
      .select()
      .from(mail)
      .where(eq(mail.subject, `invitation:${back.id}`));
    expect(waiting).toMatchObject({ sealed: null, sentAt: null });

    const unknown = await new TestBrowser(publicUrl).go(`${publicUrl}/auth/invitation/${'x'.repeat(43)}`);
    expect(unknown).toMatchObject({ status: 403 });
    expect(unknown.body).toContain('Vi kjenner ikke invitasjonen');
  });

  test('gives its role and no more to someone whose login claims an organisation that is none of ours', async () => {
    const { link } = await inviteTo('read');
    const forger = people.find(({ id }) => id === 'skatteetaten-sender-inn') as DemoPerson;
    Object.assign(forger, { orgnr: '123456789', actions: ['admin', 'submit'] });
    const browser = new TestBrowser(publicUrl);
    await accept(browser, link, forger.id);
    expect(rolesOf(await browser.me())).toEqual(['read digdir']);
  });

  test('nowhere in the database is there a link, and no address in the audit, which is kept for ever', async () => {
    const { link } = await inviteTo('read', 'hemmelig@virksomhet.example');
    const token = link.split('/').at(-1) ?? '';
    expect(token).toHaveLength(43);
    const audit = JSON.stringify(await db.select().from(auditEvent));
    const kept = JSON.stringify([await db.select().from(mail), await db.select().from(invitation)]);
    expect(audit + kept).not.toContain(token);
    expect(audit).not.toContain('hemmelig@');
  });
});

describe('who may', () => {
  test('only those who send in invite, and only for their own agency', async () => {
    const body = { email: 'x@y.example', role: 'read' };
    for (const who of [filler, stranger]) {
      expect((await call<Problem>(who, 'POST', 'invitations', body)).body.code).toBe('notAllowed');
      const [last] = await db
        .select()
        .from(auditEvent)
        .where(eq(auditEvent.actor, who.personId))
        .orderBy(desc(auditEvent.sequence))
        .limit(1);
      expect(last).toMatchObject({ action: 'access.refused', details: { action: 'people.manage' } });
    }
    const { id } = await inviteTo('read');
    const elsewhere = await app.inject({
      method: 'DELETE',
      url: `/api/v1/agencies/889640782/invitations/${id}`,
      headers: stranger.headers,
    });
    expect(elsewhere.statusCode).toBe(404);
    expect(await stateOf(id)).toBe('open');
  });

  test('a role from the login is not withdrawn here, since it would be back', async () => {
    await new TestBrowser(publicUrl).signIn('digdir-fyller-ut');
    const { body } = await call<Colleague[]>(boss, 'GET', 'people');
    const frida = body.find(({ name }) => name === 'Frida Fyller');
    expect(frida?.roles).toMatchObject([{ role: 'fill', from: 'login' }]);
    const refused = await call<Problem>(boss, 'DELETE', `people/${frida?.id}/roles/fill`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'roleFromLogin' } });
    expect(await db.$count(role, eq(role.personId, frida?.id ?? ''))).toBe(1);
  });
});

test('the outbox page shows the letters, beside the test login and never in production', async () => {
  const { link } = await inviteTo('read', 'vises@virksomhet.example');
  const page = await app.inject('/dev/mail');
  expect(page.body).toContain('vises@virksomhet.example');
  expect(page.body).toContain(link);
  const without = await buildApp({ config, db });
  expect((await without.inject('/dev/mail')).statusCode).toBe(404);
  await without.close();
  const production = await buildApp({ config: { ...config, production: true }, db, login: idp });
  expect((await production.inject('/dev/mail')).statusCode).toBe(404);
  await production.close();
});
