import type { Draft, ResponseView } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, measure, measureRound, revision, rollOver } from '../../schema.ts';
import { spreadsheetOf } from './testing.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
const rounds = await openRound(db, {
  opensAt: new Date('2026-03-01T00:00:00Z'),
  deadline: new Date('2026-03-20T22:59:59Z'),
  lateUntil: null,
});
const kari = await signInAs(db, {
  roles: [{ role: 'fill', agency: digdir.id }],
  name: 'Kari Nordmann',
  email: 'kari@digdir.example',
  now,
});
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], now });
const base = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
const list = spreadsheetOf(app, kari.headers, base);

afterAll(async () => {
  await app.close();
  await close();
});

const hub = async () => (await app.inject({ url: `${base}/response`, headers: kari.headers })).json() as ResponseView;
const draft = async (id: string) =>
  (await app.inject({ url: `/api/v1/measures/${id}/rounds/2026`, headers: kari.headers })).json() as Draft;
const titles = async () => (await hub()).measures.map(({ title }) => title);
const idOf = async (title: string) => (await hub()).measures.find((one) => one.title === title)?.id ?? '';

async function save(title: string, changes: object): Promise<void> {
  const id = await idOf(title);
  const { version: basedOn } = await draft(id);
  const reply = await app.inject({
    method: 'PUT',
    url: `/api/v1/measures/${id}/answers/2026`,
    headers: kari.headers,
    payload: { year: 2026, basedOn, changes },
  });
  expect(reply.statusCode, reply.body).toBe(200);
}

/** Takes a list in whole. @returns the id of the import */
async function bring(csv: string): Promise<string> {
  const sent = await list.upload(csv, 'liste.csv');
  const { body } = await list.preview(sent.body);
  const taken = await list.importRows(sent.body.id, body.plan);
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  return taken.body.import;
}

test('an import is undone in one go: new measures go, changed answers are as before, in a new revision', async () => {
  await bring('name,deliverable\nFast,Som det var\n');
  const id = await idOf('Fast');
  const second = await bring('externalId,name,deliverable\nA-1,Fast,Endret av lista\nA-2,Ny i lista,Noe\n');
  expect(await titles()).toEqual(['Fast', 'Ny i lista']);
  const revisions = await db.$count(revision);

  expect((await list.imports()).body[0]).toMatchObject({
    ...{ id: second, fileName: 'liste.csv', by: 'Kari Nordmann', undoneAt: null, created: 1, changed: 1 },
  });
  const undone = await list.undo(second);
  expect(undone).toMatchObject({ status: 200, body: { withdrawn: 1, restored: 1, kept: [] } });
  expect(await titles()).toEqual(['Fast']);
  expect((await draft(id)).answers).toEqual({ name: 'Fast', deliverable: 'Som det var' });
  // Nothing is erased.
  expect(await db.$count(revision)).toBe(revisions + 1);
  const [event] = await db.select().from(auditEvent).where(eq(auditEvent.action, 'import.undone'));
  expect(event).toMatchObject({
    actor: kari.personId,
    details: { year: 2026, withdrawn: 1, restored: 1, kept: 0 },
  });
  const numbers = await db.select({ externalId: measureRound.externalId }).from(measureRound);
  expect(numbers.map(({ externalId }) => externalId)).toEqual([null, null]);
  expect((await list.imports()).body[0]).toMatchObject({ undoneAt: now.toISOString() });
  expect((await list.undo(second)).body.code).toBe('alreadyDone');
  // The same list can be taken in again, numbers and all.
  expect((await list.undo(await bring('externalId,name\nA-1,Fast\nA-2,Ny i lista\n'))).body).toMatchObject({
    withdrawn: 1,
    kept: [],
  });
});

test('what someone has changed since stays, and is named; what was changed back goes', async () => {
  const id = await bring('name,deliverable\nSkrevet i siden,a\nEndret og tilbake,b\nUrørt,c\n');
  await save('Skrevet i siden', { deliverable: 'Noe annet' });
  await save('Endret og tilbake', { deliverable: 'Noe annet' });
  await save('Endret og tilbake', { deliverable: 'b' });
  const { body } = await list.undo(id);
  expect(body).toMatchObject({ withdrawn: 2, restored: 0, kept: [{ title: 'Skrevet i siden' }] });
  expect(await titles()).toEqual(['Fast', 'Skrevet i siden']);
});

