import { Readable } from 'node:stream';
import { languages, prefixes } from '@samblikk/text';

/** A public page in all its languages. */
export interface Page {
  /** Without language. */
  readonly path: string;
  readonly lastModified: Date | undefined;
}

/** The most addresses in one file (sitemaps.org), and so pages, each with its languages. */
const mostAddresses = 50_000;
export const mostPages = Math.floor(mostAddresses / languages.length);

/** An address of ours in a language: the front page has no slash after its language. */
const inLanguage = (path: string, language: (typeof languages)[number]) =>
  prefixes[language] === '' ? path : prefixes[language] + (path === '/' ? '' : path);

/** The whole sitemap; where the pages are more than one file holds, the index of its parts. */
export async function sitemap(base: string, pages: readonly Page[], most = mostPages): Promise<Readable> {
  if (pages.length <= most) return partOf(base, pages);
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => ({
    url: `${base}/sitemap/${at + 1}.xml`,
    ...stamp(newestOf(slice(pages, at + 1, most))),
  }));
  const { SitemapIndexStream } = await import('sitemap');
  return Readable.from(parts).pipe(new SitemapIndexStream());
}

/** One part by its number, from 1; undefined where there is none. */
export async function sitemapPart(
  base: string,
  pages: readonly Page[],
  number: number,
  most = mostPages,
): Promise<Readable | undefined> {
  const own = slice(pages, number, most);
  return own.length === 0 ? undefined : partOf(base, own);
}

const slice = (pages: readonly Page[], number: number, most: number) => pages.slice((number - 1) * most, number * most);

async function partOf(base: string, pages: readonly Page[]): Promise<Readable> {
  const { SitemapStream } = await import('sitemap');
  const xmlns = { news: false, image: false, video: false, xhtml: true };
  return Readable.from(addressesOf(base, pages)).pipe(new SitemapStream({ xmlns }));
}

/** Each page once in each language, and every time where it is in the others. */
function* addressesOf(base: string, pages: readonly Page[]) {
  for (const { path, lastModified } of pages) {
    const links = [
      ...languages.map((lang) => ({ lang, url: base + inLanguage(path, lang) })),
      { lang: 'x-default', url: base + path },
    ];
    for (const language of languages) yield { url: base + inLanguage(path, language), links, ...stamp(lastModified) };
  }
}

const stamp = (moment: Date | undefined) => (moment === undefined ? {} : { lastmod: moment.toISOString() });

function newestOf(pages: readonly Page[]): Date | undefined {
  const times = pages.flatMap(({ lastModified }) => lastModified?.getTime() ?? []);
  // Not by spreading: there may be more than a call takes.
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}
