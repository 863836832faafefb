import type { JsonStat } from '@samblikk/contract';
import { type Edition, editionOf, publicRow, variablesOf } from '@samblikk/questionnaire';
import { describe, expect, test } from 'vitest';
import { registerSite } from './testing-site.ts';

const { app, get, list, numbers, rows } = await registerSite();

const edition = editionOf('2019') as Edition;
/** The codes of each measure by each variable, one by one from its answers. */
const codesOf = new Map(
  rows
    .filter(({ visibility }) => visibility !== 'withheld')
    .map((row) => {
      const open = publicRow(edition, row);
      const coded = variablesOf(edition).map((variable) => [variable.id, variable.codesOf(open)] as const);
      return [row.number, new Map(coded.map(([id, { state, codes }]) => [id, state === 'blank' ? ['blank'] : codes]))];
    }),
);
const having = (found: readonly string[], id: string, code: string) =>
  found.filter((number) => codesOf.get(number)?.get(id)?.includes(code)).length;
const everyNumber = async (query: string) => {
  const { pages } = await list(`${query}&size=100`);
  const each = Array.from({ length: pages }, (_, at) => numbers(`${query}&page=${at + 1}`));
  return (await Promise.all(each)).flat();
};

test.each(['tilsyn', 'KI', 'skip register', 'SSB', 'innbyggere -sky', '"ny løsning"', 'legemidler enhjørning'])(
  'facets count what %s finds, as if nothing were chosen in themselves',
  async (q) => {
    const words = `q=${encodeURIComponent(q)}`;
    const all = await everyNumber(words);
    const chosen = await everyNumber(`${words}&phase=execution`);
    const { facets, total } = await list(`${words}&phase=execution`);
    expect([total, chosen.length]).toEqual([having(all, 'phase', 'execution'), total]);
    expect(total).toBeGreaterThan(0);
    for (const { id, values } of facets.filter((facet) => facet.id !== 'round'))
      for (const { code, count } of values)
        expect([id, code, count]).toEqual([id, code, having(id === 'phase' ? all : chosen, id, code)]);
  },
);

describe('free text', () => {
  test.each([
    ['tjenester', 'tenester'],
    ['tolketjenester', 'tolketenester'],
    ['virksomheter', 'verksemder'],
    ['saksbehandling', 'sakshandsaming'],
    ['beredskap innbyggere', 'beredskap innbyggjarar'],
    ['utdanning løsning', 'utdanning løysing'],
    // Unfinished, and used by nobody.
    ['virksomh', 'verksem'],
    ['helsetjenester', 'helsetenester'],
  ])('%s and %s find the same', async (bokmål, nynorsk) => {
    // By number: who wrote the word itself comes first by relevance, and the measures are in both written standards.
    const [one, other] = await Promise.all(
      [bokmål, nynorsk].map((q) => list(`q=${encodeURIComponent(q)}&sort=number&size=100`)),
    );
    expect(one?.total).toBeGreaterThan(0);
    expect(other?.total).toBe(one?.total);
    expect(other?.items.map(({ number }) => number)).toEqual(one?.items.map(({ number }) => number));
  });

  test('every word must be there, in any form', async () => {
    const one = await numbers('q=modernisering');
    const two = await numbers('q=modernisering+tilsyn');
    expect(two.length).toBeGreaterThan(0);
    expect(two.length).toBeLessThan(one.length);
    expect(one).toEqual(expect.arrayContaining(two));
  });

  test('the last word may be unfinished', async () => {
    const found = await list('q=moderniser');
    expect(found.suggestion).toBeNull();
    expect(found.items[0]?.title?.toLowerCase()).toContain('moderniser');
  });

  test('parts of compounds are found', async () => {
    const found = await list('q=tjeneste&size=100');
    expect(found.suggestion).toBeNull();
    expect(found.items.some(({ title }) => /\wtjenester/.test(title ?? ''))).toBe(true);
  });

  test('a misspelt word is searched for as the nearest that is used, and the reply says so', async () => {
    const found = await list('q=modernisjering');
    expect(found.suggestion).toEqual({ asked: 'modernisjering', q: 'modernisering' });
    expect(found.total).toBe((await list('q=modernisering')).total);
    const none = await list('q=xyzzyq');
    expect([none.total, none.suggestion, none.items]).toEqual([0, null, []]);
  });

  test('agency, ministry and number are found', async () => {
    expect((await list('q=datatilsynet')).items.every(({ agency }) => agency.label === 'Datatilsynet')).toBe(true);
    expect((await list('q=finansdepartementet')).items.map(({ ministry }) => ministry.code)).toContain('FIN');
    expect(await numbers('q=2019-0042')).toEqual(['2019-0042']);
  });

  test('an agency is found by what it was called, is called and is called for short', async () => {
    const owners = async (query: string) =>
      new Set((await list(`${query}&size=100`)).items.map((item) => item.agency.label));
    const difi = 'Direktoratet for forvaltning og ikt (Difi)';
    for (const name of ['Difi', 'Digitaliseringsdirektoratet', 'digdir', difi])
      expect(await owners(`agency=${encodeURIComponent(name)}`), name).toEqual(new Set([difi]));
    for (const [name, then] of [
      ['Digitaliseringsdirektoratet', difi],
      ['Difi', difi],
      ['NVE', 'Norges vassdrags- og energidirektorat'],
      ['Oljedirektoratet', 'Oljedirektoratet'],
      ['Sokkeldirektoratet', 'Oljedirektoratet'],
    ] as const)
      expect(await owners(`q=${encodeURIComponent(name)}`), name).toContain(then);
    expect((await list('agency=nobody')).total).toBe(0);
    const table = (await app.inject('/api/v1/statistics/2019/table?rows=agency&agency=Difi')).json() as JsonStat;
    expect(table.dimension.agency?.category.label['991825827']).toBe(difi);
    expect(table.value.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(table.extension.n);
  });

  test('the name weighs most', async () => {
    const { items, sort } = await list('q=arkiv&size=5');
    expect(sort).toBe('relevance');
    expect(items[0]?.title?.toLowerCase()).toContain('arkiv');
  });

  test.each(["'", '"', '\\', 'a:*', '!(&|', '%', '_', "x'); drop table release_measure; --", '\u0000'])(
    '%s does no harm',
    async (q) => {
      const reply = await get(`?q=${encodeURIComponent(q)}`);
      expect(reply.statusCode).toBeLessThan(500);
      expect((await list('q=tilsyn')).total).toBeGreaterThan(0);
    },
  );
});
