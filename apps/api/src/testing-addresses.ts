import {
  type Endpoint,
  permissions,
  pictureKinds,
  profileKinds,
  profilePaths,
  registerSorts,
  tableFormats,
} from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { languages, prefixes } from '@samblikk/text';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import pageRoutes from '../../web/app/routes.ts';
import { digdir } from './responses/testing.ts';
import { endpoints, line } from './testing-requests.ts';

/**
 * For tests: every address at which anyone can read something, found from what the contract opens, what the program serves besides,
 * and what the web has as a page. What is new there is read without being named here; what cannot be asked for fails.
 */

const { cost } = (editionOf('2026') as Edition).roles;

type Values = Readonly<Record<string, readonly string[]>>;

/** What answers no reader, and why: for the test that reads all the rest. */
export const unread: Readonly<Record<string, string>> = {
  'GET /auth/login': 'leads to the login provider',
  'GET /auth/callback': 'takes what the login provider says',
  'GET /auth/invitation/:token': 'is for who has the letter',
  'GET /auth/frontchannel-logout': 'stands in a frame of the login provider',
  'GET /api/v1/alerts/:alert/stop': 'leads to a page',
  'GET /assets/*': 'are files of the build',
  ...Object.fromEntries(
    languages.map((language) => [`page ${prefixes[language]}/utgaver/:name?`, 'leads to the edition']),
  ),
};

/** Served as pages, which have routes of their own. */
const everyPage = 'GET /*';

const isOpen = ({ action }: Endpoint) => permissions[action] === 'everyone';

/** What each parameter of a query is tried with; some only together with another. */
const tried = (cursor: string): Values => ({
  ...{
    lang: ['en'],
    excel: ['true'],
    format: [...tableFormats, 'pdf'],
    size: ['100'],
    page: ['1'],
    cursor: [`${cursor}&size=1`],
  },
  q: ['alle', 'arkiv', 'arkvi', 'digdir robotikk', 'ide sky gjennomføring', '-alle', '"noe alle"', digdir.orgnr],
  ...{ round: ['2019'], release: ['1&round=2026'], year: ['2026'], at: ['2019-09-01'] },
  sort: [...registerSorts, '-cost', 'relevance&q=alle', '-relevance&q=alle'],
  ...{ rows: ['phase'], columns: ['agency'], measure: [`sum&of=${cost}`], of: [`${cost}&measure=median`] },
  ...{
    base: ['asked'],
    share: ['table'],
    layers: ['funding&columns=agency'],
    compare: ['ministry:KMD'],
    against: ['all&compare=ministry:KMD'],
    figure: ['funding'],
    releases: ['2019.1&rows=phase'],
    p: [`90&measure=quantile&of=${cost}`],
  },
  ...{ title: ['Noe alle kan se i arkivet'], text: ['Noe alle kan se'] },
  ...{ from: ['2019'], to: ['2026'], variable: ['phase'], cell: ['execution~execution&from=2019&to=2026'] },
  ...{ query: ['alle', 'fase'], pastDays: ['1'], includeDiscontinued: ['true'], pageNumber: ['1'], pageSize: ['1000'] },
  outputFormat: ['csv&outputFormatParams=UseCodesAndTexts', 'xlsx', 'html', 'parquet'],
  ...{ outputFormatParams: ['IncludeTitle&outputFormat=csv'], heading: ['Tid&outputFormat=csv'], stub: ['Tid'] },
  ...{
    amount: ['1000&actor=kommune:5001'],
    actor: ['kommune:5001'],
    add: ['Trondheim'],
    key: ['equal'],
    population: ['2024'],
    ...{ actorType: ['stateAgency'], phase: ['execution&total=40000000'], total: ['40000000'] },
    leaves: ['kommune:5001&actor=kommune:5001&amount=1000', 'true'],
  },
  ...{
    number: ['2026-0001'],
    ministry: ['KMD'],
    except: ['2026-0001&title=Noe'],
    agency: [`${digdir.orgnr}&title=Noe`],
  },
  ...{
    model: ['0', '4', 'own&use=management'],
    use: ['management&model=own'],
    price: ['share'],
    growth: ['50'],
  },
  pool: ['2600000;equal;Drift&actor=kommune:5001'],
  ...{ central: ['frameCut'], unpaid: ['50'], fund: ['2'] },
  ...{ owner: ['c'], 'weight.acrossSectors': ['2'], 'weight.predictable': ['2'], 'weight.innovation': ['2'] },
  ...{ 'weight.robust': ['2'], 'weight.sufficient': ['2'], 'weight.simple': ['2'] },
});
const filters = ['phase=execution', 'tags=arkiv', `${cost}=blank`, `funding=partly&agency=${digdir.orgnr}`];