test('an import on top of another is undone first, and then the other', async () => {
  const first = await bring('name,deliverable\nTo ganger,a\n');
  const second = await bring('name,deliverable\nTo ganger,b\n');
  expect((await list.undo(first)).body).toMatchObject({ withdrawn: 0, kept: [{ title: 'To ganger' }] });
  expect((await list.undo(second)).body).toMatchObject({ restored: 1, kept: [] });
  expect((await draft(await idOf('To ganger'))).answers).toMatchObject({ deliverable: 'a' });
});

test('another agency finds no such import', async () => {
  const id = await bring('name\nVår egen\n');
  const theirs = spreadsheetOf(app, stranger.headers, `/api/v1/agencies/${nav.orgnr}/rounds/2026`);
  expect((await theirs.undo(id)).body.code).toBe('notFound');
  expect((await theirs.imports()).body).toEqual([]);
  expect((await spreadsheetOf(app, stranger.headers, base).undo(id)).body.code).toBe('notAllowed');
});

test('what is withheld becomes public only when that is confirmed by itself', async () => {
  await bring('name,publishable\nHemmelig,no\nDelvis,no\nUsagt,\n');
  const sent = await list.upload('name,publishable\nHemmelig,yes\nDelvis,no\nUsagt,yes\n', 'liste.csv');
  const { body } = await list.preview(sent.body);
  expect(body.rows.map(({ title, becomesPublic }) => [title, becomesPublic])).toEqual([
    ['Hemmelig', true],
    ['Delvis', false],
    ['Usagt', false],
  ]);
  const refused = await list.importRows(sent.body.id, body.plan);
  expect(refused).toMatchObject({ status: 422, body: { issues: [{ row: 2, code: 'becomesPublic' }] } });
  expect((await draft(await idOf('Hemmelig'))).answers).toMatchObject({ publishable: 'no' });
  expect((await list.importRows(sent.body.id, body.plan, false, [3, 4])).status).toBe(422);
  expect((await list.importRows(sent.body.id, body.plan, false, [2])).status).toBe(200);
  expect((await draft(await idOf('Hemmelig'))).answers).toMatchObject({ publishable: 'yes' });
});

test('an unknown partner loses only itself, can be resolved, and is remembered', async () => {
  const csv = (name: string) => `name,partners\n${name},"NTNU, Oslo, Ukjent AS, Bergn kommune"\n`;
  const sent = await list.upload(csv('Med partnere'), 'liste.csv');
  const first = (await list.preview(sent.body)).body;
  expect(first.counts).toMatchObject({ new: 1, faulty: 0, errors: 0 });
  expect(first.rows[0]?.changes.find(({ question }) => question === 'partners')?.to).toBe(
    'NTNU – Norges teknisk-naturvitenskapelige universitet, Oslo kommune',
  );
  expect(first.rows[0]?.issues.filter(({ code }) => code === 'unknownBody')).toMatchObject([
    { params: { word: 'Ukjent AS' }, level: 'warning' },
    { params: { word: 'Bergn kommune' }, level: 'warning' },
  ]);
  expect(first.words).toMatchObject([
    { word: 'Ukjent AS', code: null, freeText: 'text:Ukjent AS' },
    { word: 'Bergn kommune', code: null, freeText: 'text:Bergn kommune' },
  ]);
  const words = [
    { question: 'partners', word: 'Ukjent AS', code: 'text:Ukjent AS' },
    { question: 'partners', word: 'Bergn kommune', code: 'kommune:4601' },
  ];
  const chosen = (await list.preview(sent.body, { words })).body;
  expect(chosen.rows[0]?.issues.filter(({ code }) => code === 'unknownBody')).toEqual([]);
  await list.importRows(sent.body.id, chosen.plan);
  expect((await draft(await idOf('Med partnere'))).answers).toMatchObject({
    involvesOthers: 'yes',
    partners: ['974767880', 'kommune:0301', 'text:Ukjent AS', 'kommune:4601'],
  });
  const again = await list.upload(csv('Neste'), 'liste.csv');
  const second = (await list.preview(again.body)).body;
  expect(second.words.filter(({ how }) => how === 'unknown')).toEqual([]);
  expect((await list.preview(again.body, { words: [{ ...words[0], code: 'kommune:1' }] })).body.code).toBe(
    'invalidRequest',
  );
});

