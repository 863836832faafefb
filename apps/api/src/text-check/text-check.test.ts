import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckedText } from '@samblikk/statistics';
import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { linesOver } from '../cli/testing.ts';
import { loadDemo } from '../demo/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { readText } from './read-text.ts';
import { docx } from './testing.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
await loadDemo(db, now);
await freezeRound(db, { year: 2026, actor: 'system:test', now });
const app = await buildApp({ config: testConfig(), db, limits: false });
const folder = await mkdtemp(join(tmpdir(), 'samblikk-text-'));
afterAll(async () => {
  await app.close();
  await close();
  await rm(folder, { recursive: true, force: true });
});
const samblikk = linesOver(db);
const inEnglish = join(folder, 'english.html');
await samblikk(`report --round 2019 --release 1 --lang en --format html --out ${inEnglish}`);
const english = (await readText(await readFile(inEnglish))).flatMap(({ kind, text }) =>
  kind === 'paragraph' ? [text] : [],
);
const note = fileURLToPath(new URL('../../../../data/difi-notat-2019-10.txt', import.meta.url));

async function check(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  const { status, output, messages } = await samblikk('check-text --round 2019 --json', path);
  const { findings, right, untied } = (output ? JSON.parse(output) : {}) as Partial<CheckedText>;
  return { status, messages, findings: findings?.map(({ code, claim }) => `${code} ${claim}`), right, untied };
}

test('the note of 2019 by command: its mistakes by line, what agrees counted, and exit status 1', async () => {
  const { status, output } = await samblikk('check-text --round 2019', note);
  expect(status).toBe(1);
  const lines = output.split('\n');
  expect(lines).toContain('linje 413 (3.2): FEIL: 56 prosent');
  expect(lines.some((line) => line.includes('178 av 317 tiltak (som har svart), 56,2 prosent'))).toBe(true);
  expect(lines).toContain('linje 768 (3.4.1): UTEN GRUNNLAG: 43 prosent');
  expect(lines.at(-2)).toBe(
    '115 tall stemmer. 10 er feil, 3 mangler grunnlag, 1 er usikre, 8 kunne ikke knyttes til noe.',
  );
  // 44 per cent of Skate's: what the members answered is told without those that are withheld whole.
  expect(output).toContain('44 prosent. Tallet kan ikke kontrolleres');
  const json = await samblikk('check-text --round 2019 --release 1 --json', note);
  expect(JSON.parse(json.output)).toMatchObject({
    findings: { length: 14 },
    right: { length: 115 },
    untied: { length: 8 },
  });
});

describe('a text in each format', () => {
  const said = [
    '1 Kostnader',
    '56 prosent av de 432 tiltakene koster under 10 mill. kroner.',
    '301 av 418 tiltak har finansiering.',
  ];
  test('a web page: what nobody sees is not read', async () => {
    const html = `<!doctype html><title>99 tiltak</title><style>p{width:98%}</style><h1>${said[0]}</h1><p>${said[1]}<script>97</script></p><p>${said[2]}</p>
      <table><tr><th>Innovativt i stor grad</th><td>96 tiltak</td></tr></table>`;
    expect(await check('a.html', html)).toMatchObject({
      status: 1,
      findings: ['wrongBase 56 prosent', 'number 96'],
      right: [{ line: 3 }],
    });
  });

  test('a Word file: headings by style, tables, and a base that a footnote tells', async () => {
    const file = await docx({
      paragraphs: [
        { style: 'Overskrift1', text: '1 Kostnader' },
        { text: '56 prosent av tiltakene koster under 10 mill. kroner.', note: 'Her er n=317.' },
        { text: '302 av 418 tiltak har finansiering.' },
      ],
      table: [['Innovativt i stor grad', '95 tiltak']],
    });
    expect(await check('a.docx', file)).toMatchObject({
      status: 1,
      findings: ['number 302 av 418'],
      right: [{ claim: '56 prosent', heading: '1 Kostnader' }, { claim: '95' }],
    });
  });

  test('plain text in an old encoding', async () => {
    const ministry = await check('b.txt', 'Finansdepartementet har 500 tiltak.');
    expect(ministry.findings).toEqual(['number 500']);
    expect(await check('a.txt', Buffer.from('Økt kvalitet: 64 prosent av tiltakene.', 'latin1'))).toMatchObject({
      status: 0,
      findings: [],
    });
  });
});

