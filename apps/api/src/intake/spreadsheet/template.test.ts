import { type Answers, type Edition, latestEdition } from '@samblikk/questionnaire';
import { answersFor } from '@samblikk/questionnaire/testing';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../../access/auth/testing.ts';
import { completeAnswers, digdir } from '../../responses/testing.ts';
import { measure, measureRound, revision, rollOver } from '../../schema.ts';
import { spreadsheetSite } from './testing-site.ts';

const { db, app, rounds, base, list } = await spreadsheetSite();
const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }] });
const edition: Edition = latestEdition;

let count = 0;
async function addMeasure(roundId: string, answers: Answers, of = '2026'): Promise<{ id: string; number: string }> {
  count += 1;
  const row = { id: uuid(), number: `${of}-${String(count).padStart(4, '0')}` };
  await db.insert(measure).values(row);
  await db.insert(measureRound).values({ measureId: row.id, roundId, agencyId: digdir.id });
  const at = new Date('2026-01-01T00:00:00Z');
  await db.insert(revision).values({
    id: uuid(),
    measureId: row.id,
    roundId,
    version: 1,
    edition: of,
    answers,
    origins: {},
    authors: Object.fromEntries(Object.keys(answers).map((id) => [id, ['Kari', at.toISOString()]])),
  });
  return row;
}

const drafts = fc.sample(answersFor(edition), { numRuns: 25, seed: 7 });
for (const answers of drafts) await addMeasure(rounds.id, { ...answers, name: `${answers.name} ${count}`.slice(-200) });
// What an answer may have, and a spreadsheet may spoil.
const odd: Answers[] = [
  { name: 'Sum', deliverable: 'Vi leverer:\n- søk\n- arkiv' },
  { name: "'=1+1", deliverable: "''@x\r\nny linje\r\n", comments: '  rykket inn\n\n\tmed tabulator  ' },
  { name: ' constructor ', deliverable: '_x0041_ & <b> "sitat"; komma, og semikolon;', tags: ['a, b', 'c;d', '=1'] },
  { name: '- N/A -', deliverable: '-', tags: ['- x', "'+47"], totalCost: 0, startDate: '2026-01-01' },
];
for (const answers of odd) await addMeasure(rounds.id, answers);
const earlier = {
  name: 'Gammelt tiltak',
  deliverable: 'Noe',
  phase: 'idea',
  funding: 'partly',
  totalCost: 7_000_000,
  tags: ['ai'],
};
const last = await addMeasure(rounds.earlier, earlier, '2019');
const ended = await addMeasure(rounds.earlier, { ...earlier, name: 'Avsluttet tiltak' }, '2019');
await db.insert(rollOver).values({
  measureId: ended.id,
  roundId: rounds.id,
  agencyId: digdir.id,
  outcome: 'ended',
  measures: [],
  decidedAt: new Date(),
  decidedByName: 'Kari',
});

describe.each(['xlsx', 'csv'] as const)('the template as %s', (format) => {
  test.each(['nb', 'nn', 'en'])(
    'comes back unchanged, in %s, but for last year’s measures, which are taken along',
    async (lang) => {
      const file = await list.template(format, lang);
      const sent = await list.upload(file, `mal.${format}`);
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      expect(new Set(sent.body.columns.map(({ how }) => how))).toEqual(new Set(['own']));
      const preview = await list.preview(sent.body);
      const wrong = preview.body.rows.filter(({ kind }) => kind !== 'unchanged');
      expect(wrong).toMatchObject([
        { kind: 'carriedForward', how: 'number', title: 'Gammelt tiltak', match: { number: last.number } },
      ]);
      expect(preview.body.counts).toMatchObject({
        unchanged: drafts.length + odd.length,
        carriedForward: 1,
        errors: 0,
      });
      // The phase is asked anew, so last year’s is not written in; the rest is as it was, and need not be looked through.
      expect(wrong[0]).toMatchObject({ changes: [], sameAsLast: 5 });
    },
  );
});

