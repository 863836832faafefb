import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import pageRoutes from '../../../../web/app/routes.ts';
import { signInAs } from '../../access/auth/testing.ts';
import { digdir } from '../../responses/testing.ts';
import { agencyVersion, measureRound } from '../../schema.ts';
import { bodiesOf } from '../../testing-requests.ts';
import { type Asked, testSite } from './testing-site.ts';

// Whatever is sent to whichever address by whomever: the program says what is wrong, and never that it failed itself.

const times = 3000;
const site = await testSite();
afterAll(() => site.close());

const [own] = await site.db
  .select({ id: agencyVersion.agencyId })
  .from(agencyVersion)
  .where(eq(agencyVersion.orgnr, digdir.orgnr));
const agency = own?.id ?? '';
const rows = await site.db
  .select({ id: measureRound.measureId })
  .from(measureRound)
  .where(eq(measureRound.agencyId, agency))
  .limit(8);
const measures = rows.map(({ id }) => id);
const people = await Promise.all([
  Promise.resolve({ headers: {} }),
  signInAs(site.db, { roles: [{ role: 'submit', agency }] }),
  signInAs(site.db, { roles: [{ role: 'read', agency }] }),
  signInAs(site.db, { roles: [{ role: 'coordinator', ministry: 'DFD' }] }),
  signInAs(site.db, { roles: [{ role: 'admin' }] }),
  signInAs(site.db, { roles: [{ role: 'analyst' }] }),
]);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}
const described = (site.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }).paths;
const endpoints = Object.entries(described).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [] }]) => ({
    method: method.toUpperCase(),
    path: path.replace(/\{(\w+)\}/g, ':$1'),
    names: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  })),
);

type Route = (typeof pageRoutes)[number];
const pathsOf = ({ path = '', children = [] }: Route, above = ''): string[] => {
  const here = path === '' ? above : `${above}/${path.replaceAll('?', '')}`;
  return [here || '/', ...children.flatMap((child) => pathsOf(child, here))];
};
const pages = [
  ...new Set(pageRoutes.flatMap((route) => pathsOf(route))),
  ...['/api/docs', '/api/docs/errors', '/auth/login', '/auth/callback', '/auth/invitation/:token', '/auth/logout'],
  ...['/favicon.svg', '/robots.txt', '/assets/:id', '/:id', '/nn/:id', '/api/v1/:id'],
].map((path) => ({ method: 'GET', path, names: [] as string[] }));

/** What often breaks something, as it stands in an address. */
const odd = fc.oneof(
  fc.constantFrom(
    ...['', '%00', '%E5', '%', '%2e%2e%2f', '%F0%9F%98%80', '%ED%A0%80', '%22%27%3C', '%0d%0a', '%EF%BF%BF', '%5B%5D'],
    ...['constructor', '__proto__', 'toString', 'null', 'undefined', 'NaN', '-1', '0', '1e309', '0x1F', '1.5', 'true'],
    ...['99999999999999999999', '2147483648', '2019', '2026', 'a,b', 'a~b', '~', ',', ':', 'blank', '-cost', '@evil'],
    ...['..', '.', '//evil.example', 'http:%2f%2fevil.example', 'x'.repeat(201), 'y'.repeat(4001)],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const good: Readonly<Record<string, readonly string[]>> = {
  orgnr: [digdir.orgnr],
  virksomhet: [digdir.orgnr],
  agency: [digdir.orgnr],
  year: ['2019', '2026'],
  round: ['2019', '2026'],
  edition: ['2019', '2026'],
  id: ['2019-0042', 'phase', ...measures],
  number: ['2019-0042'],
  measure: measures,
  page: ['1', '2', '999', 'sjekk'],
  rows: ['phase', 'agency', 'tags'],
  columns: ['funding', 'ministry'],
  format: ['csv', 'xlsx', 'json'],
  release: ['1'],
  filter: ['phase:idea'],
};
const valueFor = (name: string) => {
  const known = Object.hasOwn(good, name) ? good[name] : undefined;
  return known ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: odd }) : odd;
};

