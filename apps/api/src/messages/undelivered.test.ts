import { createHash } from 'node:crypto';
import type { MessageView, ReplyOf, readStart } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agencyVersion, auditEvent, invitation, mail, population, round } from '../schema.ts';
import { planMessages } from './index.ts';
import { agencies, testRound } from './testing-round.ts';

// What did not arrive (refused, come back later, given up) waits for staff, who send it again or let it be.

const site = await testRound();
const { db, clock, admin, analyst, kari, call, roundId } = site;
afterAll(site.end);
const monday = new Date('2026-03-09T08:00:00Z');
const three = 'post@three.example';

beforeEach(async () => {
  clock.now = monday;
  await site.forget();
  await call(admin, 'POST', '/rounds/2026/messages', { kind: 'reminder' });
  await db.update(mail).set({ sentAt: monday, sealed: null });
});

interface Outbox {
  messages: MessageView[];
  bounces: MessageView[];
  counts: Record<string, number>;
}
const outbox = async (year = 2026) => (await call<Outbox>(analyst, 'GET', `/rounds/${year}/messages`)).body;
const letterTo = async (address: string) => (await outbox()).messages.find(({ receiver }) => receiver === address);
const at = (letter: MessageView | undefined, what: string) => `/rounds/2026/messages/${letter?.id}/${what}`;
const waits = async (year = 2026) => {
  const { body } = await call<ReplyOf<typeof readStart>>(analyst, 'GET', `/rounds/${year}/start`);
  return body.waiting.find(({ kind }) => kind === 'bounces')?.count ?? 0;
};
const rows = (receiver: string) =>
  db.select().from(mail).where(eq(mail.receiver, receiver)).orderBy(mail.createdAt, mail.id);
const reasonsTomorrow = async () => {
  const [of] = await db.select().from(round).where(eq(round.id, roundId));
  const now = new Date(monday.getTime() + 24 * 60 * 60_000);
  const { skipped } = await planMessages(db, of as typeof round.$inferSelect, { kind: 'reminder', now });
  return Object.fromEntries(skipped.map(({ orgnr, reason }) => [orgnr, reason]));
};

describe('a letter that came back after it was sent', () => {
  const comesBack = (address: string, reason?: string) =>
    letterTo(address).then((letter) => call(admin, 'POST', at(letter, 'returned'), { ...(reason && { reason }) }));

  test('is a task the same day, with what staff say of it, and nobody is written to there meanwhile', async () => {
    const letter = await letterTo(three);
    expect((await call(analyst, 'POST', at(letter, 'returned'), {})).body.code).toBe('notAllowed');
    expect(await waits()).toBe(0);
    expect((await comesBack(three, 'Ukjent mottaker')).status).toBe(204);
    expect(await comesBack(three)).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });
    const { bounces, counts } = await outbox();
    expect(bounces).toMatchObject([
      { receiver: three, state: 'returned', bounce: true, returnReason: 'Ukjent mottaker', ofNoRound: false },
    ]);
    expect(counts).toMatchObject({ sent: 3, returned: 1, refused: 0 });
    expect(await waits()).toBe(1);
    expect((await reasonsTomorrow())[agencies.three.orgnr]).toBe('bounced');
    const [event] = (await db.select().from(auditEvent)).slice(-1);
    expect(event).toMatchObject({ action: 'messages.returned', actor: admin.personId, details: { year: 2026 } });
  });

  test('goes to the right address as it was written, and that address takes the place of the wrong one', async () => {
    await comesBack(three);
    const letter = await letterTo(three);
    expect((await call(admin, 'POST', at(letter, 'settle'), { email: 'rett@three.example' })).status).toBe(204);
    const [[was], [goes]] = [await rows(three), await rows('rett@three.example')];
    const { title, body, kind, year, agencies: of, language } = was ?? {};
    expect(goes).toMatchObject({ title, body, kind, year, agencies: of, language, sentAt: null, gaveUp: null });
    const sealed = JSON.parse((await site.mailContext.secrets.open(goes?.sealed ?? '')) ?? '{}');
    expect(sealed).toMatchObject({ to: 'rett@three.example', subject: title, text: body });
    const [asked] = await db.select().from(population).where(eq(population.agencyId, 'three'));
    expect(asked?.contactEmail).toBe('rett@three.example');
    expect([(await outbox()).bounces, await waits()]).toEqual([[], 0]);
    expect((await call(admin, 'POST', at(letter, 'settle'), { email: three })).body.code).toBe('alreadyDone');
    await db.update(population).set({ contactEmail: three }).where(eq(population.agencyId, 'three'));
  });

  test('goes to the same address again, or nowhere', async () => {
    await comesBack(three);
    await comesBack('post@two.example');
    await call(admin, 'POST', at(await letterTo(three), 'settle'), { email: three });
    await call(admin, 'POST', at(await letterTo('post@two.example'), 'settle'), { email: null });
    expect((await rows(three)).map(({ gaveUp }) => gaveUp)).toEqual(['returned', null]);
    expect((await rows('post@two.example')).map(({ gaveUp }) => gaveUp)).toEqual(['returned']);
    expect(await waits()).toBe(0);
  });

  test('is not one that has not gone, or one of another round', async () => {
    await db.update(mail).set({ sentAt: null });
    expect((await comesBack(three)).body.code).toBe('alreadyDone');
    const letter = await letterTo(three);
    await db.insert(round).values({ id: v7(), year: 2024, edition: '2019', state: 'closed' });
    expect((await call(admin, 'POST', `/rounds/2024/messages/${letter?.id}/returned`, {})).body.code).toBe('notFound');
    await db.delete(round).where(eq(round.year, 2024));
  });
});

