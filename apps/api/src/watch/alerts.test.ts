import { isNull } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantAgain, plantRound } from '../releases/testing.ts';
import { alert, mail } from '../schema.ts';
import { deleteUnconfirmed } from './alerts.ts';
import { alertReaders, asCall } from './testing-readers.ts';

const { db, close } = await testDatabase();
const config = testConfig({ publicUrl: 'https://samblikk.example' });
let now = new Date('2026-11-01T09:00:00Z');
const app = await buildApp({ config, db, clock: () => now, limits: false });
const { post, askFor, arrived, send, watching, close: closeReaders } = await alertReaders(app, db, config, () => now);
afterAll(async () => {
  await closeReaders();
  await app.close();
  await close();
});

const secret = 'Hvalrosshemmelighet';
const skatt = { id: 'skatt', orgnr: '974761076', ministry: 'FIN', name: 'Skatt' };
const answers = (name: string, phase = 'idea') => ({
  name,
  deliverable: 'Noe',
  publishable: 'yes',
  phase,
  comments: secret,
});
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [skatt] },
  measures: [{ number: '2026-0001', agency: 'skatt', answers: answers('Skattekort') }],
});
const publish = () => freezeRound(db, { year: 2026, actor: 'system:test', now });
await publish();
let planted = 1;
/** One more measure that everyone can read, and one that nobody can. */
async function publishOneMore(name: string, phase = 'idea') {
  const number = () => `2026-${String(++planted).padStart(4, '0')}`;
  const kept = { ...answers(secret), publishable: 'no', exemptionBasis: 'OFFL_13' };
  const measures = [
    { number: number(), answers: answers(name, phase) },
    { number: number(), answers: kept },
  ];
  await plantAgain(db, { year: 2026, agency: 'skatt', measures });
  await publish();
}

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

beforeEach(async () => {
  await db.delete(alert);
  await db.delete(mail);
});

describe('an alert', () => {
  test('is asked for, said yes to by the link of a letter, and tells of what is new, in the language asked for', async () => {
    const { letter, search } = await watching('leser@avis.example', 'page=2&phase=idea,concept&sort=name', 'nn');
    expect(search).toBe('?phase=idea,concept');
    expect(letter?.text).toContain('Fase: Idé, Konsept');
    expect(letter?.links).toEqual([
      expect.stringMatching(/^https:\/\/samblikk\.example\/nn\/varsle\/bekreft\?alert=[\w-]+&key=\w{32}$/),
    ]);
    // What was public already is no news.
    expect(await send()).toBe(0);

    later(1);
    await publishOneMore('Ny portal');
    await publishOneMore('Annet', 'operation');
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    const [news, ...others] = await arrived();
    expect(others).toEqual([]);
    expect(news?.text).toContain('– Ny portal (Skatt, 2026-');
    expect(news?.text).not.toMatch(new RegExp(`Annet|Skattekort|${secret}`));
    expect(news?.head).toMatch(/^Subject: .*1.*nytt/m);
    expect(news?.links).toEqual([
      'https://samblikk.example/nn/register?phase=idea,concept',
      expect.stringMatching(/^https:\/\/samblikk\.example\/nn\/varsle\/stopp\?/),
    ]);
  });

  test('is one letter a day at most, and none is lost by that', async () => {
    await watching('leser@avis.example', '');
    later(1);
    await publishOneMore('Første');
    expect(await send()).toBe(1);
    await publishOneMore('Andre');
    later(23);
    expect(await send()).toBe(0);
    later(2);
    await arrived();
    expect(await send()).toBe(1);
    const [letter] = await arrived();
    expect(letter?.text).toContain('– Andre');
    expect(letter?.text).not.toContain('– Første');
  });

  test('is written once when two copies of the program do it at once', async () => {
    await watching('leser@avis.example', '');
    later(1);
    await publishOneMore('En gang');
    const sent = await Promise.all([send(), send()]);
    expect(sent.toSorted()).toEqual([0, 1]);
    expect(await arrived()).toHaveLength(1);
  });

  test('is stopped at one press, by whatever a mail program sends, and then nothing is left of it', async () => {
    for (const [headers, body] of [
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
      [
        { 'content-type': 'multipart/form-data; boundary=x' },
        '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
      ],
      [{}, undefined],
    ] as const) {
      await watching('leser@avis.example', '');
      later(1);
      await publishOneMore('Til leseren');
      await send();
      const [letter] = await arrived();
      const url = /^List-Unsubscribe: <(.+)>$/m.exec(letter?.head ?? '')?.[1] ?? '';
      expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      const path = url.replace('https://samblikk.example', '');
      const shown = await app.inject(path);
      expect([shown.statusCode, shown.headers.location]).toEqual([
        303,
        new URL(letter?.links[1] ?? '').pathname.concat(new URL(letter?.links[1] ?? '').search),
      ]);
      expect(await db.$count(alert)).toBe(1);
      for (const _ of [1, 2]) expect((await post(path, body, headers)).statusCode).toBe(204);
      expect([await db.$count(alert), await db.$count(mail)]).toEqual([0, 0]);
    }
  });
});

