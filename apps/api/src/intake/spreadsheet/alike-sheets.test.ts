import type { ResponseView, SpreadsheetPreview } from '@samblikk/contract';
import type { SheetData } from '@samblikk/files';
import { expect, test } from 'vitest';
import { namedSheets } from './testing.ts';
import { spreadsheetSite } from './testing-site.ts';

const { base, get, list } = await spreadsheetSite();

const uploaded = async (sheets: Readonly<Record<string, SheetData>>) => {
  const { status, body } = await list.upload(await namedSheets(sheets));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const titles = async () => (await get<ResponseView>(`${base}/response`)).measures.map(({ title }) => title).sort();
const placed = ({ rows }: SpreadsheetPreview) => rows.map(({ sheet, row, title, kind }) => [sheet, row, title, kind]);

/** One sheet per department: the second has a title above, its columns in another order and one more, and writes headings its own way. */
const departments = {
  IT: [
    ['Prosjektnavn', 'Fase', 'Kostnad (MNOK)', 'Merknad'],
    ['Nytt arkiv', 'Idé', 12, null],
    ['Innsyn i egne data', 'Drift', 'mange penger', null],
  ],
  Veiledning: [['Slik fyller dere ut arket'], ['Skriv ett prosjekt i hver rad']],
  HR: [
    ['Prosjekter i HR', null, null, null, null],
    ['Fase', 'PROSJEKT-NAVN', 'Ansvarlig', 'Kostnad (mnok)', 'merknad'],
    ['Idé', 'Ny opplæring', 'Kari', 3, null],
    ['Idé', 'Nytt arkiv', 'Ola', 4, null],
    ['pågår', 'Ny timeføring', 'Per', 5, null],
  ],
} as const satisfies Record<string, SheetData>;

test('sheets with like headings are offered as one list, which is what is read; one of them can be chosen', async () => {
  const upload = await uploaded(departments);
  expect(upload).toMatchObject({
    together: true,
    sheet: 0,
    rows: 5,
    alike: [
      { sheet: 0, name: 'IT', rows: 2 },
      { sheet: 2, name: 'HR', rows: 3 },
    ],
    above: [{ row: 1, text: 'HR: Prosjekter i HR' }],
  });
  expect(upload.columns.map(({ heading, target }) => [heading, 'question' in target && target.question])).toEqual([
    ['Prosjektnavn', 'name'],
    ['Fase', 'phase'],
    ['Kostnad (MNOK)', 'totalCost'],
    ['Merknad', 'comments'],
    ['Ansvarlig', expect.anything()],
  ]);
  expect((await list.read(upload.id)).body).toEqual(upload);
  const alone = (await list.read(upload.id, 2)).body;
  expect(alone).toMatchObject({ together: false, sheet: 2, rows: 3, headingRow: 2 });
  const { rows } = (await list.preview(alone)).body;
  expect(rows.map(({ row, key, sheet, title }) => [row, key, sheet, title])).toEqual([
    [3, 3, undefined, 'Ny opplæring'],
    [4, 4, undefined, 'Nytt arkiv'],
    [5, 5, undefined, 'Ny timeføring'],
  ]);
});

test('a row is named by sheet and row; those that are ready come in, the others wait, and all is undone', async () => {
  const upload = await uploaded(departments);
  const seen = (await list.preview(upload)).body;
  expect(placed(seen)).toEqual([
    ['IT', 2, 'Nytt arkiv', 'new'],
    ['IT', 3, 'Innsyn i egne data', 'faulty'],
    ['HR', 3, 'Ny opplæring', 'new'],
    ['HR', 4, 'Nytt arkiv', 'new'],
    ['HR', 5, 'Ny timeføring', 'faulty'],
  ]);
  const said = (at: number) => seen.rows[at]?.issues.map(({ sheet, row, column, text }) => [sheet, row, column, text]);
  expect(said(0)).toEqual([['IT', 2, undefined, expect.stringMatching(/^Rad 4 \(HR\) har samme navn/)]]);
  // As each sheet has its columns.
  expect(said(1)).toEqual([['IT', 3, 'C (Kostnad (MNOK))', expect.any(String)]]);
  expect(said(4)).toEqual([['HR', 5, 'A (Fase)', expect.any(String)]]);

  const keys = new Map(seen.rows.map(({ key, title }) => [title, key]));
  expect(new Set(keys.values()).size).toBe(keys.size);
  const twin = seen.rows[3]?.key ?? 0;
  const chosen = (await list.preview(upload, { rows: { [twin]: 'skip' } })).body;
  expect(chosen.counts).toMatchObject({ new: 2, skipped: 1, faulty: 2 });
  const refused = await list.importRows(upload.id, chosen.plan);
  expect(refused.body.issues?.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
    ['IT', 3, 'C'],
    ['HR', 5, 'A'],
  ]);
  const first = (await list.importRows(upload.id, chosen.plan, true)).body;
  expect(first).toMatchObject({ created: 2, waiting: 2 });
  expect(await titles()).toEqual(['Ny opplæring', 'Nytt arkiv']);

  const waiting = (await list.read(upload.id)).body;
  expect(waiting).toMatchObject({ together: true, mapping: { rows: { [twin]: 'skip' }, previewed: true } });
  const words = [{ question: 'phase', word: 'pågår', code: 'execution' }];
  const rest = (await list.preview(upload, { words, rows: { [twin]: 'skip' }, leaveOutCells: true })).body;
  expect(placed(rest)).toEqual([
    ['IT', 3, 'Innsyn i egne data', 'new'],
    ['HR', 4, 'Nytt arkiv', 'skipped'],
    ['HR', 5, 'Ny timeføring', 'new'],
  ]);
  const second = (await list.importRows(upload.id, rest.plan)).body;
  expect(second).toMatchObject({ created: 2, waiting: 0 });
  expect((await list.imports()).body.map(({ created }) => created)).toEqual([2, 2]);
  expect((await list.undo(second.import)).body).toMatchObject({ withdrawn: 2 });
  expect((await list.undo(first.import)).body).toMatchObject({ withdrawn: 2 });
  expect(await titles()).toEqual([]);
});