/** The queries an endpoint is read with: what it must have, and each parameter by itself besides. */
function queriesOf(endpoint: Endpoint, values: Values): string[] {
  const shape = Object.entries((endpoint.query as z.ZodObject | undefined)?.shape ?? {});
  const ask = (name: string, value: string) => {
    const [own = '', ...more] = value.split('&');
    return [`${name}=${encodeURIComponent(own)}`, ...more].join('&');
  };
  const of = (name: string): readonly string[] => {
    const known = values[name];
    if (!known) throw new Error(`nothing to try for ${name} of ${line(endpoint)}`);
    return known;
  };
  const must = shape
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => [name, ask(name, of(name)[0] ?? '')] as const);
  const each = shape.flatMap(([name]) => of(name).map((value) => [[name, ask(name, value)] as const]));
  const takesAny = endpoint.query?.safeParse({ q: 'x', rows: 'x', phase: 'x' }).data as object | undefined;
  const any = takesAny && 'phase' in takesAny ? filters.map((filter) => [['', filter] as const]) : [];
  return [[], ...each, ...any].map((some) => {
    const besides = must.filter(([name]) => !some.some(([other]) => other === name));
    return [...besides, ...some].map(([, asked]) => asked).join('&');
  });
}

/** What pages and other addresses outside the contract are read with, by path without language. */
const asked: Values = {
  '/register': ['', 'q=alle', 'phase=execution', 'sort=-cost&size=1', 'round=2026&release=1'],
  '/register.atom': ['', 'round=2019', 'q=arkiv', 'phase=execution'],
  '/embed/register': ['', 'q=alle', 'phase=execution&size=20'],
  '/embed/number': ['', 'q=alle', 'phase=execution'],
  '/embed/figure/:id': ['', 'year=2019', 'year=2026&release=1'],
  '/tiltak/:number': ['', 'round=2019', 'round=2026', 'round=2026&release=1'],
  '/tall': ['', 'year=2019', 'year=2026&release=1'],
  '/tall/serier': ['what=figure:effects', 'what=rows:agency', `what=rows:ministry&show=sum:${cost}`],
  '/tall/livslop': ['', 'variable=funding', 'variable=phaseGroup&cell=idea~execution', `agency=${digdir.orgnr}`],
  '/portefolje': ['', 'round=2019', `agency=${digdir.orgnr}&round=2026`, 'q=alle', 'number=2026-0001,2026-0002'],
  '/tall/tabell': ['', 'year=2026&rows=tags', 'rows=phase&columns=agency', `rows=agency&measure=sum&of=${cost}`],
  '/tall/kvalitet': ['', 'year=2019', 'year=2026&release=1'],
  '/finansiering/ordninger': ['', 'actorType=stateAgency&phase=execution&total=40000000&from=2020&to=2022'],
  '/finansiering/modeller': ['', 'model=own&use=management&price=share', 'growth=50&leaves=true&owner=c'],
  '/kostnadsdeling': [
    '',
    'amount=70000000&key=equal:50,population:50&population=2024&actor=kommune:5001&actor=kommune:0301',
  ],
  '/varsle': ['', 'phase=execution'],
  '/varsle/bekreft': ['alert=x&key=x'],
  '/varsle/stopp': ['alert=x&key=x'],
};
const byYear = Object.values(profilePaths).flatMap((path) => [`/${path}`, `/${path}/:code`]);

const inLanguage = /^\/(?:nn|en)(?=\/|$)/;
const askedOf = (path: string): readonly string[] => {
  const plain = path.replace(inLanguage, '') || '/';
  return (
    asked[plain] ??
    ([...byYear, '/endringer', '/mangler', '/liknende', '/fellesloesninger', '/fellesloesninger/:code'].includes(plain)
      ? ['', 'round=2019']
      : [''])
  );
};

/** Pages for everyone: those that are not within the frame of the signed-in. */
const pages = pageRoutes.filter(({ children }) => !children).map(({ path = '' }) => `/${path}`);

