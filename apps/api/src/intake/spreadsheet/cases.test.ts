import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { workbook } from './testing.ts';
import { spreadsheetSite } from './testing-site.ts';

// Small files that once failed, each with the right value; what each is: testdata/README.md.

const { list } = await spreadsheetSite({ email: 'kari@digdir.example' });

const testFile = (name: string) => readFile(new URL(`testdata/${name}`, import.meta.url));
const sent = async (file: Buffer | string, more = '') => {
  const { status, body } = await list.upload(file, 'liste', 'nb', more);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};

describe('what separates the columns', () => {
  test('is told by whole records: cells may have line breaks and other separators in them', async () => {
    const upload = await sent(await testFile('02-semikolon-og-linjeskift-i-celle.csv'));
    expect(upload).toMatchObject({
      rows: 2,
      notes: [{ code: 'semicolons' }],
      columns: [{ heading: 'Prosjekt' }, { heading: 'Beskrivelse' }, { heading: 'Fase' }],
    });
    const { rows } = (await list.preview(upload)).body;
    expect(rows.map(({ title }) => title)).toEqual(['Nytt arkiv', 'Felles register']);
    expect(rows[0]?.changes.find(({ question }) => question === 'deliverable')?.to).toBe(
      'Vi skal levere\nsøk, innsyn\nskjema, varsel\nAPI, data\ndrift, opplæring',
    );
  });

  test.each([
    ['a title above', 'Prosjekter, per 1. mars\n\nNavn;Fase\nA;Idé\nB;Idé\n', 2],
    ['decimal commas', 'Navn;Kostnad\nA;1,5\nB;2,5\nC;3,5\n', 2],
    ['tabs, with commas in every text', 'Navn\tFase\nA, med B\tIdé\nC, med D\tIdé\n', 2],
    ['commas, with semicolons in every text', 'Navn,Fase\n"A; B","Idé"\n"C; D",Idé\n', 2],
    ['bars', 'Navn|Fase|Kostnad\nA|Idé|5\nB|Idé|5\n', 3],
    ['a first line that says it', 'sep=;\nNavn;Hva, hvor, når\nA;b, c, d\n', 2],
  ])('%s', async (_what, csv, width) => {
    expect((await sent(csv)).columns).toHaveLength(width);
  });

  test('can be chosen', async () => {
    const csv = 'Navn,Fase;Merknad\nA,b;c\nD,e;f\n';
    const headings = async (more: string) => (await sent(csv, more)).columns.map(({ heading }) => heading);
    expect(await headings('&separator=comma')).toEqual(['Navn', 'Fase;Merknad']);
    expect(await headings('&separator=semicolon')).toEqual(['Navn,Fase', 'Merknad']);
  });
});

/** What the preview says the cells of a row become, by question; and what is the matter with it. */
const planned = async (upload: Awaited<ReturnType<typeof sent>>, more: object = {}) => {
  const { status, body } = await list.preview(upload, more);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows.map(({ row, kind, changes, issues }) => ({
    row,
    kind,
    ...Object.fromEntries(changes.map(({ question, to }) => [question, to])),
    issues: issues.map(({ code, column }) => [code, column].filter(Boolean).join(' ')),
  }));
};

test('days with a time of day are those days', async () => {
  const upload = await sent(await testFile('03-dato-med-klokkeslett.xlsx'));
  // Shown as people write them, not as they are kept.
  expect(upload.columns[1]?.examples).toEqual(['01.01.2027 08:00', '01.01.2027']);
  expect(await planned(upload)).toEqual([
    { row: 2, kind: 'new', name: 'Nytt arkiv', startDate: '1. januar 2027', endDate: '31. desember 2027', issues: [] },
    {
      row: 3,
      kind: 'new',
      name: 'Felles register',
      startDate: '1. januar 2027',
      endDate: '31. desember 2027',
      issues: [],
    },
  ]);
});

test('days counted from 1904 are the same with a date format and without', async () => {
  const rows = await planned(await sent(await testFile('12-1904-uten-datoformat.xlsx')));
  expect(rows.map((row) => 'endDate' in row && row.endDate)).toEqual(['31. desember 2027', '31. desember 2027']);
});

