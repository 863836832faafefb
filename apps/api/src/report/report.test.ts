import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { linesOver } from '../cli/testing.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';

// The report of the reconstruction of 2019, made by the command and read as others read it.

const folder = await mkdtemp(join(tmpdir(), 'samblikk-report-'));
const { db, close } = await testDatabase();
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
await import2019(db);
await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
const samblikk = linesOver(db);
const office = 'soffice';
const hasOffice = spawnSync(office, ['--version']).status === 0;

async function made(options: string): Promise<Buffer> {
  const out = join(folder, 'report');
  const { status, messages } = await samblikk(`report --round 2019 --out ${out} ${options}`);
  expect(status, messages.join('\n')).toBe(0);
  return readFile(out);
}

const published: { totals: { what: string; published: number }[] } = JSON.parse(
  await readFile(new URL('../../../../data/published-2019.json', import.meta.url), 'utf8'),
);

const html = (await made('--format html')).toString();
const docx = await made('--format docx');
const part = (name: string) => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
const body = part('word/document.xml');

/** Text without markup, as a reader has it. */
const textOf = (markup: string) =>
  markup
    .replaceAll(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, '')
    .replaceAll(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
    .replaceAll(/<\/(?:w:p|p|td|th|li|h\d)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('&#38;', '&');

describe('the report of 2019', () => {
  test('holds every published total, beside what the release gives', () => {
    const [, table = ''] = /id="table-published"(.*?)<\/table>/s.exec(html) ?? [];
    const rows = [...table.matchAll(/<td class="number">(\d+)<\/td><td class="number">(\d+)<\/td>/g)];
    expect(rows.map(([, first]) => Number(first))).toEqual(published.totals.map((one) => one.published));
    const differing = rows.flatMap(([, first, second], at) => (first === second ? [] : [published.totals[at]?.what]));
    // Whose measure it is and what is kept back of it are not told together.
    expect(differing).toEqual(['% coherent, Skate']);
  });

  test('names the base of what it says, and begins with what it is', () => {
    const text = textOf(html);
    expect(text).toContain(
      '56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, koster under 10 mill. kroner.',
    );
    expect(text).toContain('Skjemaet har 22 nummererte spørsmål og 3 utfyllende felt under dem.');
    expect(text.indexOf('Hvert enkelt tiltak er oppdiktet')).toBeLessThan(text.indexOf('Innhold'));
    expect(html).toMatch(/<html lang="nb-NO">/);
    expect(html).not.toMatch(/(?:src|href)="(?!#|https:\/\/samblikk\.no)/);
  });

  test('is the same bytes again', { timeout: 60_000 }, async () => {
    expect((await made('--format html')).toString()).toBe(html);
    // Two of a few figures, after one of all: what the process made before leaves no trace.
    const [one, two] = [await made('--format docx --figures funding'), await made('--format docx --figures funding')];
    expect(two.equals(one)).toBe(true);
  });

  test('as DOCX has styles, fields, alt texts, language and title', () => {
    for (const style of ['Title', 'Heading1', 'Caption', 'BodyText', 'Finding', 'Notice', 'TableText'])
      expect(body, style).toContain(`<w:pStyle w:val="${style}"/>`);
    expect([...body.matchAll(/ SEQ Figur /g)]).toHaveLength(10);
    const captions = new Set([...body.matchAll(/w:name="(ref_\w+)"/g)].map(([, name]) => name));
    const references = [...body.matchAll(/ REF (\w+) \\h/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(captions).toContain(name);
    // Only the number is a field: LibreOffice loses what comes after a break of a line inside one.
    const shown = [...body.matchAll(/ REF \w+ \\h ">(.*?)<\/w:fldSimple>/g)].map(([, text = '']) => textOf(text));
    expect(shown).toEqual(references.map(() => expect.stringMatching(/^\d+$/)));
    expect(body).toContain('TOC \\h');
    const pictures = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)];
    expect(pictures).toHaveLength(10);
    expect(part('word/styles.xml')).toContain('w:val="nb-NO"');
    expect(part('docProps/core.xml')).toContain('<dc:title>Digitaliseringstiltak i staten 2019</dc:title>');
    expect(part('docProps/core.xml')).toContain('2026-03-02T09:00:00Z');
  });

  test('as PDF is tagged, with language, title, alt texts, bookmarks and every published total', {
    timeout: 60_000,
  }, async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({ data: new Uint8Array(await made('--format pdf')), verbosity: 0 }).promise;
    expect(JSON.stringify([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)])).toContain(
      '["Marked",true]',
    );
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Digitaliseringstiltak i staten 2019', Language: 'nb-NO' });
    const outline = (await pdf.getOutline()).map(({ title }) => title);
    expect(outline).toContain('Vedlegg 2: Publiserte tall');
    let text = '';
    const roles: string[] = [];
    const alts: string[] = [];
    const visit = (node: { role?: string; alt?: string; children?: readonly object[] }) => {
      if (node.role) roles.push(node.role);
      if (node.alt) alts.push(node.alt);
      node.children?.forEach(visit);
    };
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const page = await pdf.getPage(at);
      const { items } = await page.getTextContent();
      text += `${items.map((item) => ('str' in item ? item.str : '')).join(' ')}\n`;
      visit(await page.getStructTree());
    }
    expect(roles).toEqual(
      expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'Table', 'TH', 'TD', 'Figure', 'Caption']),
    );
    expect(alts).toHaveLength(10);
    const annex = text.slice(text.lastIndexOf('Vedlegg 2: Publiserte tall')).replaceAll(/\s+/g, ' ');
    for (const { what, published: value } of published.totals) expect(annex, what).toContain(` ${value} `);
    // The findings as the web page has them.
    const words = text.replaceAll(/\s+/g, '');
    for (const [, sentence = ''] of html.matchAll(/<p class="lead">(.*?) Se /g))
      expect(words).toContain(textOf(sentence).replaceAll(/\s+/g, ''));
  });

  test('says the same in DOCX and HTML, cell by cell', () => {
    const cells = (markup: string, cell: RegExp) =>
      [...markup.matchAll(cell)].map(([, text = '']) => textOf(text).trim());
    const inHtml = cells(html, /<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/gs);
    expect(inHtml.length).toBeGreaterThan(500);
    expect(cells(body, /<w:tc>(.*?)<\/w:tc>/gs)).toEqual(inHtml);
    const sentences = cells(html, /<p class="lead">(.*?)<\/p>/gs);
    expect(sentences).toHaveLength(10);
    for (const sentence of sentences) expect(textOf(body)).toContain(sentence.replace(/ Se figur.*/, ''));
  });

  test.runIf(hasOffice)('opens in LibreOffice', { timeout: 60_000 }, async () => {
    await writeFile(join(folder, 'report.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'report.docx')];
    await promisify(execFile)(office, args);
    const text = (await readFile(join(folder, 'report.txt'), 'utf8')).replaceAll('\u00a0', ' ');
    expect(text).toContain(
      '56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, koster under 10 mill. kroner.',
    );
    expect(text).toContain('Figur 10. Hvilke virksomheter er involvert?');
  });

  test('is made of chosen figures and tables, in nynorsk', async () => {
    const chosen = textOf(
      (
        await made('--format html --lang nn --figures funding --table /tall/tabell?rows=costBand&ministry=KMD')
      ).toString(),
    );
    expect(chosen).toContain('301 av dei 418 tiltaka som har svart på om dei har finansiering, har finansiering.');
    expect(chosen).not.toContain('Fordeling av tiltak per departement');
    expect(chosen).toContain('Fleire figurar og tabellar');
    const refused = await samblikk(`report --round 2019 --format html --figures strange --out ${join(folder, 'x')}`);
    expect(refused.status).toBe(1);
    const wrong = await samblikk(`report --round 2019 --format html --table rows --out ${join(folder, 'x')}`);
    expect(wrong.messages.join(' ')).toContain('is not the address of a table');
  });
});
