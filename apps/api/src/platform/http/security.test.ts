import type { InjectOptions } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../db/testing.ts';
import { redacting } from './log.ts';

const { db, close } = await testDatabase();
const lines: string[] = [];
const app = await buildApp({
  config: testConfig({ publicUrl: 'https://samblikk.example' }),
  db,
  limits: false,
  logger: { level: 'trace', stream: { write: (line: string) => lines.push(line) } },
  web: async (web) => {
    web.get('/page', async (_request, reply) =>
      reply.type('text/html').header('cache-control', 'public, s-maxage=60').send('<p>'),
    );
    web.get('/broken', async () => {
      throw new Error('secret inside');
    });
    web.get('/too-large', async () => db.execute('select 99999999999::bigint::int'));
    web.get('/nul', async () => db.execute('select \'{"a": "\\u0000"}\'::jsonb->>\'a\''));
    web.get('/database-away', async () => db.execute('select pg_terminate_backend(pg_backend_pid())'));
    web.get('/broken-query', async () => db.execute("select no_such_column, 'query'"));
  },
});
const { headers } = await signInAs(db, { config: testConfig({ publicUrl: 'https://samblikk.example' }) });
afterAll(async () => {
  await app.close();
  await close();
});

describe('headers', () => {
  test('the page policy allows no inline script, and gives each request its own nonce', async () => {
    const policy = async () => String((await app.inject('/page')).headers['content-security-policy']);
    const first = await policy();
    expect(first).toContain("default-src 'none'");
    expect(first).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/);
    expect(first).toContain("style-src-attr 'unsafe-inline'");
    expect(first).toContain("frame-ancestors 'none'");
    expect(first.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(await policy()).not.toBe(first);
  });

  test('encrypted addresses say so for a year', async () => {
    expect((await app.inject('/page')).headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('the API description can be read by people under the same policy', async () => {
    const docs = await app.inject('/api/docs/');
    expect(docs.statusCode).toBe(200);
    expect(docs.body).not.toMatch(/<script|<style|style=/);
    const policy = String(docs.headers['content-security-policy']);
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
  });
});

describe('caches', () => {
  test("a page made for someone signed in is nobody else's", async () => {
    expect((await app.inject('/page')).headers['cache-control']).toBe('public, s-maxage=60');
    expect((await app.inject({ url: '/page', headers })).headers['cache-control']).toBe('no-store');
  });

  test('what is open to all may be read by scripts of any site, what is personal may not', async () => {
    expect((await app.inject('/api/v1/health')).headers['access-control-allow-origin']).toBe('*');
    expect((await app.inject('/api/v1/session')).headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('another site', () => {
  const change = (more: Record<string, string>) =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/session/language',
      headers: { ...headers, host: 'samblikk.example', ...more },
      payload: { language: 'en' },
    });

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://samblikk.example' },
    { 'sec-fetch-site': 'none', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'https://samblikk.example.evil.example' },
    { origin: 'null' },
    { origin: 'not an address' },
  ])('may change nothing: %j', async (more) => {
    const reply = await change(more);
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'foreignOrigin' });
  });

  test.each([{}, { 'sec-fetch-site': 'same-origin' }, { origin: 'https://samblikk.example' }])(
    'our own may: %j',
    async (more) => {
      expect((await change(more as Record<string, string>)).statusCode).toBe(200);
    },
  );
});

describe('limits', () => {
  test('writes, logins and the rest are counted apart', async () => {
    const limited = await buildApp({ config: testConfig(), db, limits: { all: 3, writes: 2, logins: 1, reports: 1 } });
    const statuses = async (times: number, request: InjectOptions | string) => {
      const all = [];
      for (let i = 0; i < times; i++) all.push((await limited.inject(request)).statusCode);
      return all;
    };
    expect(await statuses(4, '/api/v1/health')).toEqual([200, 200, 200, 429]);
    expect(await statuses(3, { method: 'POST', url: '/api/v1/session/extend' })).toEqual([401, 401, 429]);
    const refused = await limited.inject('/api/v1/health');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    // How long to wait, in the reader's language.
    const waits = { nb: /^Vent \d+ sekund(er)?\.$/, nn: /^Vent \d+ sekund\.$/, en: /^Wait \d+ seconds?\.$/ };
    for (const [language, waiting] of Object.entries(waits)) {
      const { code, detail } = (await limited.inject(`/api/v1/health?lang=${language}`)).json();
      expect([code, detail]).toEqual(['tooManyRequests', expect.stringMatching(waiting)]);
    }
    await limited.close();
  });

  test('addresses nobody serves are counted too', async () => {
    const limited = await buildApp({ config: testConfig(), db, limits: { all: 2, writes: 2, logins: 1, reports: 1 } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await limited.inject(`/guess/${i}`)).statusCode);
    expect(statuses).toEqual([404, 404, 429]);
    await limited.close();
  });

  test('a forwarded address is believed only behind a proxy of ours', async () => {
    for (const [trustProxy, expected] of [
      [false, 429],
      [true, 200],
    ] as const) {
      const limited = await buildApp({
        config: testConfig({ trustProxy }),
        db,
        limits: { all: 1, writes: 1, logins: 1, reports: 1 },
      });
      await limited.inject({ url: '/api/v1/health', headers: { 'x-forwarded-for': '192.0.2.1' } });
      const second = await limited.inject({ url: '/api/v1/health', headers: { 'x-forwarded-for': '192.0.2.2' } });
      expect(second.statusCode).toBe(expected);
      await limited.close();
    }
  });

  test.each(['/api/v1/agencies?q=%00', '/page?x=%00', '/api/v1/%00'])('%s is no address', async (url) => {
    expect((await app.inject(url)).json()).toMatchObject({ code: 'invalidRequest' });
  });

  test.each(['a b', '<script>'])('no host is called %j', async (host) => {
    expect((await app.inject({ url: '/page', headers: { host } })).json()).toMatchObject({ code: 'invalidRequest' });
  });

  test('a body over a megabyte is too large', async () => {
    const payload = JSON.stringify({ language: 'x'.repeat(1_100_000) });
    const reply = await app.inject({
      method: 'PUT',
      url: '/api/v1/session/language',
      headers: { ...headers, 'content-type': 'application/json' },
      payload,
    });
    expect(reply.statusCode).toBe(413);
    expect(reply.json()).toMatchObject({ code: 'tooLarge' });
  });
});

describe('errors and logs', () => {
  test('an unexpected error tells nothing', async () => {
    const reply = await app.inject('/broken');
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ code: 'internal' });
    expect(reply.body).not.toMatch(/secret inside|at .*\.ts|node_modules/);
    expect((await app.inject('/broken-query')).body).not.toMatch(/no_such_column|select/);
  });

  test.each(['/too-large', '/nul'])('a value no column can hold is the sender’s mistake (%s)', async (url) => {
    const reply = await app.inject(url);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'invalidRequest', detail: 'En verdi kan ikke lagres.' });
  });

  test.each([
    ['nn, en;q=0.5', 'Førespurnaden kan ikkje lesast', 'Innhaldet: language skal vere ein av nb, nn, en'],
    ['da, en-GB;q=0.8, nb;q=0.2', 'The request cannot be read', 'Body: language must be one of nb, nn, en'],
    ['fr', 'Forespørselen kan ikke leses', 'Innholdet: language skal være en av nb, nn, en'],
  ])('what is wrong is said in the language asked for: %s', async (language, title, detail) => {
    const reply = await app.inject({
      method: 'PUT',
      url: '/api/v1/session/language',
      headers: { ...headers, 'accept-language': language },
      payload: { language: 'da' },
    });
    expect(reply.json()).toMatchObject({ code: 'invalidRequest', title, detail, issues: [{ question: 'language' }] });
  });

  test('a database that goes away is not an error of ours but a service that is not ready', async () => {
    const reply = await app.inject('/database-away');
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('5');
    expect(reply.json()).toMatchObject({ code: 'unavailable' });
  });

  test('the key in the address of an invitation does not reach the log', async () => {
    lines.length = 0;
    await app.inject('/auth/invitation/a-key-that-lets-in?x=1');
    expect(lines.join('')).toContain('/auth/invitation/…');
    expect(lines.join('')).not.toContain('a-key-that-lets-in');
  });

  test('no cookie and no query reaches the log', async () => {
    lines.length = 0;
    await app.inject({ url: '/api/v1/session?code=hemmelig', headers });
    await app.inject({ url: '/broken', headers });
    app.log.info({ pid: '12345678901', person: { email: 'a@b.no' } }, 'told too much');
    const log = lines.join('');
    expect(log).toContain('/api/v1/session');
    expect(log).toContain('secret inside');
    expect(log).not.toMatch(/hemmelig|samblikk=|12345678901|a@b\.no/);
  });

  test('the values of a failed query are cut from its error', () => {
    const { serializers } = redacting({ level: 'info' }) as {
      serializers: { err(error: Error): { message: string; stack: string } };
    };
    const shown = serializers.err(new Error('Failed query: insert into person values ($1)\nparams: Kari,kari@nav.no'));
    expect(JSON.stringify(shown)).not.toContain('kari@nav.no');
    expect(shown.message).toContain('Failed query');
    expect(shown.stack).toContain('security.test.ts');
  });
});
