import type { ClaimView } from '@samblikk/contract';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeAnswers } from '../responses/testing.ts';
import { mail } from '../schema.ts';
import { sendQueryDigests } from './index.ts';
import { agencies, testRound } from './testing-round.ts';

// In order: Digdir asks about a claim, refuses another and accepts a third; the agency is written to about each, once.
const site = await testRound();
const { db, clock, call, kari, admin, analyst } = site;
afterAll(site.end);

let measure = '';
const base = `/agencies/${agencies.one.orgnr}/rounds/2026`;
const about = () => `/measures/${measure}/rounds/2026/exemptions`;
const claimed = { publishable: 'partly', exemptFields: ['phase', 'effects', 'tags'], exemptionBasis: 'OFFL_13' };

beforeAll(async () => {
  const { id } = (await call<{ id: string }>(kari, 'POST', `${base}/measures`, {})).body;
  measure = id;
  const changes = { ...completeAnswers, ...claimed, phase: 'idea', tags: ['hemmelig'] };
  expect((await call(kari, 'PUT', `/measures/${id}/answers/2026`, { year: 2026, basedOn: 0, changes })).status).toBe(
    200,
  );
  expect((await call(kari, 'POST', `${base}/submissions`, { nothingToReport: false })).status).toBe(201);
});

const claims = async () => (await call<ClaimView[]>(kari, 'GET', about())).body;
const decide = async (field: string, body: object, who = admin) =>
  call(who, 'POST', `${about()}/decisions`, {
    field,
    grounds: (await claims()).find((one) => one.field === field)?.grounds ?? '',
    ...body,
  });
const at = (time: string) => {
  clock.now = new Date(time);
  return sendQueryDigests(db, site.mailContext, clock.now);
};
const newest = async () =>
  (await db.select().from(mail).orderBy(asc(mail.createdAt)))
    .filter(({ kind, receiver }) => kind === 'queries' && receiver === 'kari@one.example')
    .at(-1)?.body;
const card = async () =>
  (await call<{ measures: { exemptions: number }[] }>(kari, 'GET', `${base}/response`)).body.measures[0];

test('what Digdir asks and refuses makes one letter, which tells neither the words nor the answer', async () => {
  clock.now = new Date('2026-03-09T09:00:00Z');
  expect((await decide('phase', { step: 'asked', words: 'Hvorfor er fasen unntatt?' }, analyst)).status).toBe(403);
  expect((await decide('phase', { step: 'asked', words: 'Hvorfor er fasen unntatt?' })).status).toBe(200);
  expect((await decide('tags', { step: 'refused', words: 'Stikkord er ikke fortrolige.' })).status).toBe(200);
  expect((await decide('effects', { step: 'accepted', until: '2026-05-20' })).status).toBe(200);
  expect(await at('2026-03-09T09:05:00Z')).toBe(0);
  expect(await at('2026-03-09T09:11:00Z')).toBe(2);
  const body = await newest();
  expect(body).toMatch(/2 unntak frå offentlegheit å svare på, svar innan 23\. mars 2026/);
  for (const kept of ['fasen', 'fortrolige', 'hemmelig']) expect(body).not.toContain(kept);
  expect(await card()).toMatchObject({ exemptions: 2 });
  expect(await at('2026-03-10T09:11:00Z')).toBe(0);
});

test('the agency is reminded in the morning before its last day, and no more once it has answered', async () => {
  expect(await at('2026-03-22T06:59:00Z')).toBe(0);
  expect(await at('2026-03-22T07:01:00Z')).toBe(2);
  for (const field of ['phase', 'tags'])
    expect((await call(kari, 'POST', `${about()}/answers`, { field, words: 'Fordi.' })).status).toBe(200);
  expect(await card()).toMatchObject({ exemptions: 0 });
  expect(await at('2026-03-24T09:00:00Z')).toBe(0);
});

test('two weeks before an exemption ends, the agency is told once, also when the round is closed', async () => {
  expect(await at('2026-05-05T21:00:00Z')).toBe(0);
  expect(await at('2026-05-06T08:00:00Z')).toBe(2);
  expect(await newest()).toContain('1 unntak frå offentlegheit gjeld til og med 20. mai 2026');
  expect(await newest()).not.toMatch(/0 spørsmål|svar innan/);
  for (const day of ['07', '19', '20', '21', '30']) expect(await at(`2026-05-${day}T08:00:00Z`), day).toBe(0);
});
