import type { Comparison, Draft, listSubmissions, ReplyOf, readEffort } from '@samblikk/contract';
import { editionOf, questionsOf } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../responses/testing.ts';
import { minutesOf, originsOf } from './effort.ts';

const { db, close } = await testDatabase();
const nine = new Date('2026-03-02T09:00:00Z');
let now = nine;
// The day is long: nobody is signed out in it.
const config = testConfig({ session: { idleMinutes: 600, totalMinutes: 600 } });
const app = await buildApp({ config, db, clock: () => now, limits: false });
await openRound(db, { opensAt: new Date('2026-03-01'), deadline: new Date('2026-03-20'), lateUntil: null });
const kari = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Kari Nordmann', now, config });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], now, config });
afterAll(async () => {
  await app.close();
  await close();
});

const round = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
const at = (clock: string) => new Date(`2026-03-02T${clock}Z`);

async function call<T>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object, who = kari): Promise<T> {
  const headers = { ...who.headers, 'idempotency-key': `key-${now.getTime()}` };
  const reply = await app.inject({ method, url, headers, ...(body && { payload: body }) });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json() as T;
}

/** Answers one measure, one answer a minute from nine o'clock, and sends in; then changes and sends in again after lunch. */
let receipts: string[] = [];
beforeAll(async () => {
  const { id } = await call<Draft>('POST', `${round}/measures`, {});
  const answers = { ...completeAnswers, name: 'Kárášjoga oppslag – æøå', deliverable: 'Første linje.\nAndre linje.' };
  for (const [i, [question, value]] of Object.entries(answers).entries()) {
    now = new Date(nine.getTime() + i * 60_000);
    await call('PUT', `/api/v1/measures/${id}/answers/2026`, {
      year: 2026,
      basedOn: i,
      changes: { [question]: value },
    });
  }
  const sent = await call<{ receipt: string }>('POST', `${round}/submissions`, { nothingToReport: false });
  now = at('12:00:00');
  const basedOn = Object.keys(answers).length;
  await call('PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn, changes: { totalCost: 1_500_000 } });
  const again = await call<{ receipt: string }>('POST', `${round}/submissions`, { nothingToReport: false });
  receipts = [sent.receipt, again.receipt];
});

interface Node {
  role?: string;
  children?: Node[];
}
const roles = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)] : [];

async function open(url: string): Promise<{ pdf: PDFDocumentProxy; bytes: Buffer; text: string; roles: string[] }> {
  const reply = await app.inject({ url, headers: kari.headers });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf' });
  const pdf = await getDocument({ data: new Uint8Array(reply.rawPayload), useSystemFonts: false }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  return {
    pdf,
    bytes: reply.rawPayload,
    text: texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' '),
    roles: trees.flatMap((tree) => roles(tree as Node)),
  };
}

describe('the receipt as a PDF', () => {
  test('says who sent in what and when, every answer under its question, with Norwegian and Sámi letters', async () => {
    const { text, pdf } = await open(`${round}/submissions/${receipts[1]}.pdf`);
    for (const part of [receipts[1] as string, 'Kari Nordmann', 'digdir', '991 825 827'.replace(/ /g, '')]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('2. mars 2026 kl. 13:00');
    expect(text).toContain('Kárášjoga oppslag – æøå');
    expect(text).toContain('Andre linje.');
    const edition = editionOf('2026');
    const label = edition && questionsOf(edition).find(({ id }) => id === 'contactEmail')?.label.nb;
    expect(text).toContain(label);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: `Kvittering ${receipts[1]} for digdir, 2026`, Language: 'nb-NO' });
  });

  test('is tagged: structure tree, marked, language, title shown, headings, a table with headers, a list', async () => {
    const { pdf, bytes, roles } = await open(`${round}/submissions/${receipts[0]}.pdf?lang=nn`);
    expect(Object.fromEntries((await pdf.getMarkInfo()) as unknown as Iterable<[string, boolean]>)).toMatchObject({
      Marked: true,
    });
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toMatch(/\/Lang \(nn-NO\)/);
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('pdfuaid');
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(8);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(8);
    expect(roles).toEqual(
      expect.arrayContaining(['Document', 'H2', 'H3', 'P', 'Table', 'TR', 'L', 'LI', 'Lbl', 'LBody']),
    );
    // One list item for each answer: this was sent before the cost was given.
    expect(roles.filter((role) => role === 'LI')).toHaveLength(Object.keys(completeAnswers).length);
  });

  test('speaks the language asked for', async () => {
    const { text } = await open(`${round}/submissions/${receipts[0]}.pdf?lang=en`);
    expect(text).toContain('Submitted by');
    expect(text).toContain('2 March 2026 at 10:03');
  });

  test('is not for others, and not of a receipt that is none', async () => {
    const ask = (url: string, who = kari) => app.inject({ url, headers: who.headers });
    expect((await ask(`${round}/submissions/${receipts[0]}.pdf`, stranger)).statusCode).toBe(403);
    expect((await ask(`${round}/submissions/AAAA-AAAA-AAAA.pdf`)).statusCode).toBe(404);
  });
});

test('earlier receipts stay in the list', async () => {
  const list = await call<ReplyOf<typeof listSubmissions>>('GET', `${round}/submissions`);
  expect(list.map(({ receipt, number, measures }) => [receipt, number, measures])).toEqual([
    [receipts[1], 2, 1],
    [receipts[0], 1, 1],
  ]);
});

