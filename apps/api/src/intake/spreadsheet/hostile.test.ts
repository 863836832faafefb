import { deflateRawSync } from 'node:zlib';
import { storedZip } from '@samblikk/files';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { upload, uploadRows } from '../../schema.ts';
import { workbook } from './testing.ts';
import { spreadsheetSite } from './testing-site.ts';
import { zipEntries } from './zip.ts';

const { db, list } = await spreadsheetSite();

const good = await workbook([
  ['Navn', 'Kostnad'],
  ['Felles adresseoppslag', 5_000_000],
]);

/** The good workbook with files changed or added. */
function changed(change: (name: string, text: string) => string, more: Record<string, Buffer | string> = {}): Buffer {
  const files = zipEntries(good).map(({ name, read }) => ({
    name,
    bytes: /\.(?:xml|rels)$/.test(name) ? Buffer.from(change(name, read().toString())) : read(),
  }));
  const added = Object.entries(more).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
  return storedZip([...files, ...added]);
}
const inSheet = (from: string | RegExp, to: string) =>
  changed((name, text) => (name.startsWith('xl/worksheets/sheet') ? text.replace(from, to) : text));

/** A zip archive of one packed file, with the sizes it declares. */
function packed(name: string, bytes: Buffer, declared = bytes.length): Buffer {
  const zip = storedZip([{ name, bytes: deflateRawSync(bytes) }]);
  const central = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  for (const [at, size] of [
    [0, 22],
    [central, 24],
  ] as const) {
    zip.writeUInt16LE(8, at + (at === 0 ? 8 : 10));
    zip.writeUInt32LE(declared, at + size);
  }
  return zip;
}

const refusal = async (file: Buffer | string, name = 'liste.xlsx', lang = 'nb') => {
  const { status, body } = await list.upload(file, name, lang);
  return { status, code: body.code, issue: body.issues?.[0] };
};

test('the good workbook is good, so that what follows is refused for its own sake', async () => {
  expect((await list.upload(good)).status).toBe(201);
  expect((await list.upload(changed((_, text) => text))).status).toBe(201);
});