test('a period is a day, and the rule is told', async () => {
  const upload = await sent('Prosjekt;Oppstart;Slutt\nArkiv;høst 2026;Q2 2027\n');
  const [row] = (await list.preview(upload)).body.rows;
  expect(row?.kind).toBe('new');
  expect(row?.issues.map(({ text }) => text)).toEqual([
    expect.stringMatching(/«høst 2026» er ikke en dag\. Vi bruker den første dagen: 1\. september 2026\.$/),
    expect.stringMatching(/«Q2 2027» er ikke en dag\. Vi bruker den siste dagen: 30\. juni 2027\.$/),
  ]);
});

test('rows that are hidden in the sheet are counted, and come in only when someone says so', async () => {
  const upload = await sent(await testFile('04-skjulte-rader.xlsx'));
  expect(upload).toMatchObject({ rows: 3, hiddenRows: [{ row: 3 }], mapping: { hiddenRows: false } });
  const kinds = async (more: object) => (await planned(upload, more)).map(({ row, kind }) => [row, kind]);
  const [, hidden] = (await list.preview(upload)).body.rows;
  expect(hidden).toMatchObject({ kind: 'skipped', title: 'Skjult, avlyst prosjekt', issues: [{ code: 'hiddenRow' }] });
  const left = [
    [2, 'new'],
    [3, 'skipped'],
    [4, 'new'],
  ];
  expect(await kinds({})).toEqual(left);
  expect(await kinds({ hiddenRows: true })).toEqual(left.map(([row]) => [row, 'new']));
  expect((await list.read(upload.id)).body.mapping.hiddenRows).toBe(true);
  expect(await kinds({ rows: { 3: 'new' } })).toEqual(left.map(([row]) => [row, 'new']));
});

test('a formula on a hidden sheet that nobody chose is no fault, and both are named', async () => {
  const upload = await sent(await testFile('05-formel-i-skjult-ark.xlsx'));
  expect(upload).toMatchObject({
    sheet: 0,
    sheets: [{ hidden: false }, { name: 'Oppslag', hidden: true }],
    notes: [{ code: 'hiddenSheets', text: 'Arket «Oppslag» er skjult.' }],
  });
  expect((await planned(upload)).map(({ kind }) => kind)).toEqual(['new', 'new']);
  expect((await list.read(upload.id, 1)).body.notes.map(({ text }) => text)).toContain(
    'Arket har en formel i B3. Vi leser verdien fra da filen ble lagret.',
  );
});

test('errors that the sheet shows are told, never blank', async () => {
  expect(await planned(await sent(await testFile('11-feilverdier.xlsx')))).toEqual([
    { row: 2, kind: 'faulty', name: 'Nytt arkiv', phase: 'Konsept', issues: ['errorValue B (Totalkostnad)'] },
    {
      row: 3,
      kind: 'new',
      name: 'Felles register',
      phase: 'Konsept',
      totalCost: '1\u00a0500\u00a0000\u00a0kr',
      issues: [],
    },
    {
      row: 4,
      kind: 'faulty',
      name: 'Ny portal',
      issues: ['errorValue B (Totalkostnad)', 'errorValue C (Fase)'],
    },
  ]);
});

test('the same in CSV, in the Excel of Norway: also as a name, a number and a tick', async () => {
  const csv =
    'Prosjekt;Prosjektnummer;Totalkostnad;Robotteknologi\n#NAVN?;P-1;5 mill;x\nArkiv;#I/T;#VERDI!;\nTo;P-3;5 mill;#REF!\n';
  const upload = await sent(csv);
  expect((await planned(upload)).map(({ issues }) => issues)).toEqual([
    ['errorValue A (Prosjekt)'],
    ['errorValue B (Prosjektnummer)', 'errorValue C (Totalkostnad)'],
    ['errorValue D (Robotteknologi)'],
  ]);
});