describe('an address', () => {
  test('is kept encrypted, and nothing of it after 48 hours without a yes', async () => {
    await askFor('Leser@Avis.example', 'phase=idea');
    await askFor('leser@avis.example', 'phase=concept');
    await arrived();
    const rows = JSON.stringify(await db.select().from(alert));
    expect(rows).not.toMatch(/avis\.example/i);
    const [one, other] = await db.select().from(alert);
    expect(one?.reader).toBe(other?.reader);
    later(47);
    expect(await deleteUnconfirmed(db, now)).toBe(0);
    later(2);
    expect(await deleteUnconfirmed(db, now)).toBe(2);
    expect([await db.$count(alert), await db.$count(mail)]).toEqual([0, 0]);
  });

  test('that said yes in time keeps its alert; a link that is too old, or made up, does nothing', async () => {
    await askFor('leser@avis.example', '');
    const [letter] = await arrived();
    const call = asCall(letter?.links[0], 'confirm');
    expect((await post(`${call}x`)).json()).toEqual({ search: null });
    expect((await post(call)).json()).toEqual({ search: '' });
    expect((await post(call)).json()).toEqual({ search: '' });
    later(49);
    expect(await deleteUnconfirmed(db, now)).toBe(0);
    // The letter has done its work.
    expect(await db.$count(mail)).toBe(0);
    await askFor('sen@avis.example', '');
    const [late] = await arrived();
    later(49);
    expect((await post(asCall(late?.links[0], 'confirm'))).json()).toEqual({ search: null });
    await post(asCall(`${letter?.links[0]}x`, 'stop'));
    expect(await db.$count(alert)).toBe(2);
  });

  test('gets the same answer whether it is known or not, and is not written to over and over', async () => {
    const asks = ['leser@avis.example', 'leser@avis.example', 'LESER@avis.example', 'annen@avis.example'];
    const replies = [];
    for (const email of asks) replies.push(await askFor(email, 'phase=idea'));
    const said = replies.map(
      ({ statusCode, body, headers: { date: _, 'content-security-policy': __, ...headers } }) => ({
        statusCode,
        body,
        headers,
      }),
    );
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await arrived()).map(({ to }) => to)).toEqual(['leser@avis.example', 'annen@avis.example']);
    for (const search of ['phase=concept', 'phase=planning', 'phase=execution', 'phase=operation'])
      await askFor('leser@avis.example', search);
    expect(await arrived()).toHaveLength(2);
    // One that is watching already is not asked again.
    await watching('fast@avis.example', 'phase=idea');
    later(13);
    expect((await askFor('fast@avis.example', 'phase=idea')).statusCode).toBe(204);
    expect(await arrived()).toEqual([]);
  });

  test.each([
    [{ email: 'x' }, 400],
    [{ search: 'phase=nope' }, 422],
    [{ search: `q=${'x'.repeat(300)}` }, 400],
    [{ search: `q=${'%C3%A6'.repeat(400)}` }, 400],
    [{ language: 'sv' }, 400],
  ])('asked for wrongly is told so, and no letter is sent: %j', async (wrong, status) => {
    const reply = await post('/api/v1/alerts', { ...{ email: 'a@b.example', search: '', language: 'nb' }, ...wrong });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await db.$count(mail, isNull(mail.sentAt))).toBe(0);
  });
});
