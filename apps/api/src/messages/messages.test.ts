import type { MessageKind, MessagesSent, MessageTexts, previewMessages, ReplyOf } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEvent, mail, round } from '../schema.ts';
import { messageTextsToArchive, sendQueryDigests } from './index.ts';
import { agencies, testRound } from './testing-round.ts';

const site = await testRound();
const { db, clock, admin, analyst, kari, call, roundId } = site;
afterAll(site.end);
const monday = new Date('2026-03-09T08:00:00Z');
beforeEach(async () => {
  clock.now = monday;
  await site.forget();
  await db.update(round).set({ state: 'open' }).where(eq(round.id, roundId));
});

type Preview = ReplyOf<typeof previewMessages>;
const preview = async (kind: MessageKind, more: { orgnrs?: string[]; show?: string } = {}) =>
  (await call<Preview>(analyst, 'POST', '/rounds/2026/messages/preview', { kind, ...more })).body;
const send = (kind: MessageKind, orgnrs?: string[], key?: string) =>
  call<MessagesSent & { code?: string }>(
    admin,
    'POST',
    '/rounds/2026/messages',
    { kind, ...(orgnrs && { orgnrs }) },
    key,
  );
const written = () => db.select().from(mail).orderBy(mail.receiver);
const reasons = (skipped: Preview['skipped']) =>
  Object.fromEntries(skipped.map(({ orgnr, reason }) => [orgnr, reason]));
const putText = (language: string, subject: string, text: string) =>
  call(admin, 'PUT', `/rounds/2026/message-texts/reminder/${language}`, { subject, text });

describe('before anything is submitted', () => {
  test('a preview says who gets the letter, once for each person and mailbox, and why one does not', async () => {
    const { letters, skipped, sendable } = await preview('reminder', {
      orgnrs: [...Object.values(agencies).map(({ orgnr }) => orgnr), '889640782'],
    });
    expect(letters.map(({ to, person, language, agencies: of }) => [to, person, language, of.length]).sort()).toEqual([
      ['kari@one.example', 'Kari Nordmann', 'nn', 2],
      ['post@one.example', null, 'nn', 1],
      ['post@three.example', null, 'nb', 1],
      ['post@two.example', null, 'nn', 1],
    ]);
    expect(reasons(skipped)).toEqual({ [agencies.silent.orgnr]: 'noAddress', '889640782': 'notAsked' });
    expect(sendable).toBe(true);
    expect(await written()).toEqual([]);
  });

  test('the letter is shown filled in, for the agency that is chosen', async () => {
    const { shown } = await preview('reminder', { show: agencies.two.orgnr });
    expect(shown.letters.map(({ language }) => language)).toEqual(['nb', 'nn', 'en']);
    const [nb, nn] = shown.letters;
    expect(nb?.text).toContain('svar fra Etaten, «Æ & Ø» og Tilsynet i');
    expect(nb?.text).toContain('Svarfristen er 27. mars 2026 kl. 23:59.');
    expect(nn?.text).toContain(`Tilsynet: http://localhost/nn/svar/2026?virksomhet=${agencies.two.orgnr}`);
  });

  test('what is sent is what was shown: one letter about both agencies to who acts for both', async () => {
    const { body } = await send('reminder');
    expect(body).toMatchObject({ letters: 4, agencies: 3 });
    const rows = await written();
    expect(rows.map(({ receiver, agencies: of, kind, year }) => [receiver, of, kind, year])).toEqual([
      ['kari@one.example', ['one', 'two'], 'reminder', 2026],
      ['post@one.example', ['one'], 'reminder', 2026],
      ['post@three.example', ['three'], 'reminder', 2026],
      ['post@two.example', ['two'], 'reminder', 2026],
    ]);
    // A name with a line break in it gives no header of its own.
    for (const { title, body: text } of rows) expect(`${title}${text}`).not.toContain('\nBcc');
    const [event] = (await db.select().from(auditEvent)).slice(-1);
    expect(event).toMatchObject({ action: 'messages.sent', actor: admin.personId, details: { letters: 4 } });
  });

  test('the same key sends once; another key the same day finds that all have had it; tomorrow they may again', async () => {
    const first = (await send('reminder', undefined, 'the-same-key')).body;
    expect((await send('reminder', undefined, 'the-same-key')).body).toEqual(first);
    expect((await send('nudge', undefined, 'the-same-key')).body.code).toBe('keyUsedForOther');
    const again = (await send('reminder')).body;
    expect([again.letters, new Set(Object.values(reasons(again.skipped)))]).toEqual([
      0,
      new Set(['alreadyToday', 'noAddress']),
    ]);
    expect(await written()).toHaveLength(4);
    clock.now = new Date('2026-03-09T22:59:00Z');
    expect((await send('reminder')).body.letters).toBe(0);
    clock.now = new Date('2026-03-09T23:00:00Z');
    expect((await send('reminder')).body.letters).toBe(4);
  });

  test('two who press at the same time send once', async () => {
    const both = await Promise.all([send('reminder'), send('reminder')]);
    expect(both.map(({ body }) => body.letters).sort()).toEqual([0, 4]);
  });

  test('what asks for an answer is not sent when nobody may answer', async () => {
    await db.update(round).set({ state: 'planned' }).where(eq(round.id, roundId));
    expect((await preview('invitation')).sendable).toBe(false);
    expect((await preview('invitation')).letters).toHaveLength(4);
    expect(await send('invitation')).toMatchObject({ status: 409, body: { code: 'roundNotOpen' } });
    await db.update(round).set({ state: 'closed' }).where(eq(round.id, roundId));
    expect(new Set(Object.values(reasons((await preview('reminder')).skipped)))).toEqual(new Set(['closed']));
  });

  test('only those who manage rounds send and edit; analysts look', async () => {
    const refused = await call(analyst, 'POST', '/rounds/2026/messages', { kind: 'reminder' });
    expect(refused.body.code).toBe('notAllowed');
    const at = '/rounds/2026/message-texts/reminder/nb';
    expect((await call(analyst, 'PUT', at, { subject: 'x', text: 'y' })).body.code).toBe('notAllowed');
    expect((await call(kari, 'GET', '/rounds/2026/messages')).body.code).toBe('notAllowed');
    expect((await call(analyst, 'GET', '/rounds/2026/messages')).status).toBe(200);
  });
});