/** What stands for the parts of paths, by what is in the path; the last that fits counts. */
async function placesIn(app: FastifyInstance, measures: readonly string[]) {
  const get = async <T>(path: string) => (await app.inject(`/api/v1/${path}`)).json() as T;
  const getPx = async <T>(path: string) => (await app.inject(`/api/pxwebapi/v2/${path}`)).json() as T;
  const releases = await get<{ id: string; name: string; year: number }[]>('releases');
  const names = releases.map(({ name }) => name);
  const years = [...new Set(releases.map(({ year }) => String(year)))];
  const figures = new Set<string>();
  for (const year of years)
    for (const { id } of (await get<{ figures: { id: string }[] }>(`statistics/${year}/figures`)).figures)
      figures.add(id);
  const codes: Record<string, string[]> = {};
  for (const profile of profileKinds) {
    const { entries = [] } = await get<{ entries?: { code: string; measures: number }[] }>(`profiles/${profile}`);
    // Those that something is counted under, and one of the others, which are all alike.
    const none = entries.find(({ measures: n }) => n === 0);
    codes[profile] = entries
      .filter((one) => one.measures > 0 || one === none)
      .map(({ code }) => encodeURIComponent(code));
  }
  const kept = (await get<{ slug: string }[]>('portfolios')).map(({ slug }) => slug);
  const lists = (await app.inject('/codelists.ttl')).body.matchAll(/\/codelists\/(\w+)/g);
  const common: Values = {
    ...{ year: years, edition: [...years, ...names, 'siste'], name: [...years, ...names, 'siste'], number: measures },
    ...{ profile: profileKinds, list: [...new Set([...lists].map(([, list = '']) => list))] },
    ...{
      language: ['nb'],
      release: [names[0] ?? ''],
      slug: kept,
      kind: pictureKinds,
      part: ['1'],
      token: ['x'],
      alert: ['x'],
    },
  };
  const some = Object.values(codes).flatMap((all) => all.slice(0, 1));
  const { tables } = await getPx<{ tables: { id: string }[] }>('tables?includeDiscontinued=true&pageSize=1000');
  const px = ['tags-agency', 'tags', 'effects-ministry', 'figure-effects'].flatMap((by) =>
    tables.flatMap(({ id }) => (/^(.*)-\d+$/.exec(id)?.[1] === by ? [id] : [])),
  );
  const own: readonly [part: string, Values][] = [
    ['/tables/', { table: px }],
    ['/pxwebapi/v2/codelists/', { codelist: ['agg_phaseGroup', 'vs_effects'] }],
    ['/api/v1/register/', { id: measures }],
    ['/api/v1/releases/', { id: releases.map(({ id }) => id) }],
    ['/api/v1/rounds/', { year: years }],
    ['/api/v1/editions/', { edition: years }],
    ['/api/v1/datasets/', { name: ['register', ...names] }],
    ['/figure', { id: [...figures] }],
    ['/quality/', { id: ['blanks', 'response'] }],
    ['/solutions/', { solution: ['idporten'] }],
    ['/fellesloesninger/', { code: ['idporten'] }],
    ['/pictures/', { id: [...measures, ...[...figures].slice(0, 1), ...some, profileKinds[0]] }],
    ...profileKinds.map((profile): [string, Values] => [`/${profilePaths[profile]}/`, { code: codes[profile] ?? [] }]),
  ];
  const pairs = profileKinds.flatMap((profile) => (codes[profile] ?? []).map((code) => `${profile}/${code}`));
  const at = (path: string): string[] => {
    const values = Object.assign({}, common, ...own.flatMap(([part, of]) => (path.includes(part) ? [of] : [])));
    let urls = [path];
    if (path.includes(':profile/:code')) urls = pairs.map((pair) => path.replace(':profile/:code', pair));
    for (const [part, name = ''] of urls[0]?.matchAll(/:(\w+)/g) ?? []) {
      const known: readonly string[] | undefined = values[name];
      if (!known) throw new Error(`nothing to put for ${part} in ${path}`);
      urls = urls.flatMap((url) => known.map((value) => url.replace(part, value)));
    }
    return urls;
  };
  return { at, alike: [...measures.slice(1), ...[...figures].slice(1), ...px.slice(1).map((id) => `/tables/${id}`)] };
}

/**
 * Every route that is open, by its name (`GET /api/v1/config`, `page /register`), and the addresses it is read at.
 * @param routes all that the program serves (`served`)
 * @param measures numbers and ids of what was planted; of the others than the first, as of figures, each address is read in one way
 */
export async function everyAddress(
  app: FastifyInstance,
  routes: readonly string[],
  measures: readonly string[],
): Promise<Map<string, string[]>> {
  const { at, alike } = await placesIn(app, measures);
  const { next } = (await app.inject('/api/v1/register?size=1')).json() as { next: string | null };
  const values = tried(next ?? '');
  const addresses = (path: string, queries: readonly string[]) =>
    at(path).flatMap((url) =>
      (alike.some((one) => url.includes(one)) ? queries.slice(0, 1) : queries).map((query) =>
        query === '' ? url : `${url}?${query}`,
      ),
    );
  const all = new Map<string, string[]>();
  const described = new Set(endpoints().map(line));
  for (const endpoint of endpoints().filter((one) => one.method === 'GET' && isOpen(one)))
    all.set(line(endpoint), addresses(endpoint.path, queriesOf(endpoint, values)));
  for (const route of routes.filter((one) => one.startsWith('GET ') && !described.has(one) && one !== everyPage)) {
    const path = route.slice('GET '.length);
    all.set(route, addresses(path, askedOf(path)));
  }
  for (const path of pages) all.set(`page ${path}`, addresses(path, askedOf(path)));
  return all;
}