test('partners imply that others are involved, unless someone says otherwise', async () => {
  const csv = 'name,partners,involvesOthers\nEn,NTNU,\nTo,NTNU,no\nTre,,\n';
  const sent = await list.upload(csv, 'liste.csv');
  const body = (await list.preview(sent.body)).body;
  expect(body.implied).toMatchObject([{ question: 'involvesOthers', rows: 1 }]);
  const answers = (preview: typeof body) =>
    preview.rows.map(({ changes }) => changes.find(({ question }) => question === 'involvesOthers')?.to);
  expect(answers(body)).toEqual(['Ja', 'Nei', undefined]);
  const without = (await list.preview(sent.body, { withoutImplied: true })).body;
  expect(answers(without)).toEqual([undefined, 'Nei', undefined]);
  expect(without.implied).toMatchObject([{ rows: 1 }]);
});

test('one’s own address is the contact of all rows without one', async () => {
  const sent = await list.upload('name,contactEmail\nUten,\nMed,ola@digdir.example\n', 'liste.csv');
  expect((await list.preview(sent.body)).body.withoutContact).toBe(1);
  const { body } = await list.preview(sent.body, { ownContact: true });
  expect(body.rows.map(({ changes }) => changes.find(({ question }) => question === 'contactEmail')?.to)).toEqual([
    'kari@digdir.example',
    'ola@digdir.example',
  ]);
  expect((await list.read(sent.body.id)).body.mapping).toMatchObject({ ownContact: true });
});

test('a measure that was taken along goes back, with what was said had become of it', async () => {
  const id = uuid();
  await db.insert(measure).values({ id, number: '2019-0001' });
  await db.insert(measureRound).values({ measureId: id, roundId: rounds.earlier, agencyId: digdir.id });
  const answers = { name: 'Fra i fjor', deliverable: 'Noe' };
  await db.insert(revision).values({
    ...{ id: uuid(), measureId: id, roundId: rounds.earlier, version: 1, edition: '2019', answers },
    ...{ origins: {}, authors: {}, createdAt: now },
  });
  await db.insert(rollOver).values({
    ...{ measureId: id, roundId: rounds.id, agencyId: digdir.id, outcome: 'ended', measures: [] },
    ...{ decidedAt: now, decidedByName: 'Kari' },
  });
  const outcomes = () => db.select({ outcome: rollOver.outcome }).from(rollOver).where(eq(rollOver.measureId, id));
  const csv = 'number,name,deliverable\n2019-0001,Fra i fjor,Endret\n';
  const first = await bring(csv);
  expect(await titles()).toContain('Fra i fjor');
  expect(await outcomes()).toEqual([]);
  expect((await list.undo(first)).body).toMatchObject({ withdrawn: 1, kept: [] });
  expect(await titles()).not.toContain('Fra i fjor');
  expect(await outcomes()).toEqual([{ outcome: 'ended' }]);
  // The same list comes in again.
  await bring(csv);
  expect((await draft(id)).answers).toMatchObject({ name: 'Fra i fjor', deliverable: 'Endret' });
});

test('a measure that a row said was over is not said to be over when the import is undone', async () => {
  const id = uuid();
  await db.insert(measure).values({ id, number: '2019-0002' });
  await db.insert(measureRound).values({ measureId: id, roundId: rounds.earlier, agencyId: digdir.id });
  await db.insert(revision).values({
    ...{ id: uuid(), measureId: id, roundId: rounds.earlier, version: 1, edition: '2019' },
    ...{ answers: { name: 'Skrinlagt' }, origins: {}, authors: {}, createdAt: now },
  });
  const outcomes = () => db.select({ outcome: rollOver.outcome }).from(rollOver).where(eq(rollOver.measureId, id));
  const csv = 'Prosjekt;Fase\nSkrinlagt;Stoppet\n';
  const first = await bring(csv);
  expect((await list.imports()).body[0]).toMatchObject({ id: first, ended: 1, changed: 0 });
  expect(await outcomes()).toEqual([{ outcome: 'stopped' }]);
  expect((await list.undo(first)).body).toMatchObject({ withdrawn: 0, restored: 1, kept: [] });
  expect(await outcomes()).toEqual([]);

  // What someone has taken along since stays so, and is named.
  const second = await bring(csv);
  await bring('number;name\n2019-0002;Skrinlagt\n');
  expect((await list.undo(second)).body).toMatchObject({ restored: 0, kept: [{ number: '2019-0002' }] });
  expect(await titles()).toContain('Skrinlagt');
});