test('a letter given up after all its tries is a task, is sent again, and says nothing against the address', async () => {
  const givenUp = { sentAt: null, givenUpAt: monday, gaveUp: 'failed', fault: '451' } as const;
  await db.update(mail).set(givenUp).where(eq(mail.receiver, three));
  expect((await outbox()).bounces).toMatchObject([{ receiver: three, state: 'failed', bounce: true }]);
  expect(await waits()).toBe(1);
  expect((await reasonsTomorrow())[agencies.three.orgnr]).toBeUndefined();
  expect((await call(admin, 'POST', at(await letterTo(three), 'settle'), { email: three })).status).toBe(204);
  expect((await rows(three)).map(({ gaveUp }) => gaveUp)).toEqual(['failed', null]);
  expect(await waits()).toBe(0);
});

describe('a letter of no round, as the invitation of a colleague', () => {
  const invited = 'ny@one.example';
  beforeAll(async () => {
    const { id, orgnr, name } = agencies.one;
    const named = { nameNb: name, nameNn: name, nameEn: name, source: 'test' };
    await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ...named });
    await db.insert(round).values({ id: v7(), year: 2027, edition: '2026', state: 'planned' });
  });
  beforeEach(async () => {
    await db.update(round).set({ state: 'open' }).where(eq(round.id, roundId));
    await db.delete(invitation);
    const made = await call(kari, 'POST', `/agencies/${agencies.one.orgnr}/invitations`, {
      email: invited,
      role: 'read',
    });
    expect(made.status).toBeLessThan(300);
    const refused = { givenUpAt: monday, gaveUp: 'refused', fault: '550', sealed: null } as const;
    await db.update(mail).set(refused).where(eq(mail.receiver, invited));
  });

  test('stands with the newest round that is open, else the newest', async () => {
    expect((await outbox()).bounces).toMatchObject([{ receiver: invited, ofNoRound: true }]);
    expect((await outbox()).messages.filter(({ ofNoRound }) => ofNoRound)).toHaveLength(1);
    expect([await waits(2026), await waits(2027)]).toEqual([1, 0]);
    await db.update(round).set({ state: 'closed' }).where(eq(round.id, roundId));
    expect([await waits(2026), await waits(2027)]).toEqual([0, 1]);
    expect((await outbox(2027)).counts).toMatchObject({ refused: 1, sent: 0 });
  });

  test('goes to the right address with a link that works, and that alone', async () => {
    const [before] = await db.select().from(invitation);
    expect(
      (await call(admin, 'POST', at(await letterTo(invited), 'settle'), { email: 'rett@one.example' })).status,
    ).toBe(204);
    const [letter] = await rows('rett@one.example');
    const { text } = JSON.parse((await site.mailContext.secrets.open(letter?.sealed ?? '')) ?? '{}');
    const [, token = ''] = /^http:\/\/localhost\/auth\/invitation\/([\w-]+)$/m.exec(text) ?? [];
    const [after] = await db.select().from(invitation);
    expect(after).toEqual({
      ...before,
      email: 'rett@one.example',
      tokenHash: createHash('sha256').update(token).digest('hex'),
    });
    expect(after?.tokenHash).not.toBe(before?.tokenHash);
    // What is kept has no link, as before.
    expect(letter).toMatchObject({ year: null, agencies: ['one'], kind: 'accessInvitation' });
    expect(letter?.body).toBe(text.replace(/^http.*$/m, '[…]'));
  });

  test('is not sent when the invitation is over', async () => {
    clock.now = new Date(monday.getTime() + 15 * 24 * 60 * 60_000);
    const reply = await call(admin, 'POST', at(await letterTo(invited), 'settle'), { email: 'rett@one.example' });
    expect(reply).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });
    expect(reply.body.detail).toContain('Invitasjonen er brukt');
    expect(await waits()).toBe(1);
    expect((await call(admin, 'POST', at(await letterTo(invited), 'settle'), { email: null })).status).toBe(204);
    expect(await waits()).toBe(0);
  });
});