describe('what is no text is refused in words', () => {
  test.each([
    ['notText', Buffer.from([1, 2, 3, 0, 0])],
    ['notDocx', Buffer.from('PK\u0003\u0004broken')],
    ['emptyText', Buffer.from(' \n')],
    ['textTooLong', Buffer.alloc(11 * 1024 * 1024, 'a')],
  ])('%s', async (code, file) => {
    await expect(readText(file)).rejects.toMatchObject({ code });
  });

  test('a small file that unpacks to much', async () => {
    const bomb = await docx({ paragraphs: [{ text: 'a '.repeat(20 * 1024 * 1024) }] });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(readText(Buffer.from(bomb))).rejects.toMatchObject({ code: 'textTooLong' });
  });

  test('entities that unfold to much are not unfolded', async () => {
    const xml = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
    const pieces = await readText(
      Buffer.from(await docx({ prolog: xml, paragraphs: [{ text: '&amp;b; 5 tiltak' }], raw: '&b;' })),
    );
    expect(pieces.map(({ text }) => text).join(' ')).not.toContain('aaaa');
  });

  test('by command', async () => {
    const { status, messages } = await check('broken.docx', 'PK nothing');
    expect([status, messages.join()]).toEqual([2, expect.stringContaining('ikke et Word-dokument')]);
  });
});

describe('over HTTP', () => {
  async function sent(file: Buffer, lang: string, role: 'admin' | 'analyst' = 'analyst') {
    const { headers } = await signInAs(db, { roles: [{ role }] });
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(file)]), 'notat.docx');
    const request = new Request('http://x.example', { method: 'POST', body });
    return app.inject({
      method: 'POST',
      url: `/api/v1/rounds/2019/releases/1/text-check?lang=${lang}`,
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  }

  test('staff send a Word file and are told in their language', async () => {
    const file = await docx({ paragraphs: [{ text: '56 prosent av de 432 tiltakene koster under 10 mill. kroner.' }] });
    const reply = await sent(file, 'en');
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      findings: [
        {
          ...{
            code: 'wrongBase',
            severity: 'wrong',
            line: 1,
            claim: '56 prosent',
            measures: { costBand: ['under10m'] },
          },
          says: '“Total cost in bands: Under NOK 10 million”: 178 of 317 measures (that answered), 56.2 per cent',
        },
      ],
      right: [],
      untied: [],
    });
  });

  test('a broken one is refused with the reason, a large one as too large', async () => {
    const broken = await sent(Buffer.from('PK nothing'), 'nn');
    expect([broken.statusCode, broken.json().issues[0]]).toEqual([
      422,
      expect.objectContaining({ code: 'notDocx', text: expect.stringContaining('kan lesast') }),
    ]);
    expect((await sent(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'nb')).statusCode).toBe(413);
  });
});

describe('the report that the program makes', () => {
  const languages = ['nb', 'nn', 'en'] as const;
  test.each([2019, 2026].flatMap((year) => languages.map((lang) => [year, lang] as const)))(
    'says nothing that its release does not: %i in %s',
    async (year, lang) => {
      const out = join(folder, 'report.html');
      await samblikk(`report --round ${year} --release 1 --lang ${lang} --format html --out ${out}`);
      const { output } = await samblikk(`check-text --round ${year} --release 1 --json --file ${out}`);
      const { findings, right } = JSON.parse(output) as CheckedText;
      expect(findings.map(({ code, claim, quote, says }) => ({ code, claim, quote, says: says.en }))).toEqual([]);
      expect(right.length).toBeGreaterThan(150);
    },
  );

  test('and as Word, with a figure', async () => {
    const out = join(folder, 'report.docx');
    await samblikk(`report --round 2026 --release 1 --lang en --format docx --figures funding --out ${out}`);
    const { output } = await samblikk(`check-text --round 2026 --release 1 --json --file ${out}`);
    expect(JSON.parse(output)).toMatchObject({ findings: [], right: expect.arrayContaining([expect.anything()]) });
  });

  // One number of a sentence changed at a time: the share or the part, or its base.
  test.each([
    ['67 of the 73 agencies asked answered.', '67 of the 73', '69 of the 73'],
    ['They reported 432 measures under 13 ministries.', '432', '423'],
    ['Ministry of Local Government and Modernisation has the most: 73* of the 432 measures.', '73*', '78*'],
    ['64 per cent of the 431* measures that state expected effects', '431*', '413'],
    ['56 per cent of the 317 measures that state a total cost cost less than NOK 10 million.', '317', '432'],
    ['301 of the 418 measures that answered whether they are funded are funded.', '301', '310'],
    ['219 of the 432 measures are in the execution phase and are funded.', '219', '229'],
    ['47 per cent of the 432 measures are innovative to some extent.', '47', '57'],
    ['and 179 of the 432 will reuse one.', '179', '197'],
    ['67 of the 218 measures that involve other organisations.', '218', '281'],
    ['14 of the 432 concern the internet of things.', '14', '15'],
    ['218 measures involve other organisations,', '218', '228'],
    ['115 do not: 27 per cent of the 432.', '27', '37'],
    ['35 per cent of the 432 measures will use cloud services.', '35', '38'],
  ])('and a wrong number in it is told: %s', async (sentence, right, wrong) => {
    const paragraph = english.find((one) => one.includes(sentence)) ?? '';
    const changed = paragraph.replace(sentence, sentence.replace(right, wrong));
    expect(changed).not.toBe(paragraph);
    const one = async (text: string) => (await check('one.html', `<p>${text}</p>`)).findings;
    expect([await one(paragraph), (await one(changed))?.length]).toEqual([[], 1]);
  });
});