describe('refused with a reason, in the reader’s language', () => {
  const millionRows = Array.from(
    { length: 3 },
    (_, i) => `<row r="${1_048_574 + i}"><c r="A${1_048_574 + i}"><v>1</v></c></row>`,
  );
  test.each<[string, string, () => Buffer | string | Promise<Buffer | string>]>([
    ['macros', 'macros', () => changed((_, text) => text, { 'xl/vbaProject.bin': 'x' })],
    [
      'a type with macros',
      'macros',
      () =>
        changed((name, text) =>
          name === '[Content_Types].xml' ? text.replace('sheet.main', 'sheet.macroEnabled.main') : text,
        ),
    ],
    [
      'links to other files',
      'externalLink',
      () => changed((_, text) => text, { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
    ],
    ['data from elsewhere', 'externalLink', () => changed((_, text) => text, { 'xl/connections.xml': '<a/>' })],
    [
      'a document type',
      'documentType',
      () => changed((name, text) => (name === 'xl/workbook.xml' ? `<!DOCTYPE x [<!ENTITY a "b">]>${text}` : text)),
    ],
    [
      'UTF-16, which could hide a formula',
      'notReadable',
      () => {
        const files = zipEntries(good).map(({ name, read }) => ({
          name,
          bytes: name.startsWith('xl/worksheets/sheet') ? Buffer.from(`\ufeff${read()}`, 'utf16le') : read(),
        }));
        return storedZip(files);
      },
    ],
    [
      'a file that unpacks to a thousand times its size',
      'zipBomb',
      () => packed('xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024)),
    ],
    [
      'a file that lies about its size',
      'zipBomb',
      () => packed('xl/workbook.xml', Buffer.alloc(8 * 1024 * 1024), 1_000),
    ],
    [
      'too many files',
      'zipBomb',
      () => storedZip(Array.from({ length: 2_500 }, (_, i) => ({ name: `xl/media/${i}.png`, bytes: Buffer.alloc(0) }))),
    ],
    [
      'files that lie over one another',
      'zipBomb',
      () => {
        const zip = storedZip([
          { name: 'a', bytes: Buffer.from('aaaa') },
          { name: 'b', bytes: Buffer.from('bbbb') },
        ]);
        zip.writeUInt32LE(0, zip.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 42);
        return zip;
      },
    ],
    [
      'a password',
      'encrypted',
      () => {
        const zip = changed((_, text) => text);
        const central = zip.indexOf('PK\x01\x02', 0, 'latin1');
        zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
        return zip;
      },
    ],
    ['an old .xls', 'oldOrEncrypted', () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['a PDF that says it is a workbook', 'wrongType', () => '%PDF-1.7 …'],
    ['a page that says it is a workbook', 'wrongType', () => '<html><table><tr><td>Navn</td></tr></table></html>'],
    ['a picture', 'wrongType', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    [
      'a document of another kind in a zip archive',
      'wrongType',
      () => storedZip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
    ],
    [
      'an OpenDocument sheet',
      'wrongType',
      () => storedZip([{ name: 'mimetype', bytes: Buffer.from('application/vnd.oasis') }]),
    ],
    ['half a file', 'notReadable', () => good.subarray(0, good.length / 2)],
    ['XML that is none', 'notReadable', () => changed((name, text) => (name === 'xl/workbook.xml' ? '<<<' : text))],
    [
      'a picture without a NUL',
      'wrongType',
      () => Buffer.from('\x89PNG\r\n\x1a\n\x01\x02abc;def\nghi;jkl\n', 'latin1'),
    ],
    ['noise', 'wrongType', () => Buffer.from('a\x01b;\x02\x03c\x04\n\x05d;\x06e\n')],
    ['a cell longer than Excel has room for', 'cellTooLong', () => workbook([['Navn'], ['x'.repeat(32_768)]])],
    ['the same in CSV', 'cellTooLong', () => `navn;fase\n${'x'.repeat(32_768)};idea\n`],
    ['one row too many', 'tooManyRows', () => `navn,kostnad\n${'a,1\n'.repeat(10_001)}`],
    ['one row too many in a workbook', 'tooManyRows', () => workbook([['navn'], ...Array(10_001).fill(['a'])])],
    ['cells a million rows down', 'tooFarDown', () => inSheet('</sheetData>', `${millionRows.join('')}</sheetData>`)],
    ['cells far to the right', 'tooManyColumns', () => inSheet('</row>', '<c r="XFD1"><v>1</v></c></row>')],
    ['too many rows of CSV', 'tooManyRows', () => `navn,kostnad\n${'a,1\n'.repeat(10_200)}`],
    ['too many columns of CSV', 'tooManyColumns', () => `${'navn,'.repeat(250)}\na\n`],
    ['quotes that do not match', 'brokenCsv', () => 'navn,kostnad\n"a,1\nb,2\n'],
    ['an empty file', 'empty', () => ''],
    ['headings only', 'empty', () => 'navn,kostnad\n'],
  ])('%s: %s', async (_what, code, make) => {
    const before = await db.$count(upload);
    const file = await make();
    for (const lang of ['nb', 'nn', 'en']) {
      const found = await refusal(file, 'liste.xlsx', lang);
      expect(found).toMatchObject({ status: 422, code: 'fileAtFault', issue: { code } });
      expect(found.issue?.text).toMatch(/^\p{Lu}.{20,}\.$/u);
      expect(found.issue?.text).not.toContain('{');
    }
    expect(await db.$count(upload)).toBe(before);
  });

  test('too many rows are counted', async () => {
    const { issue } = await refusal(`navn,kostnad\n${'a,1\n'.repeat(12_345)}`);
    expect(issue?.text?.replace(/\s/g, ' ')).toContain('12 346 rader');
    const fits = await refusal(`Tittel over listen\n\nnavn,kostnad\n${'a,1\n'.repeat(10_000)}`);
    expect(fits.status).toBe(201);
  });

  test('more than 20 MB', async () => {
    const { status, code } = await refusal(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect({ status, code }).toEqual({ status: 413, code: 'tooLarge' });
  });
});

test('cells that are long and no answers are told so: nothing looks through them character by character', async () => {
  // An expression that begins anew at every character would need many minutes for these.
  const long = 'a'.repeat(30_000);
  const rows = Array.from(
    { length: 60 },
    (_, at) => `Tiltak ${at};${long};${long.slice(0, 4_000)};${long.slice(1_000)}`,
  );
  const sent = await list.upload(`name;contactEmail;totalCost;startDate\n${rows.join('\n')}\n`, 'liste.csv');
  expect(sent.status, JSON.stringify(sent.body).slice(0, 500)).toBe(201);
  const preview = await list.preview(sent.body);
  expect(preview.body.counts).toMatchObject({ faulty: 60, errors: 180 });
  expect(new Set(preview.body.rows.flatMap(({ issues }) => issues.map(({ code }) => code)))).toEqual(
    new Set(['notAnEmail', 'notANumber', 'notADate']),
  );
});

describe('of a formula only the value is read that it had when the file was saved', () => {
  test.each<[string, string, string]>([
    ['a number', '<f>2500000*2</f><v>5000000</v>', '5\u00a0000\u00a0000\u00a0kr'],
    ['a shared one', '<f t="shared" si="0"/><v>5000000</v>', '5\u00a0000\u00a0000\u00a0kr'],
    ['one with quotes and signs', '<f>IF(A1&lt;&gt;"x",1,"&gt;")</f><v>5000000</v>', '5\u00a0000\u00a0000\u00a0kr'],
  ])('%s', async (_what, cell, cost) => {
    const { status, body } = await list.upload(inSheet(/<v>5000000<\/v>/, cell));
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.notes).toMatchObject([{ code: 'formulas', text: expect.stringContaining('B2') }]);
    const [row] = (await list.preview(body)).body.rows;
    expect(row?.changes.map(({ to }) => to)).toEqual(['Felles adresseoppslag', cost]);
  });

  test('one that was never calculated is told, not left blank', async () => {
    for (const cell of ['<f>2500000*2</f>', '<f>1</f><v/>', '<f>1</f><v></v>']) {
      const { body } = await list.upload(inSheet(/<v>5000000<\/v>/, cell));
      const [row] = (await list.preview(body)).body.rows;
      expect(row?.issues).toMatchObject([{ code: 'notCalculated', column: 'B (Kostnad)' }]);
    }
    const own = await list.upload(await workbook([['Navn'], [{ type: 'Formula', value: '=1+1' }], ['Arkiv']]));
    expect((await list.preview(own.body)).body.counts).toMatchObject({ faulty: 1, new: 1 });
  });
});

test('what only looks dangerous is let in: coloured cells far out, e-mail links, pictures', async () => {
  const far = '<row r="900000" spans="1:1"><c r="A900000" s="1"/></row><row r="900001"/></sheetData>';
  const file = changed(
    (name, text) => (name.startsWith('xl/worksheets/sheet') ? text.replace('</sheetData>', far) : text),
    {
      'xl/media/image1.png': Buffer.alloc(5_000_000),
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Target="mailto:a@b.example" TargetMode="External"/></Relationships>',
    },
  );
  const { status, body } = await list.upload(file);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body.rows).toBe(1);
});

test('a sheet that is only a chart is passed over', async () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet';
  const link = `<Relationship Id="rIdChart" Type="${type}" Target="chartsheets/sheet1.xml"/></Relationships>`;
  const file = changed(
    (name, text) =>
      name === 'xl/workbook.xml'
        ? text.replace('</sheets>', '<sheet name="Diagram" sheetId="9" r:id="rIdChart"/></sheets>')
        : name === 'xl/_rels/workbook.xml.rels'
          ? text.replace('</Relationships>', link)
          : text,
    { 'xl/chartsheets/sheet1.xml': '<chartsheet/>' },
  );
  const { status, body } = await list.upload(file);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body.sheets).toHaveLength(1);
});

test('text that a spreadsheet would run is only text', async () => {
  const { status, body } = await list.upload('Navn;Kostnad\n=HYPERLINK("http://x");5\n', 'liste.csv');
  expect(status).toBe(201);
  expect(body.columns[0]?.examples).toEqual(['=HYPERLINK("http://x")']);
});

describe('a list within the limits of rows, columns and cells, but of more text than can be kept', () => {
  test('is refused with the reason: one long text in every cell of a workbook', async () => {
    const long = 'x'.repeat(30_000);
    const row = Array(100).fill(long);
    const { status, issue } = await refusal(await workbook([['Navn'], ...Array(10).fill(row)]));
    expect({ status, code: issue?.code }).toEqual({ status: 422, code: 'tooMuchText' });
    expect(issue?.text).toContain('20 millioner tegn');
  });

  test('one that just fits is kept in pieces, read back, and gone when it is taken in', async () => {
    const rows = Array.from({ length: 190 }, (_, at) => `Tiltak ${at};${'a'.repeat(4_000)}${';b'.repeat(10)}`);
    const sent = await list.upload(`Prosjekt;Beskrivelse\n${rows.join('\n')}\n`, 'liste.csv');
    expect(sent.status, JSON.stringify(sent.body).slice(0, 300)).toBe(201);
    const kept = await db.select().from(uploadRows).where(eq(uploadRows.uploadId, sent.body.id));
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.reduce((sum, piece) => sum + piece.rows.length, 0)).toBe(191);
    const { body } = await list.preview(sent.body);
    expect(body.counts).toMatchObject({ new: 190 });
    expect(body.rows.map(({ title }) => title)).toEqual(rows.map((row) => row.split(';')[0]));
    await list.importRows(sent.body.id, body.plan);
    expect(await db.$count(uploadRows, eq(uploadRows.uploadId, sent.body.id))).toBe(0);
  });
});
