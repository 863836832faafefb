import type { Draft, ResponseView } from '@samblikk/contract';
import { describe, expect, test } from 'vitest';
import { workbook } from './testing.ts';
import { spreadsheetSite } from './testing-site.ts';
import { isTotals } from './totals.ts';

const { base, get, list } = await spreadsheetSite();

const preview = async (csv: string, more: object = {}) => {
  const sent = await list.upload(csv, 'liste.csv');
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return { sent: sent.body, seen: (await list.preview(sent.body, more)).body };
};
const kinds = (rows: readonly { row: number; kind: string }[]) => rows.map(({ row, kind }) => [row, kind]);

describe('a row that sums up the others', () => {
  test.each([
    [['Sum', 12, null, '13 mill. kr'], true],
    [[null, 'Totalt 2026', 4], true],
    [['I alt:', '-', 5], true],
    [['Grand total', null], true],
    [['Total fornyelse av arkivet', 5], false],
    [['Sum', 'Vi skal levere en sum', 5], false],
    [[1, 2, 3], false],
  ])('%j: %s', (cells, sum) => {
    expect(isTotals(cells)).toBe(sum);
  });

  test('is left out, and said; it can be taken in, and what was chosen is remembered', async () => {
    const csv = 'Navn;Kostnad\nArkiv;5 mill\nInnsyn;6 mill\nSum;11 mill\n';
    const { sent, seen } = await preview(csv);
    expect(kinds(seen.rows)).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'skipped'],
    ]);
    expect(seen.rows[2]).toMatchObject({ title: 'Sum', issues: [{ code: 'totals', level: 'warning' }] });
    const chosen = await list.preview(sent, { rows: { 3: 'skip', 4: 'new' } });
    expect(kinds(chosen.body.rows)).toEqual([
      [2, 'new'],
      [3, 'skipped'],
      [4, 'new'],
    ]);
    expect((await list.importRows(sent.id, chosen.body.plan)).body).toMatchObject({ created: 2, skipped: 1 });
    const again = (await preview(csv)).seen;
    expect(kinds(again.rows)).toEqual([
      [2, 'unchanged'],
      [3, 'skipped'],
      [4, 'unchanged'],
    ]);
    expect(again.rows[1]?.issues).toMatchObject([{ code: 'skippedBefore' }]);
  });
});

test('the same name in several rows is said in each, with the numbers of the others', async () => {
  const { seen } = await preview(
    'name;phase\nNytt saksbehandlingssystem;idea\nNoe annet;idea\nnytt  SAKSBEHANDLINGSSYSTEM;idea\n',
  );
  expect(seen.rows.map(({ row, issues }) => [row, issues.map(({ code, text }) => `${code}: ${text}`)])).toEqual([
    [2, [expect.stringMatching(/^sameTitle: Rad 4 har samme navn/)]],
    [3, []],
    [4, [expect.stringMatching(/^sameTitle: Rad 2 har samme navn/)]],
  ]);
  const numbered = await preview('externalId;name\nB-1;Samme\nB-2;Samme\n');
  expect(numbered.seen.counts.warnings).toBe(0);
});

describe('the headings', () => {
  const csv = 'Oversikt\nLaget av;Kari\nNavn;Kostnad\nArkiv A;5 mill\nArkiv B;6 mill\n';

  test('are said, with what stands above; another row can be told, or none', async () => {
    const { sent } = await preview(csv);
    expect(sent).toMatchObject({ headingRow: 3, rows: 2 });
    expect(sent.above).toEqual([
      { row: 1, text: 'Oversikt' },
      { row: 2, text: 'Laget av · Kari' },
    ]);
    expect(sent.headingRows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
    const other = await get<typeof sent>(`${base}/spreadsheet/${sent.id}?headingRow=2`);
    expect(other).toMatchObject({ headingRow: 2, rows: 3, columns: [{ heading: 'Laget av' }, { heading: 'Kari' }] });
    const none = await get<typeof sent>(`${base}/spreadsheet/${sent.id}?headingRow=0`);
    expect(none).toMatchObject({ headingRow: 0, rows: 5, above: [], columns: [{ heading: '' }, { heading: '' }] });
    const columns = [{ as: 'answer', question: 'name' }, { as: 'nothing' }];
    const seen = (await list.preview(none, { headingRow: 0, columns })).body;
    expect(seen.rows.map(({ title }) => title)).toEqual(['Oversikt', 'Laget av', 'Navn', 'Arkiv A', 'Arkiv B']);
  });

  test('what was told and previewed is read back', async () => {
    const { sent } = await preview(csv);
    const chosen = { rows: { 4: 'skip' }, leaveOutCells: true, headingRow: 3 };
    await list.preview(sent, chosen);
    const back = await list.read(sent.id);
    expect(back.body).toMatchObject({
      headingRow: 3,
      mapping: { words: [], rows: { 4: 'skip' }, leaveOutCells: true, previewed: true },
    });
  });
});

test('a cell that cannot be read need not cost the whole measure', async () => {
  const csv = 'Navn;Kostnad;Oppstart;Fase\nMed feil;mange penger;31. des 2027;Idé\n;5;;\n';
  const { sent, seen } = await preview(csv);
  expect(kinds(seen.rows)).toEqual([
    [2, 'faulty'],
    [3, 'faulty'],
  ]);
  const without = (await list.preview(sent, { leaveOutCells: true })).body;
  // A row without a name is still no measure.
  expect(kinds(without.rows)).toEqual([
    [2, 'new'],
    [3, 'faulty'],
  ]);
  expect(without.rows[0]?.issues).toMatchObject([
    { column: 'B (Kostnad)', level: 'warning', text: expect.stringMatching(/^Cellen blir ikke tatt med\. .*sifre/) },
  ]);
  await list.importRows(sent.id, without.plan, true);
  const { measures } = await get<ResponseView>(`${base}/response`);
  const made = measures.find(({ title }) => title === 'Med feil');
  const { answers } = await get<Draft>(`/api/v1/measures/${made?.id}/rounds/2026`);
  expect(answers).toEqual({ name: 'Med feil', startDate: '2027-12-31', phase: 'idea' });
});

test('cells that go over several rows count for each of them, and that is said', async () => {
  const file = await workbook([
    ['Program', 'Navn'],
    [{ value: 'Kari Nordmann <kari@virksomhet.example>', rowSpan: 2 }, 'Del en'],
    [null, 'Del to'],
  ]);
  const sent = await list.upload(file);
  expect(sent.body.notes).toMatchObject([{ code: 'mergedDown' }]);
  const columns = [
    { as: 'answer', question: 'contactEmail' },
    { as: 'answer', question: 'name' },
  ];
  const seen = (await list.preview(sent.body, { columns })).body;
  expect(seen.rows.map(({ changes }) => changes.find(({ question }) => question === 'contactEmail')?.to)).toEqual([
    'kari@virksomhet.example',
    'kari@virksomhet.example',
  ]);
});

test('examples are written as in Norway', async () => {
  const file = await workbook([
    ['Navn', 'Oppstart', 'Kostnad (MNOK)'],
    ['Arkiv', new Date(Date.UTC(2026, 7, 30)), 12.5],
  ]);
  const { columns } = (await list.upload(file)).body;
  expect(columns.slice(1).map(({ examples }) => examples)).toEqual([['30.08.2026'], ['12,5']]);
});
