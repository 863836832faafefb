import type { Draft, Problem, Submission } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { readable } from '../platform/mail/index.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../responses/testing.ts';
import { mail, population } from '../schema.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');
const config = testConfig();
const app = await buildApp({ config, db, clock: () => now, limits: false });
await openRound(db, { opensAt: new Date('2026-03-01'), deadline: new Date('2026-03-20'), lateUntil: null });
await db.update(population).set({ contactEmail: 'post@digdir.example' }).where(eq(population.agencyId, digdir.id));
const who = { now, language: 'nn', name: 'Kari Nordmann' } as const;
const kari = await signInAs(db, {
  ...who,
  email: 'kari@digdir.example',
  roles: [{ role: 'submit', agency: digdir.id }],
});
const nameless = await signInAs(db, { now, roles: [{ role: 'read', agency: digdir.id }] });
const other = await signInAs(db, { now, roles: [{ role: 'submit', agency: nav.id }] });
afterAll(async () => {
  await app.close();
  await close();
});

const round = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
async function call<T>(
  by: typeof kari,
  method: 'POST' | 'PUT',
  url: string,
  payload: object = {},
  key = 'a key of mine',
) {
  const reply = await app.inject({ method, url, headers: { ...by.headers, 'idempotency-key': key }, payload });
  return { status: reply.statusCode, body: reply.json() as T };
}
const letters = async () => readable(db, await secretsOf(config)());
const boxes = async () => (await letters()).map(({ to }) => to).sort();
const submit = (key?: string) =>
  call<Submission>(kari, 'POST', `${round}/submissions`, { nothingToReport: false }, key);
let receipt = '';

test('whoever sends in gets the receipt, and the agency’s mailbox a copy, once', async () => {
  const { body } = await call<Draft>(kari, 'POST', `${round}/measures`);
  expect((await submit()).status).toBe(422);
  expect(await boxes()).toEqual([]);
  const changes = completeAnswers;
  await call(kari, 'PUT', `/api/v1/measures/${body.id}/answers/2026`, { year: 2026, basedOn: 0, changes });
  receipt = (await submit()).body.receipt;
  // The reply was lost, and it is sent again with the same key.
  expect((await submit()).body.receipt).toBe(receipt);
  expect(await boxes()).toEqual(['kari@digdir.example', 'post@digdir.example']);
  const [letter] = await letters();
  expect(letter).toMatchObject({ language: 'nn', subject: `Kvittering ${receipt}: digdir har sendt inn for 2026` });
  expect(letter?.text).toContain(
    'har sendt inn svaret i kartlegginga av digitaliseringstiltak for 2026: 1 tiltak. Takk!',
  );
  expect(letter?.text).toContain('Tidspunkt: 2. mars 2026 kl. 10:00\n');
  expect(letter?.text).toContain(`http://localhost/nn/svar/2026/kvittering/${receipt}?virksomhet=${digdir.orgnr}`);
});

test('the letters are in the language of the page the receipt was asked for on', async () => {
  await db.delete(mail);
  await call(kari, 'POST', `${round}/submissions/${receipt}/mail?lang=en`);
  const [letter] = await letters();
  expect(letter?.text).toContain(`http://localhost/en/svar/2026/kvittering/${receipt}`);
});

test('one box gets one letter, however it is written', async () => {
  await db.delete(mail);
  await db.update(population).set({ contactEmail: 'Kari@Digdir.example' }).where(eq(population.agencyId, digdir.id));
  await submit('another key of mine');
  expect(await boxes()).toHaveLength(1);
});

test('staff write what it says, in words that can be filled in', async () => {
  await db.delete(mail);
  const ada = await signInAs(db, { now, roles: [{ role: 'admin' }] });
  const address = '/api/v1/rounds/2026/message-texts/receipt/en';
  const subject = 'Thank you, {agency}';
  const refused = await call<Problem>(ada, 'PUT', address, { subject, text: 'No more than thanks.' });
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('{answered}') } });
  const text = '{agency}: {answered}, {time}, {receipt}.\n{link}';
  const headers = { ...ada.headers, 'idempotency-key': 'a key of hers' };
  expect((await app.inject({ method: 'PUT', url: address, headers, payload: { subject, text } })).statusCode).toBe(204);
  await call(kari, 'POST', `${round}/submissions/${receipt}/mail?lang=en`);
  const [letter] = await letters();
  const link = `http://localhost/en/svar/2026/kvittering/${receipt}?virksomhet=${digdir.orgnr}`;
  expect(letter).toMatchObject({
    subject: 'Thank you, digdir',
    text: `digdir: 1 measure, 2 March 2026 at 10:00, ${receipt}.\n${link}`,
  });
});

test('any time later it is sent again, to the one who asks, or to the mailbox; not to others', async () => {
  await db.delete(mail);
  const again = (by: typeof kari) => call<{ to: string }>(by, 'POST', `${round}/submissions/${receipt}/mail`);
  expect((await again(kari)).body.to).toBe('person');
  expect(await boxes()).toEqual(['kari@digdir.example']);
  expect((await again(nameless)).body.to).toBe('agency');
  expect(await boxes()).toEqual(['Kari@Digdir.example', 'kari@digdir.example']);
  expect((await again(other)).status).toBe(403);
  await db.update(population).set({ contactEmail: null }).where(eq(population.agencyId, digdir.id));
  expect((await again(nameless)).body.to).toBe('nobody');
});