describe('the texts', () => {
  const good = '{agencies} må svare innen {deadline}:\n{link}';
  test('are edited for one language of one round, filled in, and put back', async () => {
    expect((await putText('nb', 'Husk {year}, «æøå»', good)).status).toBe(204);
    const { shown } = await preview('reminder', { show: agencies.three.orgnr });
    expect(shown.letters[0]).toEqual({
      language: 'nb',
      subject: 'Husk 2026, «æøå»',
      text: `Verket Bcc: alle@x.example må svare innen 27. mars 2026 kl. 23:59:\nhttp://localhost/svar/2026?virksomhet=${agencies.three.orgnr}`,
    });
    expect(shown.letters[1]?.subject).toContain('Påminning');
    await call(admin, 'DELETE', '/rounds/2026/message-texts/reminder/nb');
    expect((await preview('reminder')).shown.letters[0]?.subject).toContain('Påminnelse');
  });

  test('follow to the rounds made after, say so, and are their own from then on', async () => {
    const texts = async (year: number) => {
      const { body } = await call<MessageTexts>(analyst, 'GET', `/rounds/${year}/message-texts`);
      return body.find(({ kind }) => kind === 'reminder')?.texts;
    };
    const put = (year: number, subject: string) =>
      call(admin, 'PUT', `/rounds/${year}/message-texts/reminder/nb`, { subject, text: good });
    await put(2026, 'Fra i fjor');
    const archived = await messageTextsToArchive(db, roundId);
    const made = [2027, 9027];
    for (const year of made)
      expect((await call(admin, 'PUT', `/rounds/${year}`, { edition: '2026' })).status).toBe(200);
    const carried = { subject: 'Fra i fjor', text: good, edited: true, carriedFrom: 2026 };
    for (const year of made) expect(await texts(year)).toMatchObject({ nb: carried, nn: { edited: false } });
    expect((await texts(9027))?.nb.sample.subject).toBe('Prøverunde 2027: Fra i fjor');
    expect((await texts(2026))?.nb.carriedFrom).toBeNull();

    await put(2027, 'Fra i år');
    expect((await texts(2027))?.nb).toMatchObject({ subject: 'Fra i år', carriedFrom: null });
    expect(await messageTextsToArchive(db, roundId)).toEqual(archived);
    await call(admin, 'DELETE', '/rounds/2027/message-texts/reminder/nb');
    // Changed once more, a round comes by nothing that it did not begin with.
    await put(2026, 'Rettet siden');
    await call(admin, 'PUT', '/rounds/2027', { deadline: '2027-03-27T22:59:00Z' });
    expect((await texts(2027))?.nb).toMatchObject({ edited: false, carriedFrom: null });
    expect((await texts(9027))?.nb).toMatchObject(carried);
    for (const year of made) expect((await call(admin, 'DELETE', `/rounds/${year}`)).status).toBe(204);
  });

  test('are shown as letters to an agency that there is none of, with what the round says', async () => {
    await putText('nb', 'Husk {year}', good);
    const { body } = await call<MessageTexts>(analyst, 'GET', '/rounds/2026/message-texts');
    const samples = Object.fromEntries(body.map(({ kind, texts }) => [kind, texts]));
    expect(samples.reminder?.nb.sample).toEqual({
      subject: 'Husk 2026',
      text: 'Eksempeldirektoratet må svare innen 27. mars 2026 kl. 23:59:\nhttp://localhost/svar/2026?virksomhet=123456789',
    });
    expect(samples.nudge?.nn.sample.text).toContain('Eksempeldirektoratet: 3 tiltak er påbegynte, ikkje sende inn');
    expect(samples.queries?.nb.sample.text).toContain('Eksempeldirektoratet: 2 spørsmål\n');
    const link = 'http://localhost/en/svar/2026/kvittering/K7MP-4XWD-9TQH?virksomhet=123456789';
    for (const said of [': 3 measures.', 'Reference: K7MP-4XWD-9TQH', 'Time: 27 March 2026 at 23:59', link])
      expect(samples.receipt?.en.sample.text).toContain(said);
    for (const { texts } of body)
      for (const { sample } of Object.values(texts))
        expect(`${sample.subject}${sample.text}`).not.toMatch(/[{}]|undefined/);
    expect(await written()).toEqual([]);
  });

  test.each([
    ['a name nobody knows', 'Hei', `${good} {navn}`, 'Teksten har {navn}, som ikke kan fylles ut her.'],
    ['a name that is missing', 'Hei', '{agencies} {deadline}', 'Teksten mangler {link}.'],
    ['a brace too many', 'Hei', `${good} }{`, 'krøllparentes for mye eller for lite'],
    ['more than a name', 'Hei', `${good} {year, plural, other {#}}`, 'Teksten har {year, …}'],
    ['several lines in the subject line', 'Hei {status}', good, 'Teksten har {status}'],
    ['a line break in the subject line', 'Hei\r\nBcc: alle@x.example', good, 'har ikke riktig form'],
  ])('are refused with %s', async (_what, subject, text, detail) => {
    const reply = await putText('nb', subject, text);
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalidRequest' } });
    expect(reply.body.detail).toContain(detail);
    expect((await preview('reminder')).shown.letters[0]?.subject).toContain('Påminnelse');
  });
});

