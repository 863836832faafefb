import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { languageTags, type ReportDocument } from './model.ts';

/** The first day a zip file can name. */
const mtime = '1980-01-01T00:00:00';

/**
 * The file again with nothing in it of the clock, of chance, or of what the process made before: the package counts
 * bookmarks over all its documents, names relations by chance and dates by the clock.
 */
export function withFixedBytes(file: Buffer, document: ReportDocument): Buffer {
  const parts = unzipSync(file);
  const xml = new Map(
    Object.entries(parts)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const core = xml.get('docProps/core.xml');
  if (core !== undefined) xml.set('docProps/core.xml', dated(core, document));
  const body = xml.get('word/document.xml');
  if (body !== undefined) xml.set('word/document.xml', renumbered(body));
  const names = chanceNames(xml.get('word/_rels/document.xml.rels') ?? '');
  const fixed = [...Object.entries(parts)]
    .map(([name, bytes]) => [name, xml.has(name) ? strToU8(replaced(xml.get(name) ?? '', names)) : bytes] as const)
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(fixed), { mtime, level: 6 }));
}

/** What a reader looks for first stands first. */
const first = ['[Content_Types].xml', '_rels/.rels'];
const order = (name: string): number => (first.indexOf(name) + 1 || first.length + 1) - 1;

const dated = (core: string, { date, language }: ReportDocument): string =>
  core
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date.toISOString().slice(0, 19)}Z`)
    .replace('</cp:coreProperties>', `<dc:language>${languageTags[language]}</dc:language></cp:coreProperties>`);

/** Bookmarks numbered from 1 in the order they stand, and those of the table of contents named so. */
function renumbered(body: string): string {
  const ids = new Map<string, number>();
  const names = new Map<string, string>();
  const named = body.replaceAll(/_Toc\d+/g, (name) => {
    const known = names.get(name) ?? `_Toc${names.size + 1}`;
    names.set(name, known);
    return known;
  });
  return named.replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]+)"/g, (_, before: string, id: string) => {
    const number = ids.get(id) ?? ids.size + 1;
    ids.set(id, number);
    return `${before}${number}"`;
  });
}

/** Relations that were named by chance, with the name they are given. */
function chanceNames(relations: string): ReadonlyMap<string, string> {
  const names = [...relations.matchAll(/\bId="(rId[\w-]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id]));
  return new Map(names.filter((id) => !/^rId\d+$/.test(id)).map((id, at) => [id, `rIdLink${at + 1}`]));
}

const replaced = (text: string, names: ReadonlyMap<string, string>): string =>
  names.size === 0 ? text : text.replaceAll(/\brId[\w-]+/g, (id) => names.get(id) ?? id);