test('the budget of another year, and a benefit, are no budget and no cost', async () => {
  const upload = await sent(await testFile('08-budsjett-annet-aar.csv'));
  expect(upload.columns.map(({ heading, target }) => [heading, target])).toEqual([
    ['Prosjekt', { as: 'answer', question: 'name' }],
    ['Budsjett 2025', { as: 'nothing' }],
    ['Estimert gevinst i kr', { as: 'nothing' }],
  ]);
});

describe('the same number reads alike from CSV and from a workbook', () => {
  test('millions with three decimals and more', async () => {
    const upload = await sent(await testFile('09-mill-med-tre-desimaler.csv'));
    expect(upload.columns[1]).toMatchObject({ target: { unit: 1_000_000 }, unitFrom: 'heading' });
    const rows = await planned(upload);
    expect(rows.map((row) => String('totalCost' in row && row.totalCost).replaceAll('\u00a0', ' '))).toEqual([
      '1 713 000 kr',
      '10 050 000 kr',
      '2 250 kr',
    ]);
  });

  test.each([
    ['Kostnad', 1_500_000, ['1500000.0', '1500000,0', '1500000', '1 500 000,00']],
    ['Kostnad', 1_234_567.89, ['1234567.89', '1234567,89', '1 234 567,89']],
    ['Kostnad (mill. kr)', 1.713, ['1.713', '1,713']],
    ['Kostnad i 1000 kr', 1500.5, ['1500.5', '1500,50']],
    ['Kostnad', 12.5, ['12.5', '12,5']],
  ])('%s: %d', async (heading, number, texts) => {
    // All texts in one column: each upload is read in a process of its own.
    const seen = async (file: Buffer | string) => {
      const upload = await sent(file);
      const rows = (await planned(upload)).map(({ row: _, ...rest }) => ({
        ...rest,
        name: '',
        unit: upload.columns[1]?.target,
      }));
      return rows;
    };
    const names = texts.map((_, at) => `Tiltak ${'ABCD'[at]}`);
    const first = await seen(await workbook([['Prosjekt', heading], ...names.map((name) => [name, number])]));
    const csv = names.map((name, at) => `${name};${texts[at]}\n`).join('');
    expect(await seen(`Prosjekt;${heading}\n${csv}`)).toEqual(first);
  });
});

describe('the unit of amounts', () => {
  test.each([
    ['Alle beløp i 1000 kr\n\nProsjekt;Kostnad\nArkiv;1500\n', 1_000, 'above'],
    ['Beløp i mill. NOK;\nProsjekt;Kostnad\nArkiv;1,5\n', 1_000_000, 'above'],
    ['Beløp i 1000 kr\nProsjekt;Kostnad (MNOK)\nArkiv;1,5\n', 1_000_000, 'heading'],
    ['Prosjekt;Kostnad (tkr)\nArkiv;1500\n', 1_000, 'heading'],
    ['Prosjekt;Kostnad i kroner\nArkiv;1500\n', 1, 'heading'],
    ['Prosjekt;Kostnad\nArkiv;1,5\n', 1_000_000, 'cells'],
    // Small numbers without a unit: it must be asked.
    ['Prosjekt;Kostnad\nArkiv;1500\n', 1, 'asked'],
    ['Prosjekt;Kostnad\nArkiv;1500000\n', 1, 'none'],
  ])('%j', async (csv, unit, unitFrom) => {
    const { columns } = await sent(csv);
    expect(columns[1]).toMatchObject({ target: { question: 'totalCost', unit }, unitFrom });
  });
});

