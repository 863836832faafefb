import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mail } from '../schema.ts';
import { sendQueryDigests } from './index.ts';
import { agencies, testRound } from './testing-round.ts';

// A question is due on 16 March and a proposed correction on the 18th: the agency is reminded in the morning before each day and in
// the morning after it, of what it has not answered, and of nothing more.

const site = await testRound();
const { db, clock, call, kari, admin } = site;
afterAll(site.end);

let about = '';
const ids = { query: '', correction: '' };

beforeAll(async () => {
  about = `/measures/${await site.submit(agencies.one.orgnr)}/rounds/2026`;
  await site.forget();
  clock.now = new Date('2026-03-09T09:00:00Z');
  const asked = { question: 'phase', text: 'Stemmer fasen?', version: 1, dueOn: '2026-03-16' };
  const { body } = await call<{ query: { id: string } }>(admin, 'POST', `${about}/queries`, asked);
  ids.query = body.query.id;
  const proposed = { question: 'phase', value: 'idea', reason: 'Ikke begynt.', version: 1, dueOn: '2026-03-18' };
  ids.correction = (await call<{ id: string }>(admin, 'POST', `${about}/corrections`, proposed)).body.id;
});

/** How many letters a sweep at a moment writes, and what the last of them to Kari says is due. */
const at = async (time: string) => {
  clock.now = new Date(time);
  const letters = await sendQueryDigests(db, site.mailContext, clock.now);
  const rows = await db.select().from(mail).orderBy(asc(mail.createdAt));
  const last = rows.findLast(({ receiver }) => receiver === 'kari@one.example');
  return [letters, letters === 0 ? '' : /: (\d+ spørsmål), svar innan (\d+\. \w+)/.exec(last?.body ?? '')?.slice(1)];
};
const quiet = [0, ''];

test('both are told of at once, in one letter to each', async () => {
  expect(await at('2026-03-09T09:11:00Z')).toEqual([2, ['2 spørsmål', '16. mars']]);
  expect(await at('2026-03-14T12:00:00Z')).toEqual(quiet);
});

test('the question is reminded of at eight in the morning before its day and after it, once each', async () => {
  expect(await at('2026-03-15T06:59:00Z')).toEqual(quiet);
  expect(await at('2026-03-15T07:00:00Z')).toEqual([2, ['2 spørsmål', '16. mars']]);
  for (const time of ['15T07:01:00Z', '15T20:00:00Z', '16T12:00:00Z', '17T06:59:00Z'])
    expect(await at(`2026-03-${time}`), time).toEqual(quiet);
  // The day after the question’s is the day before the correction’s: one letter about both.
  expect(await at('2026-03-17T07:00:00Z')).toEqual([2, ['2 spørsmål', '16. mars']]);
  expect(await at('2026-03-17T12:00:00Z')).toEqual(quiet);
});

test('the correction is reminded of when its day has passed, alone once the question is answered', async () => {
  expect((await call(kari, 'POST', `${about}/queries/${ids.query}/answer`, { text: 'Ja.' })).status).toBe(200);
  expect(await at('2026-03-19T06:59:00Z')).toEqual(quiet);
  expect(await at('2026-03-19T07:00:00Z')).toEqual([2, ['1 spørsmål', '18. mars']]);
  for (const day of ['20', '25']) expect(await at(`2026-03-${day}T07:00:00Z`), day).toEqual(quiet);
});

test('what was answered before its day is not reminded of', async () => {
  const path = `${about}/queries`;
  const asked = { question: 'phase', text: 'Og nå?', version: 1, dueOn: '2026-03-30' };
  const { body } = await call<{ query: { id: string } }>(admin, 'POST', path, asked);
  expect(await at('2026-03-25T07:11:00Z')).toEqual([2, ['2 spørsmål', '18. mars']]);
  const accepting = `${about}/corrections/${ids.correction}/answer`;
  expect((await call(kari, 'POST', accepting, { accept: true })).status).toBe(200);
  await call(kari, 'POST', `${path}/${body.query.id}/answer`, { text: 'Nå også.' });
  for (const day of ['29', '30', '31']) expect(await at(`2026-03-${day}T12:00:00Z`), day).toEqual(quiet);
});
