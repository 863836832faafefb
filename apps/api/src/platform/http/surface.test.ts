import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { serveWeb } from '../../web.ts';
import { connect } from '../db/index.ts';
import { type Answer, type Asked, testSite } from './testing-site.ts';

const site = await testSite();
const { ask } = site;
afterAll(() => site.close());

const texts = [
  '/',
  '/en/register?q=helse',
  '/tiltak/2019-0042',
  '/api/v1/register',
  '/api/v1/register.csv',
  '/api/v1/register.json?q=helse',
  '/api/v1/statistics/2019/table?rows=phase&columns=funding',
  '/api/v1/statistics/2019/table?rows=agency&format=csv',
  '/api/v1/openapi.json',
  '/api/docs',
];

/** What two replies to the same question must share. */
function comparable({ status, headers }: Answer) {
  const { date, 'transfer-encoding': _, 'keep-alive': __, connection, ...rest } = headers;
  const policy = rest['content-security-policy']?.replace(/nonce-\w+/g, 'nonce');
  return { status, ...rest, 'content-security-policy': policy };
}

describe('HEAD says what GET says, without the body', () => {
  test.each([
    ...texts,
    ...['/finnes-ikke', '/tiltak/%E5', '/svar', '/svar/2026', '/auth/login', '/favicon.svg', '/api/v1/nothing'],
    ...[
      '/api/v1/session',
      '/api/v1/rounds',
      '/api/docs/errors',
      '/api/v1/statistics/2019/table?rows=phase&format=xlsx',
    ],
  ])('%s', async (target) => {
    for (const headers of [{}, { 'accept-encoding': 'br' }] as Record<string, string>[]) {
      const [got, head] = [await ask({ target, headers }), await ask({ method: 'HEAD', target, headers })];
      expect(head.body.length).toBe(0);
      // A streamed reply tells no length; that of a login differs by its cookie.
      expect(comparable(head)).toEqual({
        ...comparable(got),
        ...(got.headers['set-cookie'] && { 'set-cookie': expect.anything() }),
        ...(got.headers.location && { location: expect.stringContaining('') }),
      });
    }
  });

  test('of what the asker has already', async () => {
    for (const target of ['/tall', '/api/v1/register', '/api/v1/register.csv?phase=idea']) {
      const { etag = '' } = (await ask({ target })).headers;
      const headers = { 'if-none-match': etag };
      const [got, head] = [await ask({ target, headers }), await ask({ method: 'HEAD', target, headers })];
      expect([got.status, got.body.length]).toEqual([304, 0]);
      expect(comparable(head)).toEqual(comparable(got));
    }
  });
});