test('what one sheet brought in is not taken for rows of another', async () => {
  const upload = await uploaded({
    IT: [
      ['Prosjektnavn', 'Kostnad'],
      ['Fra IT', 5_000_000],
      ['Venter', 'mye'],
    ],
    HR: [
      ['Prosjektnavn', 'Kostnad'],
      ['Fra HR', 6_000_000],
    ],
  });
  const alone = (await list.read(upload.id, 0)).body;
  const { plan } = (await list.preview(alone)).body;
  const { body: taken } = await list.importRows(upload.id, plan, true);
  expect(placed((await list.preview(upload)).body)).toEqual([
    ['IT', 3, 'Venter', 'faulty'],
    ['HR', 2, 'Fra HR', 'new'],
  ]);
  const other = (await list.preview((await list.read(upload.id, 1)).body)).body;
  expect(other.rows.map(({ title }) => title)).toEqual(['Fra HR']);
  await list.undo(taken.import);
});

test('rows that are hidden, and formulas, are told of by sheet', async () => {
  const upload = await uploaded({
    IT: [
      ['Prosjektnavn', 'Kostnad'],
      ['A', 5_000_000],
    ],
    HR: [
      ['Prosjektnavn', 'Kostnad'],
      ['B', { type: 'Formula', value: 'SUM(1,2)' }],
    ],
  } as Record<string, SheetData>);
  expect(upload.notes).toMatchObject([
    { code: 'formulas', text: expect.stringMatching(/^HR: Arket har en formel i B2/) },
  ]);
});

test.each<[string, Record<string, SheetData>]>([
  [
    'lists of codes with the headings of each other',
    {
      Tiltak: [
        ['Prosjektnavn', 'Fase'],
        ['Nytt arkiv', 'Idé'],
      ],
      Faser: [
        ['Kode', 'Navn'],
        ['1', 'Idé'],
      ],
      Finansiering: [
        ['Kode', 'Navn'],
        ['1', 'Ja'],
      ],
    },
  ],
  [
    'sheets that say amounts in different units above',
    {
      IT: [['Alle beløp i MNOK'], ['Prosjektnavn', 'Kostnad'], ['A', 12]],
      HR: [['Alle beløp i hele kroner'], ['Prosjektnavn', 'Kostnad'], ['B', 12_000_000]],
    },
  ],
  [
    'sheets of which one has no rows',
    {
      IT: [
        ['Prosjektnavn', 'Kostnad'],
        ['A', 12_000_000],
      ],
      HR: [['Prosjektnavn', 'Kostnad']],
    },
  ],
  [
    'headings of which half are others',
    {
      IT: [
        ['Prosjektnavn', 'Kostnad', 'Fase', 'Merknad'],
        ['A', 12_000_000, 'Idé', 'x'],
      ],
      HR: [
        ['Prosjektnavn', 'Kostnad', 'Leverandør', 'Lisenser'],
        ['B', 12_000_000, 'Firma', 4],
      ],
    },
  ],
])('not offered together: %s', async (_what, sheets) => {
  expect(await uploaded(sheets)).toMatchObject({ together: false, alike: [], sheet: 0 });
});

test('a sheet that is left out for its unit alone is named, until it is the one that is read', async () => {
  const upload = await uploaded({
    IT: [['Alle beløp i MNOK'], ['Prosjektnavn', 'Kostnad'], ['A', 12]],
    HR: [
      ['Prosjektnavn', 'Kostnad'],
      ['B', 12_000_000],
    ],
  });
  const notes = ({ notes: all }: typeof upload) =>
    all.filter(({ code }) => code === 'otherUnits').map(({ text }) => text);
  expect(notes(upload)).toEqual([expect.stringContaining('Arket «HR» har like overskrifter')]);
  expect(notes((await list.read(upload.id, 1)).body)).toEqual([]);
});

test('the lists of different years are offered together, and not read so until someone says it', async () => {
  const upload = await uploaded({
    'Prosjekter 2025': [
      ['Prosjektnavn', 'Fase'],
      ['I fjor', 'Idé'],
    ],
    'Prosjekter 2026': [
      ['Prosjektnavn', 'Fase'],
      ['I år', 'Idé'],
    ],
  });
  expect(upload).toMatchObject({ together: false, alike: [{ rows: 1 }, { rows: 1 }] });
  const together = await get(`${base}/spreadsheet/${upload.id}?together=true`);
  expect(together).toMatchObject({ together: true, rows: 2 });
});
