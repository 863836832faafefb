import { readFile } from 'node:fs/promises';
import * as contract from '@samblikk/contract';
import { type ApiConfig, addressOf, type EndpointName, type Example, examples, permissions } from '@samblikk/contract';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { plantDemoPlan } from '../demo/testing.ts';
import { connect } from '../platform/db/index.ts';
import { registerSite } from '../register/testing-site.ts';
import { endpoints, line } from '../testing-requests.ts';

const { app, db } = await registerSite();
// A plan that an agency has opened, as the demonstration has one.
await plantDemoPlan(db);
const open = endpoints().filter(({ method, action }) => method === 'GET' && permissions[action] === 'everyone');

/** What a reply is shaped as, when it is JSON of ours. */
const replyOf = (name: string): ZodType | undefined => {
  const { reply } = (contract as unknown as Record<string, { reply: ZodType | 'file' }>)[name] as { reply: ZodType };
  return (reply as ZodType | 'file') === 'file' ? undefined : reply;
};

describe('the examples of the description', () => {
  const all = Object.entries(examples) as [EndpointName, Example][];

  test('are there for every address anyone can read, except those of one release, whose ids are new in each database', () => {
    const shown = all.map(([name]) => Object.values(addressOf(name)).join(' '));
    const session = 'GET /api/v1/session';
    const missing = open.map(line).filter((address) => !shown.includes(address) && address !== session);
    expect(missing.toSorted()).toEqual(['GET /api/v1/releases/:id', 'GET /api/v1/releases/:id/changes']);
  });

  test.each(all)(
    '%s is answered, as its schema says; what is shown of the answer is of the same shape',
    async (name, example) => {
      const reply = await app.inject(example.address);
      expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
      const schema = replyOf(name);
      if (schema) expect(schema.safeParse(reply.json()).error).toBeUndefined();
      if (example.reply !== undefined) expect(schema?.safeParse(example.reply).error).toBeUndefined();
    },
  );

  test('find something: an example that is empty shows nothing', async () => {
    for (const [name, { address }] of all) {
      const reply = await app.inject(address);
      // Workbooks and the like are read back in register/files; portfolios are kept by people.
      if (/(Xlsx|Parquet)$/.test(name) || name === 'listPortfolios') continue;
      const isCsv = String(reply.headers['content-type']).startsWith('text/csv');
      const lines = isCsv ? 1 : name.endsWith('Ndjson') ? 0 : undefined;
      const found = lines === undefined ? reply.json() : reply.body.trim().split('\n').slice(lines);
      expect(Object.keys(found.items ?? found).length, name).toBeGreaterThan(0);
    }
  });

  test('stand in the description, for programs and for people', async () => {
    const { paths } = (await app.inject('/api/v1/openapi.json')).json();
    const search = paths['/api/v1/register'].get;
    expect(search['x-codeSamples'][0].source).toBe(`curl '${examples.searchRegister?.address}'`);
    expect(search.parameters.find((one: { name: string }) => one.name === 'q').example).toBe('helse');
    expect(paths['/api/v1/register/{id}'].get.parameters).toContainEqual(
      expect.objectContaining({ name: 'id', in: 'path', example: '2019-0108' }),
    );
    expect(search.responses['200'].content['application/json'].example.total).toBe(27);
    expect((await app.inject('/api/docs')).body).toContain('curl &#39;/api/v1/register/2019-0108&#39;');
  });

  test('and those of docs/api.md are answered', async () => {
    const text = await readFile(new URL('../../../../docs/api.md', import.meta.url), 'utf8');
    const addresses = [...text.matchAll(/https:\/\/samblikk\.example(\/[^"'\s`]*)/g)].map(
      ([, address = '']) => address,
    );
    const named = [...text.matchAll(/`(\/api\/[^`]+)`/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of [...addresses, ...named]) expect((await app.inject(address)).statusCode, address).toBe(200);
  });
});

describe('what a program is told beforehand', () => {
  const configOf = async (api: typeof app): Promise<ApiConfig> => (await api.inject('/api/v1/config')).json();

  test('is true of pages, text and lists', async () => {
    const { limits, formats, languages, releases } = await configOf(app);
    const status = async (query: string) => (await app.inject(`/api/v1/register?${query}`)).statusCode;
    const { pageSize, text, list, page } = limits;
    expect([await status(`size=${pageSize.most}`), await status(`size=${pageSize.most + 1}`)]).toEqual([200, 400]);
    expect((await app.inject('/api/v1/register')).json().items).toHaveLength(pageSize.usual);
    expect([await status(`q=${'x'.repeat(text)}`), await status(`q=${'x'.repeat(text + 1)}`)]).toEqual([200, 400]);
    expect([await status(`page=${page}`), await status(`page=${page + 1}`)]).toEqual([200, 400]);
    const listed = async (size: number) => (await app.inject(`/api/v1/profiles/tag?size=${size}`)).statusCode;
    expect([await listed(limits.profiles), await listed(limits.profiles + 1)]).toEqual([200, 400]);
    const codes = 'idea,'.repeat(list / 5);
    expect([await status(`phase=${codes}`), await status(`phase=${codes}i`)]).toEqual([200, 400]);
    for (const ending of formats.register)
      expect((await app.inject(`/api/v1/register.${ending}`)).statusCode).toBe(200);
    for (const format of formats.tables)
      expect((await app.inject(`/api/v1/statistics/2019/table?rows=phase&format=${format}`)).statusCode).toBe(200);
    for (const language of languages)
      expect((await app.inject(`/api/v1/register?lang=${language}`)).statusCode).toBe(200);
    expect(releases).toMatchObject([{ name: '2019.1', latest: true }]);
    expect((await app.inject(releases[0]?.href ?? '')).json().name).toBe('2019.1');
    // All 401 public measures of the reconstruction, in one file: no row is cut.
    expect(limits.fileRows).toBeNull();
    expect((await app.inject('/api/v1/register.json')).json().measures).toHaveLength(401);
  });

  test('is true of the number of requests, which the headers count down', async () => {
    const away = connect('postgres://nobody@127.0.0.1:1/none');
    const limits = { all: 3, writes: 2, logins: 1, reports: 1 };
    const limited = await buildApp({ config: testConfig(), db: away.db, limits });
    const headers = [];
    for (let i = 0; i < 4; i++) {
      const reply = await limited.inject('/api/v1/editions');
      const { 'ratelimit-policy': policy, 'ratelimit-limit': limit, 'ratelimit-remaining': left } = reply.headers;
      headers.push([reply.statusCode, policy, limit, left]);
      expect(Number(reply.headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
      if (reply.statusCode === 429) expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(60);
    }
    expect(headers).toEqual([
      ...[200, 200, 200].map((status, at) => [status, '3;w=60', '3', String(2 - at)]),
      [429, '3;w=60', '3', '0'],
    ]);
    await limited.close();
    await away.close();
    expect((await configOf(app)).limits.requests).toBeNull();
  });
});

describe('scripts of other sites', () => {
  const origin = { origin: 'https://avis.example' };
  const ask = (method: 'GET' | 'OPTIONS', url: string, headers: object = {}) =>
    app.inject({ method, url, headers: { ...origin, ...headers } });

  test('may read what anyone may, and its headers, also when it is refused', async () => {
    for (const url of [
      '/api/v1/register?size=1',
      '/api/v1/register.csv',
      '/api/v1/config',
      '/api/v1/openapi.json',
      '/api/v1/register?phase=nope',
    ]) {
      const { headers } = await ask('GET', url);
      expect(headers['access-control-allow-origin'], url).toBe('*');
      expect(headers['access-control-expose-headers'], url).toMatch(/ETag.*Link.*RateLimit-Remaining/);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test('may say what they have already', async () => {
    const preflight = await ask('OPTIONS', '/api/v1/register?size=1', {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    });
    expect([preflight.statusCode, preflight.body]).toEqual([204, '']);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': expect.stringContaining('If-None-Match'),
    });
  });

  test('may neither read nor ask for anything else', async () => {
    const { headers } = await signInAs(db, { roles: [{ role: 'admin' }] });
    const paths = new Set(open.map(({ path }) => path as string));
    for (const { method, path } of [...endpoints(), { method: 'GET', path: '/api/v1/session' } as const]) {
      if (paths.has(path) && path !== '/api/v1/session') continue;
      const url = path.replace(/:(\w+)/g, '1');
      const asked = await ask('OPTIONS', url, { 'access-control-request-method': method });
      expect(asked.headers['access-control-allow-origin'], url).toBeUndefined();
      if (method !== 'GET') continue;
      expect((await ask('GET', url, headers)).headers['access-control-allow-origin'], url).toBeUndefined();
    }
  });
});
