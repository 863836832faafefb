import type { listProfiles, Profile, ProfileName, RegisterList, ReplyOf } from '@samblikk/contract';
import { describe, expect, test } from 'vitest';
import { registerSite } from './testing-site.ts';

const { app, rows, list } = await registerSite();
type Profiles = ReplyOf<typeof listProfiles>;

const read = async <T>(path: string, status = 200) => {
  const reply = await app.inject(`/api/v1/profiles/${path}`);
  expect(reply.statusCode, `${path} ${reply.body}`).toBe(status);
  return reply.json() as T;
};
const open = rows.filter(({ visibility }) => visibility !== 'withheld');

describe('the lists of what has a page', () => {
  test.each([
    ['agency', 'agency'],
    ['ministry', 'ministry'],
  ] as const)('by %s, every measure is in one, the withheld too', async (profile, known) => {
    const { entries, n, year, variable } = await read<Profiles>(profile);
    const expected = Map.groupBy(rows, (row) => String(row.known[known]));
    const measures = Object.fromEntries(entries.map((entry) => [entry.code, entry.measures]));
    expect(measures).toEqual(Object.fromEntries([...expected].map(([code, all]) => [code, all.length])));
    expect([n, year, variable]).toEqual([rows.length, 2019, known]);
  });

  test('by technology and tag, those of withheld measures are in no list of words', async () => {
    const tags = await read<Profiles>('tag');
    const own = new Set(open.flatMap(({ answers }) => (answers.tags as string[] | undefined) ?? []));
    expect(tags.entries.length).toBe(new Set([...own].map((tag) => tag.toLowerCase())).size);
    expect(tags.withheld).toBeGreaterThan(0);
    expect((await read<Profiles>('technology')).entries.map(({ code }) => code)).toContain('cloud');
    await read('lifeEvent', 404);
    await read('agency?round=2018', 404);
  });
});

test('a list is read a page at a time, by name or the most used first, and those that have a word in their name', async () => {
  const all = await read<Profiles>('tag');
  expect(all).toMatchObject({ total: all.entries.length, page: 1, pages: 1 });
  const size = 7;
  const pages = Math.ceil(all.total / size);
  expect(pages).toBeGreaterThan(3);
  const told = [];
  for (let page = 1; page <= pages + 1; page++) {
    const list = await read<Profiles>(`tag?page=${page}&size=${size}`);
    expect(list).toMatchObject({ total: all.total, page, size, pages, n: all.n, blank: all.blank });
    told.push(...list.entries);
  }
  expect(told).toEqual(all.entries);
  const most = (await read<Profiles>('tag?sort=measures&size=3')).entries;
  const counts = all.entries.map(({ measures }) => measures).sort((a, b) => b - a);
  expect(most.map(({ measures }) => measures)).toEqual(counts.slice(0, 3));
  const { total, entries } = await read<Profiles>('tag?q=%20HELSE&size=2');
  const has = all.entries.filter(({ label }) => label.toLowerCase().includes('helse'));
  expect([total, entries]).toEqual([has.length, has.slice(0, 2)]);
  expect((await read<Profiles>('agency?q=97476107')).entries.map(({ code }) => code)).toEqual(['974761076']);
  expect(await read<Profiles>('tag?q=finnesikke')).toMatchObject({ total: 0, pages: 0, entries: [] });
  for (const wrong of ['page=0', 'size=1001', 'sort=x']) await read(`tag?${wrong}`, 400);
});

test.each<[ProfileName, string]>([
  ['agency', '974761076'],
  ['ministry', 'KMD'],
  ['tag', 'helse'],
  ['technology', 'ai'],
])('the numbers of %s %s are those of the register and of what is public', async (profile, code) => {
  const page = await read<Profile>(`${profile}/${code}`);
  const { total, withheld, years, variable, cost, charts } = page;
  const found: RegisterList = await list(`round=2019&${variable}=${code}`);
  expect([total, withheld]).toEqual([found.total, found.withheld]);
  expect(years).toEqual([{ year: 2019, measures: total + withheld }]);
  const has = ({ answers, known }: (typeof rows)[number]) => {
    const value = known[variable] ?? answers[variable];
    return Array.isArray(value) ? value.includes(code) : value === code;
  };
  const costs = open
    .filter(has)
    .flatMap(({ answers }) => (answers.totalCost === undefined ? [] : [Number(answers.totalCost)]));
  expect(cost).toMatchObject({ kroner: costs.reduce((a, b) => a + b, 0), measures: costs.length });
  expect(charts).toEqual([...(profile === 'ministry' ? ['agency'] : []), 'phase', 'funding', 'involvesOthers']);
});

test('an agency that has merged says where it went, one that took over what it was, and one that was renamed its names', async () => {
  const merged = await read<Profile>('agency/915933149');
  const successor = { code: '983544622', label: 'Helsedirektoratet', from: '2024-01-01' };
  expect(merged.life).toMatchObject({ successors: [successor], ended: '2023-12-31' });
  expect(merged.years.map(({ year }) => year)).toEqual([2019]);
  const { life } = await read<Profile>('agency/983544622');
  expect(life?.predecessors).toMatchObject([{ code: '915933149' }]);
  expect(life?.ended).toBeNull();
  const renamed = await read<Profile>('agency/991825827');
  expect(renamed.life?.names.map(({ label, to }) => [label, to])).toEqual([
    ['Direktoratet for forvaltning og ikt (Difi)', '2019-12-31'],
    ['Digitaliseringsdirektoratet', null],
  ]);
  expect(renamed.label).toBe('Direktoratet for forvaltning og ikt (Difi)');
});

test('what there is no page for is not found', async () => {
  for (const path of ['agency/123456789', 'tag/hvalrosshemmelighet', 'technology/withheld', 'ministry/XYZ'])
    await read(path, 404);
  expect((await app.inject('/api/v1/profiles/colour')).statusCode).toBe(400);
});