test('other currencies and per cent are never kroner, by heading, by cell or by format', async () => {
  for (const heading of ['Kostnad (EUR)', 'Kostnad i mill. USD', 'Kostnad €', 'Kostnad (%)'])
    expect((await sent(`Prosjekt;${heading}\nArkiv;1500000\nTo;12\n`)).columns[1]?.target).toEqual({ as: 'nothing' });
  const money = (value: number, format: string) => ({ value, type: Number, format });
  const upload = await sent(
    await workbook([
      ['Prosjekt', 'Kostnad'],
      ['Arkiv', money(5_000_000, '#,##0 [$€-1]')],
      ['Register', money(5_000_000, '"$"#,##0')],
      ['Andel', money(0.45, '0 %')],
      ['Portal', money(5_000_000, '[$kr-414] #,##0')],
    ]),
  );
  const columns = [
    { as: 'answer', question: 'name' },
    { as: 'answer', question: 'totalCost', unit: 1 },
  ];
  expect((await planned(upload, { columns })).map(({ kind, issues }) => [kind, ...issues])).toEqual([
    ['faulty', 'otherCurrency B (Kostnad)'],
    ['faulty', 'otherCurrency B (Kostnad)'],
    ['faulty', 'notANumber B (Kostnad)'],
    ['new'],
  ]);
});

test('what is written as exempt is never made more open, and its legal basis is kept', async () => {
  const csv = [
    'Prosjekt;Kan alt publiseres?;Hjemmel',
    'A;Ja;',
    'B;u.off.;',
    'C;unntatt, jf. offl. § 21;',
    'D;unntatt, jf. offl. § 21;offl. § 23',
    'E;Ja;offl. § 23',
  ].join('\n');
  const rows = await planned(await sent(`${csv}\n`));
  const basis = (number: number) => expect.stringContaining(`§ ${number}:`);
  expect(rows).toMatchObject([
    { kind: 'new', publishable: 'Ja, alt' },
    { kind: 'new', publishable: 'Nei, ingenting' },
    { kind: 'new', publishable: 'Nei, ingenting', exemptionBasis: basis(21) },
    { kind: 'new', publishable: 'Nei, ingenting', exemptionBasis: basis(23) },
    { kind: 'faulty', issues: ['openAndExempt'] },
  ]);
});

test('an agency that nobody knows loses only itself, and can be told; partners imply others unless someone says otherwise', async () => {
  const upload = await sent('Prosjekt;Tilknyttede organisasjoner\nArkiv;974761076, Ukjent etat\nTo;991825827\n');
  const rows = await planned(upload);
  expect(rows.map(({ kind, issues }) => [kind, ...issues])).toEqual([
    ['new', 'unknownBody B (Tilknyttede organisasjoner)'],
    ['new'],
  ]);
  const first = (await list.preview(upload)).body;
  expect(first.words).toMatchObject([{ question: 'partners', word: 'Ukjent etat', how: 'unknown' }]);
  expect(first.implied).toMatchObject([{ question: 'involvesOthers', answer: 'Ja', rows: 2 }]);
  const words = [{ question: 'partners', word: 'Ukjent etat', code: '889640782' }];
  const chosen = await planned(upload, { words });
  expect(chosen).toMatchObject([{ involvesOthers: 'Ja', issues: [] }, { involvesOthers: 'Ja' }]);
  for (const row of await planned(upload, { words, withoutImplied: true }))
    expect(row).not.toHaveProperty('involvesOthers');
  expect((await list.preview(upload, { words: [{ ...words[0], code: '123' }] })).body.code).toBe('invalidRequest');
});

test('one’s own address can be the contact where the list has none', async () => {
  const upload = await sent('Prosjekt;Kontakt\nArkiv;\nTo;ola@digdir.example\n');
  expect((await list.preview(upload)).body.withoutContact).toBe(1);
  const contacts = async (more: object) =>
    (await planned(upload, more)).map((row) => ('contactEmail' in row ? row.contactEmail : undefined));
  expect(await contacts({})).toEqual([undefined, 'ola@digdir.example']);
  expect(await contacts({ ownContact: true })).toEqual(['kari@digdir.example', 'ola@digdir.example']);
});

test('a list without a column of names says so at once', async () => {
  const { nameQuestion, columns } = await sent('Prosjekteier;Fase\nAvdeling A;Konsept\nAvdeling B;Konsept\n');
  expect(nameQuestion).toBe('name');
  expect(columns.map(({ target }) => target)).toEqual([{ as: 'nothing' }, { as: 'answer', question: 'phase' }]);
});