const names = fc.constantFrom(
  ...[...Object.keys(good), 'q', 'lang', 'sort', 'size', 'share', 'base', 'of', 'excel', 'utm_source', 'constructor'],
  ...['phase', 'funding', 'totalCost', 'name', 'returnTo', 'again', 'code', 'state', '_routes', 'index', '__proto__'],
);

/** Bodies: of the right shape, nearly so, any JSON, or nothing of the kind. */
const shapes = Object.values(bodiesOf(measures[0] ?? ''));
const bodies = fc.oneof(
  fc.constant({ type: undefined, body: undefined }),
  fc
    .oneof(
      fc.constantFrom(...shapes),
      fc.tuple(fc.constantFrom(...shapes), fc.jsonValue({ maxDepth: 2 })).map(([shape, value]) => {
        const first = Object.keys(shape)[0];
        return first === undefined ? value : { ...shape, [first]: value };
      }),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map((value) => ({ type: 'application/json', body: JSON.stringify(value) })),
  fc
    .array(
      fc.tuple(fc.constantFrom('intent', 'email', 'role', 'text', 'measure', 'version', 'reason', '__proto__'), odd),
    )
    .map((fields) => ({
      type: 'application/x-www-form-urlencoded',
      body: fields.map((field) => field.join('=')).join('&'),
    })),
  fc
    .constantFrom('application/json', 'multipart/form-data; boundary=x', 'text/plain', 'nonsense', '')
    .chain((type) => fc.string({ unit: 'binary', maxLength: 60 }).map((body) => ({ type, body }))),
);

const requests: fc.Arbitrary<Asked> = fc
  .constantFrom(...endpoints, ...pages, ...pages)
  .chain((of) =>
    fc.record({
      method: fc.oneof(
        { weight: 4, arbitrary: fc.constant(of.method) },
        { weight: 3, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
      ),
      places: fc.tuple(...(of.path.match(/:\w+/g) ?? []).map((place) => valueFor(place.slice(1)))),
      path: fc.constant(of.path),
      query: fc.array(
        fc
          .oneof(of.names.length > 0 ? fc.constantFrom(...of.names) : names, names)
          .chain((name) => valueFor(name).map((value) => `${name}=${value}`)),
        { maxLength: 4 },
      ),
      sent: bodies,
      who: fc.constantFrom(...people),
      more: fc.constantFrom<Record<string, string>>(
        {},
        { 'accept-language': 'en', accept: 'text/csv' },
        { 'accept-language': ';;q=,', accept: 'a/b;q=x' },
        { 'accept-encoding': 'br', 'if-none-match': '*' },
        { range: 'bytes=0-5', 'if-modified-since': 'never' },
        { 'idempotency-key': 'x', 'if-match': '"1"' },
        { origin: 'https://evil.example' },
      ),
    }),
  )
  .map(({ method, path, places, query, sent, who, more }) => {
    let place = 0;
    const filled = path.replace(/:\w+/g, () => places[place++] ?? '');
    const hasBody = sent.body !== undefined && method !== 'GET' && method !== 'HEAD';
    return {
      method,
      target: filled + (query.length > 0 ? `?${query.join('&')}` : ''),
      headers: { ...who.headers, ...more, ...(hasBody && sent.type ? { 'content-type': sent.type } : {}) },
      body: hasBody ? sent.body : undefined,
    };
  });

test(`${times} requests of all kinds: none fails on our side`, async () => {
  const waiting = fc.sample(requests, { numRuns: times, seed: 20_190_925 });
  const statuses = new Map<number, number>();
  const failures: unknown[] = [];
  const work = async () => {
    for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
      const { status, body } = await site.ask(asked);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const told = status === 503 && (asked.method === 'HEAD' || /"unavailable"|<h1/.test(body.toString()));
      if (status >= 500 && !told) failures.push({ status, ...asked, body: asked.body?.slice(0, 300) });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect(failures).toEqual([]);
  // Not all was turned away at the door.
  for (const status of [200, 400, 401, 403, 404, 405]) expect(statuses.get(status), String(status)).toBeGreaterThan(5);
}, 240_000);