test('what waits for an agency is taken back when it declines', async () => {
  await send('reminder');
  const path = `/agencies/${agencies.three.orgnr}/rounds/2026/declination`;
  await call(admin, 'PUT', path, { reason: 'Er under avvikling' });
  const rows = (await written()).filter(({ kind, agencies: of }) => kind === 'reminder' && of.includes('three'));
  expect(rows.map(({ receiver, gaveUp }) => [receiver, gaveUp])).toEqual([['post@three.example', 'stopped']]);
  expect(reasons((await preview('reminder')).skipped)[agencies.three.orgnr]).toBe('declined');
  await call(admin, 'DELETE', path);
});

describe('when one has submitted', () => {
  test('mail to it stops, what waits is taken back, and who acts for another too is written to about that one alone', async () => {
    await send('reminder');
    await site.submit(agencies.one.orgnr);
    const rows = (await written()).filter(({ kind }) => kind === 'reminder');
    expect(rows.map(({ receiver, agencies: of, gaveUp }) => [receiver, of, gaveUp]).sort()).toEqual([
      ['kari@one.example', ['one', 'two'], 'stopped'],
      ['kari@one.example', ['two'], null],
      ['post@one.example', ['one'], 'stopped'],
      ['post@three.example', ['three'], null],
      ['post@two.example', ['two'], null],
    ]);
    const anew = rows.find(({ receiver, gaveUp }) => receiver === 'kari@one.example' && gaveUp === null);
    expect(anew?.body).toContain('svar frå Tilsynet i');
    clock.now = new Date('2026-03-10T08:00:00Z');
    expect(reasons((await preview('reminder')).skipped)[agencies.one.orgnr]).toBe('submitted');
    const thanks = await preview('thanks');
    expect(thanks.letters.map(({ to }) => to)).toEqual(['kari@one.example', 'post@one.example']);
    expect(reasons(thanks.skipped)[agencies.two.orgnr]).toBe('notSubmitted');
  });

  test('who has just worked on the answer is not nudged', async () => {
    const base = `/agencies/${agencies.two.orgnr}/rounds/2026/measures`;
    const { id } = (await call<{ id: string }>(kari, 'POST', base, {})).body;
    await call(kari, 'PUT', `/measures/${id}/answers/2026`, { year: 2026, basedOn: 0, changes: { name: 'Prøve' } });
    expect(reasons((await preview('nudge')).skipped)[agencies.two.orgnr]).toBe('activeNow');
    const soon = (await db.execute<{ at: Date }>('select max(created_at) as at from revision')).rows[0]?.at;
    clock.now = new Date(new Date(soon ?? 0).getTime() + 3 * 24 * 60 * 60_000);
    const { letters, shown } = await preview('nudge', { show: agencies.two.orgnr });
    expect(letters.map(({ to }) => to)).toContain('post@two.example');
    expect(shown.letters[0]?.text).toContain('Tilsynet: 1 tiltak er begynt på, ikke sendt inn');
    await call(kari, 'DELETE', `/measures/${id}/rounds/2026`);
  });

  test('several questions from staff make one letter to each, when no more come for ten minutes', async () => {
    const { body } = await call<{ measures: { id: string }[] }>(
      kari,
      'GET',
      `/agencies/${agencies.one.orgnr}/rounds/2026/response`,
    );
    const id = body.measures[0]?.id ?? '';
    const ask = (question: string) =>
      call(admin, 'POST', `/measures/${id}/rounds/2026/queries`, {
        question,
        text: 'Hemmelig: stemmer det?',
        version: 1,
      });
    const minutes = (n: number) => {
      clock.now = new Date(monday.getTime() + n * 60_000);
      return clock.now;
    };
    expect((await ask('phase')).status).toBe(201);
    minutes(6);
    expect((await ask('totalCost')).status).toBe(201);
    expect(await sendQueryDigests(db, site.mailContext, minutes(15))).toBe(0);
    const both = [minutes(16), clock.now].map((now) => sendQueryDigests(db, site.mailContext, now));
    expect((await Promise.all(both)).sort()).toEqual([0, 2]);
    const rows = (await written()).filter(({ kind }) => kind === 'queries');
    expect(rows.map(({ receiver }) => receiver)).toEqual(['kari@one.example', 'post@one.example']);
    expect(rows[0]?.body).toContain('Etaten, «Æ & Ø»: 2 spørsmål');
    expect(rows[0]?.body).not.toContain('Hemmelig');
    expect(await sendQueryDigests(db, site.mailContext, minutes(60))).toBe(0);
  });
});
