import { memoryPages, validateXML } from 'xmllint-wasm';

const text = (name: string) => `<element name="${name}"><optional><attribute name="type"/></optional><text/></element>`;
const date = (name: string) => `<element name="${name}"><data type="dateTime"/></element>`;
const uri = '<data type="anyURI"/>';
const person = (name: string) =>
  `<element name="${name}"><element name="name"><text/></element><optional><element name="uri">${uri}</element></optional></element>`;
const link = `<element name="link"><attribute name="href">${uri}</attribute><optional><attribute name="rel"/></optional><optional><attribute name="type"/></optional></element>`;
const category =
  '<element name="category"><attribute name="term"/><optional><attribute name="label"/></optional></element>';
const common = `<element name="id">${uri}</element>${text('title')}${date('updated')}<oneOrMore>${link}</oneOrMore>`;

/** What RFC 4287 (4.1.1, 4.1.2 and appendix B) asks of a feed and its entries, as far as ours go: each once, in any order. */
const atom = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="feed">
  <optional><attribute name="xml:lang" ns="http://www.w3.org/XML/1998/namespace"/></optional>
  <interleave>${common}<oneOrMore>${person('author')}</oneOrMore><optional>${text('subtitle')}</optional><optional>${text('rights')}</optional>
  <zeroOrMore><element name="entry"><interleave>${common}<oneOrMore>${person('author')}</oneOrMore>
    <zeroOrMore>${category}</zeroOrMore><optional>${text('summary')}</optional></interleave></element></zeroOrMore>
  </interleave></element></start></grammar>`.replace('name="xml:lang" ns=', 'name="lang" ns=');

/** What is wrong with a feed; nothing when it is Atom 1.0. */
export async function faultsOf(feed: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'feed.xml', contents: feed },
    schema: { fileName: 'atom.rng', contents: atom },
    extension: 'relaxng',
    initialMemoryPages: 512,
    maxMemoryPages: memoryPages.GiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

export interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly kind: string;
  readonly summary: string;
  readonly page: string;
}

const plain = (xml: string): string => xml.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
const inside = (xml: string, name: string): string =>
  plain(new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '');

/** The entries of a feed, as a reader of feeds sees them. */
export function entriesIn(feed: string): ReadEntry[] {
  return [...feed.matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, xml = '']) => ({
    id: inside(xml, 'id'),
    title: inside(xml, 'title'),
    updated: inside(xml, 'updated'),
    kind: /term="(\w+)"/.exec(xml)?.[1] ?? '',
    summary: inside(xml, 'summary'),
    page: plain(/rel="alternate" type="text\/html" href="([^"]+)"/.exec(xml)?.[1] ?? ''),
  }));
}