describe('text is compressed for who asks', () => {
  test.each(texts)('%s', async (target) => {
    const plain = await ask({ target });
    const brotli = await ask({ target, headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await ask({ target, headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length);
    for (const { headers } of [plain, brotli, gzip]) {
      if (headers['cache-control']?.startsWith('public')) expect(headers.vary).toMatch(/\baccept-encoding\b/);
    }
  });

  test('one tag stands for all encodings, alone or in a list', async () => {
    for (const target of ['/tall', '/api/v1/register', '/api/v1/register.csv']) {
      const encoded = { 'accept-encoding': 'br' };
      const [plain, brotli] = [await ask({ target }), await ask({ target, headers: encoded })];
      const etag = plain.headers.etag ?? '';
      expect(etag).toMatch(/^W\/"[\w-]+"$/);
      expect(brotli.headers.etag).toBe(etag);
      for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*'])
        expect((await ask({ target, headers: { ...encoded, 'if-none-match': known } })).status, known).toBe(304);
      expect((await ask({ target, headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
  });

  test('what is no text is not, and a compressed request is not taken', async () => {
    const headers = { 'accept-encoding': 'br' };
    const xlsx = await ask({ target: '/api/v1/statistics/2019/table?rows=phase&format=xlsx', headers });
    expect(xlsx.headers['content-encoding']).toBeUndefined();
    const body = { method: 'PUT', target: '/api/v1/session/language', body: 'x' };
    const sent = await ask({ ...body, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } });
    expect(sent.status).toBe(400);
  });
});

describe('a request that no page can be made from', () => {
  /** What people in each language are told. */
  const words = {
    missing: { '': 'Vi finner ikke siden', '/nn': 'Vi finn ikkje sida', '/en': 'We cannot find the page' },
    unreadable: {
      '': 'Forespørselen kan ikke leses',
      '/nn': 'Førespurnaden kan ikkje lesast',
      '/en': 'The request cannot be read',
    },
  } as const;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const cases: [kind: keyof typeof words, status: number, asked: (prefix: string) => Asked][] = [
    ['missing', 404, (prefix) => ({ target: `${prefix}/tiltak/%E5` })],
    ['missing', 404, (prefix) => ({ target: `${prefix}/%` })],
    ['missing', 404, (prefix) => ({ target: `${prefix}/tiltak/${'x'.repeat(300)}` })],
    ['missing', 404, (prefix) => ({ method: 'POST', target: `${prefix}/finnes-ikke`, headers: form, body: 'x=1' })],
    ['unreadable', 400, (prefix) => ({ target: `${prefix}/register?q=a%00b` })],
    ['unreadable', 400, (prefix) => ({ target: `${prefix}/tiltak/%00` })],
    ['unreadable', 405, (prefix) => ({ method: 'POST', target: `${prefix}/register`, headers: form, body: 'q=1' })],
    ['unreadable', 405, (prefix) => ({ method: 'POST', target: `${prefix}/tall/tabell`, headers: form })],
    ['unreadable', 405, (prefix) => ({ method: 'POST', target: `${prefix}/svar/2026`, body: 'x=1' })],
    ['unreadable', 405, (prefix) => ({ method: 'DELETE', target: `${prefix}/tall` })],
    ['unreadable', 413, (prefix) => ({ method: 'POST', target: `${prefix}/svar/2026`, body: 'x'.repeat(1_100_000) })],
  ];

  test.each(cases)('is a page in its language: %s, %i', async (kind, status, asked) => {
    for (const [prefix, title] of Object.entries(words[kind])) {
      const reply = await ask(asked(prefix));
      const told = reply.body.toString();
      expect([reply.status, reply.headers['content-type']], prefix).toEqual([status, 'text/html; charset=utf-8']);
      expect(told).toContain(`<title>${title} – Samblikk</title>`);
      expect(told).toContain(`<html lang="${prefix.slice(1) || 'nb'}"`);
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  test.each([
    'http://evil.example/tall',
    '//evil.example/tall',
    '/\\evil.example/tall',
    '@evil.example/tall',
    '/@evil.example/tall',
    '//evil.example@evil.example/%2f..',
    'http://evil.example@evil.example',
  ])('a target that holds another host leads nowhere else: %s', async (target) => {
    // Node itself refuses what is no target at all, and closes.
    const { status, headers, body } = await ask({ target, headers: { connection: 'close' } });
    expect([200, 400, 404]).toContain(status);
    expect(headers.location).toBeUndefined();
    expect(body.toString()).not.toMatch(/(href|src|action)="(https?:)?[/\\]{2}evil/);
  });

  test('a whole address is one as well', async () => {
    const [plain, whole] = [await ask({ target: '/tall' }), await ask({ target: 'http://localhost/tall' })];
    expect([whole.status, whole.headers.etag]).toEqual([200, plain.headers.etag]);
  });
});

describe('while the database is away', () => {
  const away = connect('postgres://nobody@127.0.0.1:1/none');
  const running = buildApp({ config: testConfig(), db: away.db, limits: false, web: serveWeb });
  afterAll(async () => {
    await (await running).close();
    await away.close();
  });

  test.each([
    ['', 'Tjenesten er ikke klar akkurat nå'],
    ['/nn', 'Tenesta er ikkje klar akkurat no'],
    ['/en', 'The service is not ready right now'],
  ])('people are told, and may try again (%s)', async (prefix, told) => {
    for (const path of [
      '/',
      '/register?q=helse',
      '/tiltak/2019-0042',
      '/tall',
      '/tall/tabell',
      '/om-dataene',
      '/svar',
    ]) {
      const headers = path === '/svar' ? { cookie: 'samblikk=somebody' } : {};
      const reply = await (await running).inject({ url: prefix + path, headers });
      expect([reply.statusCode, reply.headers['retry-after']], path).toEqual([503, '5']);
      expect(reply.body).toContain(`<h1 class="ds-heading" data-size="lg">${told}</h1>`);
    }
  });

  test('programs are told', async () => {
    const reply = await (await running).inject('/api/v1/register');
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '5']);
    expect(reply.json()).toMatchObject({ code: 'unavailable' });
  });
});

describe('parameters that nobody knows', () => {
  test.each([
    '/?utm_source=brev',
    '/register?fbclid=x&utm_source=brev',
    '/register?constructor=1&__proto__=2&toString=3',
    '/tiltak/2019-0042?utm_source=brev&gclid=1',
    '/tall?utm_source=brev',
    '/tall/tabell?rows=phase&columns=funding&utm_source=brev&constructor=x&__proto__=y&filter=utm:x&filter=constructor:y',
    '/om-dataene?utm_source=brev',
    '/api/v1/register?utm_source=brev',
    '/api/v1/register.csv?utm_source=brev',
    '/api/v1/register/2019-0042?utm_source=brev',
    '/api/v1/statistics/2019/table?rows=phase&utm_source=brev',
    '/api/v1/statistics/2019/figures?utm_source=brev',
    '/api/v1/statistics/2019/variables?utm_source=brev',
    '/api/v1/releases?utm_source=brev',
    '/api/v1/rounds?utm_source=brev',
  ])('change nothing: %s', async (target) => {
    expect((await ask({ target })).status).toBe(200);
  });
});

test.each([
  ['', 'Denne siden av trefflisten finnes ikke', 'Til første side av treffene'],
  ['/nn', 'Denne sida av trefflista finst ikkje', 'Til første side av treffa'],
  ['/en', 'This page of the results does not exist', 'To the first page of results'],
])('a page of hits that does not exist says so, and leads back (%s)', async (prefix, told, back) => {
  const reply = await ask({ target: `${prefix}/register?phase=idea&page=999` });
  expect([reply.status, reply.headers['cache-control']]).toEqual([404, 'no-store']);
  const html = reply.body.toString();
  expect(html).toContain(told);
  expect(html).toContain(`<a href="${prefix}/register?phase=idea">${back}</a>`);
});
