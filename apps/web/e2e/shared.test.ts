import { readFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';

// What search engines and those who share a page are told of it, read from the page as it is sent.

const site = inject('site');
const pages: readonly [path: string, canonical: string][] = [
  ['/', '/'],
  ['/register', '/register'],
  ['/register?q=helse&phase=idea&page=1', '/register'],
  ['/tiltak/2019-0042', '/tiltak/2019-0042'],
  ['/tiltak/2019-0042?round=2019&release=1', '/tiltak/2019-0042'],
  ['/tall', '/tall'],
  ['/tall/tabell?rows=phase&columns=funding', '/tall/tabell'],
  ['/tall/kvalitet', '/tall/kvalitet'],
  ['/om-dataene', '/om-dataene'],
  ['/virksomheter', '/virksomheter'],
  ['/endringer', '/endringer'],
  ['/mangler', '/mangler'],
  ['/virksomheter/974761076?round=2019', '/virksomheter/974761076'],
  ['/2019.1', '/2019.1'],
];
const prefixes = { nb: '', nn: '/nn', en: '/en' } as const;
const at = (prefix: string, path: string) =>
  path === '/' ? prefix || '/' : path.startsWith('/?') ? prefix + path.slice(1) : prefix + path;

async function headOf(path: string) {
  const reply = await fetch(site + path);
  const html = await reply.text();
  const text = (raw: string | undefined) =>
    raw
      ?.replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const attributes = (tag: string) =>
    Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, text(value)]));
  const tags = (name: string) =>
    [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributes(tag));
  const metas = tags('meta');
  const meta = (name: string) =>
    metas.filter((one) => (one.property ?? one.name) === name).map(({ content }) => content);
  const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
    JSON.parse(json ?? ''),
  );
  return { status: reply.status, html, head: html.slice(0, html.indexOf('</head>')), links: tags('link'), meta, data };
}

describe.each(Object.entries(prefixes))('public pages in %s', (language, prefix) => {
  it.each(pages)('%s has one address, is told of, and has a picture when it is shared', async (path, canonical) => {
    const { status, links, meta, head } = await headOf(at(prefix, path));
    expect(status).toBe(200);
    const [own, ...others] = links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href ?? '');
    expect(others).toEqual([]);
    const base = (own ?? '').slice(0, -at(prefix, canonical).length);
    expect(own).toBe(base + at(prefix, canonical));
    const alternates = links.filter((link) => link.hreflang !== undefined || link.hrefLang !== undefined);
    expect(alternates.map(({ hreflang, hrefLang, href }) => [hreflang ?? hrefLang, href])).toEqual([
      ...Object.entries(prefixes).map(([other, its]) => [other, base + at(its, canonical)]),
      ['x-default', base + canonical],
    ]);
    const [description = ''] = meta('description');
    expect(meta('description')).toHaveLength(1);
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(200);
    expect([meta('og:description'), meta('og:url'), meta('og:site_name')]).toEqual([
      [description],
      [own],
      ['Samblikk'],
    ]);
    expect(meta('og:locale')).toEqual([{ nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' }[language]]);
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(head) ?? [];
    expect(meta('og:title')[0]?.length).toBeGreaterThan(0);
    expect(title.length).toBeGreaterThan(0);
    expect(meta('og:image:alt')[0]?.length).toBeGreaterThan(5);
    const [image = ''] = meta('og:image');
    expect(image.startsWith(`${base}/pictures/v2/${language}/`)).toBe(true);
    const picture = await fetch(site + image?.slice(base.length));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('that are of the data tell of them in the words of schema.org', async () => {
    for (const [path, name] of [
      ['/register', 'register'],
      ['/2019.1', '2019.1'],
    ] as const) {
      const { data } = await headOf(prefix + path);
      const said = await (await fetch(`${site}/api/v1/datasets/${name}?lang=${language}`)).json();
      expect(data, path).toEqual([said]);
      expect(said['@type']).toBe('Dataset');
    }
    expect((await headOf(`${prefix}/register?phase=idea`)).data).toEqual([]);
  });
});

it('a profile, and a list of them, are shared with a picture of their own', async () => {
  for (const [path, picture] of [
    ['/departementer/FIN', 'ministry/FIN'],
    ['/virksomheter/974761076', 'agency/974761076'],
    ['/stikkord/sky', 'tag/sky'],
    ['/teknologi/cloud', 'technology/cloud'],
    ['/teknologi', 'profiles/technology'],
  ] as const)
    expect((await headOf(path)).meta('og:image')[0], path).toMatch(new RegExp(`/2019\\.1/${picture}\\.png$`));
});

it('pages that are not there, or not public, say nothing of the kind', async () => {
  for (const path of ['/finnes-ikke', '/svar', '/tiltak/2019-9999']) {
    const { links, meta } = await headOf(path);
    expect([links.filter(({ rel }) => rel === 'canonical'), meta('og:title')], path).toEqual([[], []]);
  }
});

it('a release has one address; where it had another, that leads there for good', async () => {
  for (const prefix of ['', '/nn', '/en']) {
    for (const [path, edition] of [
      ['/utgaver/2019.1', '/2019.1'],
      ['/utgaver/2019', '/2019'],
      ['/utgaver/siste', '/siste'],
      ['/utgaver', '/siste'],
    ]) {
      const { status, headers } = await fetch(site + prefix + path, { redirect: 'manual' });
      expect([status, headers.get('location')], path).toEqual([308, prefix + edition]);
    }
    const there = await (await fetch(`${site}${prefix}/2019.1`)).text();
    // What it is, what is new in it, and its files.
    for (const id of ['changed', 'files', 'releases']) expect(there).toContain(`id="${id}"`);
  }
  expect((await fetch(`${site}/utgaver/x`)).status).toBe(404);
});

it('an older year of figures, and an older edition, are pages of their own', async () => {
  const { links } = await headOf('/tall?year=2019');
  // 2019 is the newest year that is public here.
  expect(links.find(({ rel }) => rel === 'canonical')?.href).toMatch(/\/tall$/);
});

it('every public page with an address of its own stands in the sitemap', async () => {
  const routes = await readFile(new URL('../app/routes.ts', import.meta.url), 'utf8');
  const fixed = [...routes.matchAll(/^ {2}\['([\w/-]+)', '/gm)].map(([, path]) => `/${path}`);
  expect(fixed).toContain('/om-dataene');
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const told = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
  // What robots are kept out of is not told of.
  const closed = (await (await fetch(`${site}/robots.txt`)).text()).match(/(?<=^Disallow: )\/[\w/-]+$/gm) ?? [];
  expect(closed).toContain('/varsle');
  for (const path of fixed.filter((one) => !closed.some((place) => one.startsWith(place))))
    for (const prefix of Object.values(prefixes)) expect(told, prefix + path).toContain(prefix + path);
});

it('the landing pages of the catalogue are there', async () => {
  const catalogue = await (await fetch(`${site}/catalog.ttl`)).text();
  const landing = [...catalogue.matchAll(/dcat:landingPage <([^>]*)>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  );
  expect(landing.length).toBeGreaterThan(2);
  for (const path of landing) expect((await fetch(site + path)).status, path).toBe(200);
});
