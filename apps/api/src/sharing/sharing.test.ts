import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { profilePaths } from '@samblikk/contract';
import { commonSolutions } from '@samblikk/questionnaire';
import robotsParser, { type Robot } from 'robots-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { mostPages, type Page, sitemap, sitemapPart } from './sitemap.ts';

const base = 'https://samblikk.example';
const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig({ publicUrl: base }), db, limits: false });
const frozenAt = '2026-03-02T09:00:00.000Z';
await import2019(db, { freeze: true, now: new Date(frozenAt) });
afterAll(async () => {
  await app.close();
  await close();
});

/** Its types say a module where there is a function. */
const robotsOf = robotsParser as unknown as (address: string, content: string) => Robot;
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = '']) => found);
const addressesIn = (xml: string) => all(xml, /<loc>([^<]*)<\/loc>/g);

/** Every list of profiles, and every profile in it, as the API lists them. */
async function profiles(): Promise<string[]> {
  const lists = await Promise.all(
    Object.entries(profilePaths).map(async ([profile, path]) => {
      const { entries = [] } = (await app.inject(`/api/v1/profiles/${profile}`)).json();
      return [`/${path}`, ...entries.map(({ code }: { code: string }) => `/${path}/${encodeURIComponent(code)}`)];
    }),
  );
  return lists.flat();
}

describe('the sitemap', () => {
  test('has every public page in three languages, each telling of the others, and when it changed', async () => {
    const reply = await app.inject('/sitemap.xml');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    const found = addressesIn(reply.body);
    expect(new Set(found).size).toBe(found.length);
    // Slowly: what the release says is public, and the pages there always are.
    const { rows } = await pool.query<{ number: string; visibility: string }>(
      'select number, visibility from release_measure',
    );
    const open = rows.filter(({ visibility }) => visibility !== 'withheld').map(({ number }) => `/tiltak/${number}`);
    const paths = [
      '/register',
      '/tall',
      '/tall/tabell',
      '/tall/kvalitet',
      '/tall/serier',
      '/tall/livslop',
      '/finansiering',
      '/finansiering/ordninger',
      '/finansiering/modeller',
      '/finansiering/modeller/egne',
      '/kostnadsdeling',
      '/portefolje',
      '/om-dataene',
      '/endringer',
      '/mangler',
      '/liknende',
      '/fellesloesninger',
      ...commonSolutions.map(({ code }) => `/fellesloesninger/${code}`),
      '/kilder',
      '/2019.1',
      '/2019',
      ...open,
      ...(await profiles()),
    ];
    const expected = ['', '/nn', '/en'].flatMap((prefix) => [prefix || '/', ...paths.map((path) => prefix + path)]);
    expect(found.toSorted()).toEqual(expected.map((path) => base + path).toSorted());
    for (const { number } of rows.filter(({ visibility }) => visibility === 'withheld'))
      expect(reply.body).not.toContain(number);

    const [measure] = reply.body.match(/<url><loc>[^<]*\/nn\/tiltak\/2019-0042<.*?<\/url>/) ?? [''];
    expect(all(measure, /hreflang="([^"]*)" href="/g)).toEqual(['nb', 'nn', 'en', 'x-default']);
    expect(all(measure, / href="([^"]*)"/g)).toEqual(
      ['', '/nn', '/en', ''].map((prefix) => `${base}${prefix}/tiltak/2019-0042`),
    );
    expect(all(reply.body, /<lastmod>([^<]*)</g).every((one) => one === frozenAt)).toBe(true);
    const known = await app.inject({ url: '/sitemap.xml', headers: { 'if-none-match': String(reply.headers.etag) } });
    expect(known.statusCode).toBe(304);
    expect((await app.inject('/sitemap/9.xml')).json()).toMatchObject({ status: 404 });
  });

  test('becomes an index of parts where the addresses are more than a file may hold', async () => {
    expect(3 * mostPages).toBeLessThanOrEqual(50_000);
    const most = 100;
    const pages: Page[] = Array.from({ length: 2 * most + 1 }, (_, at) => ({
      path: `/tiltak/${at}`,
      lastModified: new Date(at),
    }));
    const index = await text(await sitemap(base, pages, most));
    expect(addressesIn(index)).toEqual([1, 2, 3].map((part) => `${base}/sitemap/${part}.xml`));
    const told: string[][] = [];
    for (const part of [1, 2, 3])
      told.push(addressesIn(await text((await sitemapPart(base, pages, part, most)) ?? Readable.from([]))));
    expect(told.map(({ length }) => length)).toEqual([3 * most, 3 * most, 3]);
    expect(new Set(told.flat()).size).toBe(3 * pages.length);
    expect(await sitemapPart(base, pages, 4, most)).toBeUndefined();
  });
});

describe('robots', () => {
  test.each(['', '/nn', '/en'])(
    'read measures, profiles, figures and editions, and nothing endless or private (%s)',
    async (prefix) => {
      const reply = await app.inject('/robots.txt');
      const robots = robotsOf(`${base}/robots.txt`, reply.body);
      expect(robots.getSitemaps()).toEqual([`${base}/sitemap.xml`]);
      const may = (path: string) => robots.isAllowed(base + path, 'AnyBot');
      const open = [
        '/register',
        '/tiltak/2019-0042',
        '/tiltak/2019-0042?round=2019',
        '/tall',
        '/tall?year=2019',
        '/tall/tabell',
        '/tall/kvalitet',
        '/om-dataene',
        '/2019.1',
        '/virksomheter/974761076',
        '/stikkord?page=2',
      ];
      const closed = [
        '/register?q=helse',
        '/register?phase=idea&page=2',
        '/tall/tabell?rows=phase',
        '/stikkord?q=helse&page=2',
        '/svar',
        '/katalog',
        '/svar/2026',
        '/oversikt',
        '/runder/2026',
      ];
      for (const path of open) expect(may(prefix + path), path).toBe(true);
      for (const path of closed) expect(may(prefix + path), path).toBe(false);
      for (const path of ['/', '/catalog', '/codelists/phase', '/2019/tiltak.csv', '/api/docs', '/api/v1/openapi.json'])
        expect(may(path), path).toBe(true);
      for (const path of ['/api/v1/register.csv?q=helse', '/api/v1/register?phase=idea', '/auth/login'])
        expect(may(path), path).toBe(false);
    },
  );
});