describe('effort', () => {
  test('adds up pauses under five minutes, and one minute for each sitting', () => {
    expect(minutesOf([])).toBe(0);
    expect(minutesOf([at('09:00:00')])).toBe(1);
    // 9:00, 9:02, 9:06:59: 2 + 4:59, one sitting.
    expect(minutesOf([at('09:00:00'), at('09:02:00'), at('09:06:59')])).toBe(8);
    // Five minutes exactly is a new sitting: 2 sittings, no work between.
    expect(minutesOf([at('09:00:00'), at('09:05:00')])).toBe(2);
    // 9:00–9:04 and 11:00–11:01:30, two sittings: 4 + 1.5 + 2 = 7.5, rounded up.
    expect(minutesOf([at('09:00:00'), at('09:04:00'), at('11:00:00'), at('11:01:30')])).toBe(8);
  });

  test('counts confirmed answers as known and imported ones by themselves, among those that were asked', () => {
    const edition = editionOf('2026');
    if (!edition) throw new Error('no edition');
    const { name = '', contactEmail = '', deliverable = '' } = completeAnswers;
    const pinned = [
      {
        answers: { name, contactEmail, deliverable },
        origins: { name: 'confirmed', contactEmail: 'imported', deliverable: 'entered' },
      },
      { answers: { name }, origins: { name: 'corrected' } },
    ] as const;
    expect(originsOf(edition, pinned)).toEqual({ knownPercent: 25, imported: 1 });
    expect(originsOf(edition, [])).toBeNull();
  });

  test('is told for each receipt, of what was done until then', async () => {
    const [first, second] = await Promise.all(
      receipts.map((receipt) => call<ReplyOf<typeof readEffort>>('GET', `${round}/submissions/${receipt}/effort`)),
    );
    // Four savings a minute apart: 3 + 1. Then one more, three hours later: + 1.
    expect(first).toEqual({ minutes: 4, knownPercent: 0, imported: 0 });
    expect(second).toEqual({ minutes: 5, knownPercent: 0, imported: 0 });
  });
});

describe('the portfolio', () => {
  const ask = (ending: string, who = kari) => app.inject({ url: `${round}/portfolio.${ending}`, headers: who.headers });

  test('has every answer as it stands, also the closed ones, as CSV and JSON', async () => {
    const csv = await ask('csv');
    const [row] = parse(csv.body, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      name: 'Kárášjoga oppslag – æøå',
      contactEmail: 'tiltak@digdir.example',
      totalCost: '1500000',
    });
    const json = (await ask('json')).json();
    expect(json).toMatchObject({
      year: 2026,
      agency: { orgnr: digdir.orgnr },
      measures: [{ version: 5, answers: { contactEmail: 'tiltak@digdir.example', totalCost: 1_500_000 } }],
    });
  });

  test('is a workbook with words and amounts as numbers', async () => {
    const sheets = await readExcel((await ask('xlsx?lang=en')).rawPayload);
    const [head = [], row = []] = sheets[0]?.data ?? [];
    const edition = editionOf('2026');
    const question = edition && questionsOf(edition).find(({ id }) => id === 'totalCost');
    expect(row[head.indexOf(question?.label.en ?? '')]).toBe(1_500_000);
    expect(row.filter((cell) => String(cell).startsWith('Yes'))).toHaveLength(1);
  });

  test('is the agency’s own', async () => {
    expect((await ask('json', stranger)).statusCode).toBe(403);
  });
});

test('the comparison puts the agency’s shares beside those of the latest release', async () => {
  const url = `${round}/comparison`;
  expect(await call<Comparison>('GET', url)).toBeNull();
  const { id } = await call<Draft>('POST', `${round}/measures`, {});
  const changes = { ...completeAnswers, phase: 'concept' };
  await call('PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn: 0, changes });
  now = at('12:10:00');
  await call('POST', `${round}/submissions`, { nothingToReport: false });
  await freezeRound(db, { year: 2026, actor: 'test', now });
  // After the release another measure is begun: it is the agency's, and not among all.
  const next = await call<Draft>('POST', `${round}/measures`, {});
  await call('PUT', `/api/v1/measures/${next.id}/answers/2026`, { year: 2026, basedOn: 0, changes: { phase: 'idea' } });
  const compared = await call<Comparison>('GET', url);
  expect(compared).toMatchObject({
    measures: 3,
    release: { year: 2026, number: 1, measures: 2, agencies: 1 },
    measuresPerAgency: 2,
  });
  const phase = compared?.variables.find((variable) => variable.id === 'phase');
  const shares = phase?.categories.map(({ code, own, all }) => [code, own, all]);
  expect(shares?.slice(0, 2)).toEqual([
    ['idea', 50, 0],
    ['concept', 50, 100],
  ]);
  // Beside a receipt stands what was sent in with it.
  expect(await call<Comparison>('GET', `${url}?receipt=${receipts[0]}`)).toMatchObject({ measures: 1 });
  const unknown = await app.inject({ url: `${url}?receipt=AAAA-AAAA-AAAA`, headers: kari.headers });
  expect(unknown.statusCode).toBe(404);
});