test('a measure taken along with one answer keeps what can be carried on; last year’s phase stands beside, and is not read', async () => {
  const begun = await addMeasure(
    rounds.earlier,
    { ...earlier, name: 'Påbegynt tiltak', startDate: '2020-02-01' },
    '2019',
  );
  await db.insert(measureRound).values({ measureId: begun.id, roundId: rounds.id, agencyId: digdir.id });
  await db.insert(revision).values({
    id: uuid(),
    measureId: begun.id,
    roundId: rounds.id,
    version: 1,
    edition: '2026',
    answers: { name: 'Nytt navn' },
    origins: { name: 'entered' },
    authors: {},
  });
  const file = await list.template('xlsx');
  const data = (await readExcel(file))[0]?.data ?? [];
  const row = data.find(([number]) => number === begun.number) ?? [];
  const at = (id: string) => row[data[1]?.indexOf(id) ?? -1];
  expect([at('name'), at('funding'), at('phase'), at('phase.previous')]).toEqual(['Nytt navn', 'Delvis', null, 'Idé']);
  expect(at('startDate')).toEqual(new Date('2020-02-01T00:00:00Z'));
  const sent = (await list.upload(file)).body;
  expect(sent.columns.find(({ letter }) => letter === 'A')?.target).toEqual({ as: 'number' });
  const seen = (await list.preview(sent)).body.rows.find(({ match }) => match?.number === begun.number);
  expect(seen?.changes.map(({ question }) => question)).not.toContain('phase');
  expect(seen?.changes.map(({ question }) => question)).toContain('funding');
});

test('the workbook has instructions, a grey row of ids, and a sheet per question with fixed answers', async () => {
  const sheets = await readExcel(await list.template('xlsx', 'nn'));
  const [data, help, ...codes] = sheets;
  expect(data?.sheet).toBe('Tiltak');
  expect(data?.data[0]?.slice(0, 3)).toEqual([
    'Tiltaksnummer (lat stå)',
    'Eige nummer (valfritt)',
    'Namn på tiltaket *',
  ]);
  expect(data?.data[1]?.slice(0, 3)).toEqual(['number', 'externalId', 'name']);
  expect(help?.data.flat().join(' ')).toContain('Ei tom celle endrar ingenting');
  expect(codes.find(({ sheet }) => sheet === 'Fase')?.data.slice(2, 4)).toEqual([
    ['Idé', 'idea'],
    ['Konsept', 'concept'],
  ]);
});

test('the CSV file opens right in a Norwegian Excel, and runs nothing', async () => {
  await addMeasure(rounds.id, { ...completeAnswers, name: '=1+1' });
  const text = (await list.template('csv')).toString();
  expect(text.startsWith('\ufeffTiltaksnummer (la stå);')).toBe(true);
  expect(text).toContain(";'=1+1;");
  const preview = await list.preview((await list.upload(text, 'mal.csv')).body);
  expect(preview.body.rows.find(({ title }) => title === '=1+1')?.kind).toBe('unchanged');
});

test('whoever may read the answers may have the template, and only they', async () => {
  expect((await app.inject({ url: `${base}/template.csv`, headers: reader.headers })).statusCode).toBe(200);
  const reply = await app.inject({ url: `${base}/template.xlsx` });
  expect(reply.statusCode).toBe(401);
  const own = await app.inject({ url: `${base}/template.xlsx`, headers: reader.headers });
  expect(own.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="samblikk-2026-991825827.xlsx"',
  });
});

test('a phase that says that a measure is over is what became of it', async () => {
  const gone = await addMeasure(rounds.earlier, { ...earlier, name: 'Skrinlagt tiltak' }, '2019');
  const sent = await list.upload(
    'Prosjekt;Fase;Kostnad\nSkrinlagt tiltak;Stoppet;x y z\nHelt nytt;Ferdig;5 mill\n',
    'liste.csv',
  );
  const { body } = await list.preview(sent.body);
  expect(body.rows).toMatchObject([
    { kind: 'ended', match: { number: gone.number }, changes: [], issues: [{ code: 'outcomeSaid', level: 'warning' }] },
    { kind: 'skipped', issues: [{ code: 'outcomeNew', level: 'warning' }] },
  ]);
  expect((await list.importRows(sent.body.id, body.plan)).body).toMatchObject({ ended: 1, skipped: 1, created: 0 });
  const [said] = await db.select().from(rollOver).where(eq(rollOver.measureId, gone.id));
  expect(said).toMatchObject({ outcome: 'stopped' });
});
