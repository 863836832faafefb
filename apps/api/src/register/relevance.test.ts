import type { SimilarToMeasure } from '@samblikk/contract';
import { expect, test } from 'vitest';
import { judge } from './relevance.ts';
import { relevanceSet } from './relevance-set.ts';
import { registerSite } from './testing-site.ts';

const { rows, get, list, app } = await registerSite();
const measures = rows
  .filter(({ visibility }) => visibility !== 'withheld')
  .map(({ number, known, answers }) => ({ number, agency: String(known.agency), answers }));
const first = async (q: string) => (await list(new URLSearchParams({ q, size: '10' }).toString())).items;

test('the relevance set is found: nine of ten in all, eight of ten of each sort', async () => {
  const judged = await judge(measures, async (q) => (await first(q)).map(({ number }) => number));
  const queries = judged.reduce((sum, each) => sum + each.queries, 0);
  expect(queries).toBeGreaterThanOrEqual(120);
  for (const { sort, queries: n, recall, short } of judged) {
    expect(n, sort).toBeGreaterThanOrEqual(10);
    expect(recall, `${sort}: ${short.join('; ')}`).toBeGreaterThanOrEqual(0.8);
  }
  const mean = (of: 'recall' | 'reciprocalRank') =>
    judged.reduce((sum, each) => sum + each[of] * each.queries, 0) / queries;
  expect(mean('recall')).toBeGreaterThanOrEqual(0.9);
  expect(mean('reciprocalRank')).toBeGreaterThanOrEqual(0.9);
}, 90_000);

test('a whole short word comes before words that only begin so', async () => {
  const items = await first('lån');
  const whole = items.map(({ title, summary }) => /(^|\P{L})lån(\P{L}|$)/iu.test(`${title} ${summary}`));
  expect(whole).toContain(true);
  expect(whole).toEqual(whole.toSorted((a, b) => Number(b) - Number(a)));
});

test('when no measure has all the words, those with most come, and the reply says which are missing', async () => {
  const found = await list('q=bost%C3%B8tte+hyperdrive');
  expect(found.missing).toEqual(['hyperdrive']);
  expect(found.items.length).toBeGreaterThan(0);
  expect(found.items.every(({ title, summary }) => /bostøtte/i.test(`${title} ${summary}`))).toBe(true);
  expect((await list('q=bost%C3%B8tte')).missing).toEqual([]);
});

test('what matched is marked in name and description, and named where it is an answer or an owner', async () => {
  const marked = (text: string, marks: readonly (readonly number[])[] = []) =>
    marks.map(([from, to]) => text.slice(from, to).toLowerCase());
  const [compound] = await first('skip register');
  expect(marked(compound?.title ?? '', compound?.found?.title)).toContain('skipsregister');
  const [ai] = (await list('q=AI&technologies=ai')).items;
  expect(ai?.found?.named.map(({ id }) => id)).toContain('technologies');
  const [ssb] = await first('SSB');
  expect(ssb?.found?.named).toContainEqual({ id: 'agency', label: 'Virksomhet', text: 'Statistisk sentralbyrå' });
  expect((await list('')).items[0]?.found).toBeNull();
});

test('what is found says why: something of it is marked or named, for every query of the set', async () => {
  const silent: string[] = [];
  for (const [q] of Object.values(relevanceSet)
    .flat()
    .filter(([one]) => !/\d|["«]/.test(one)))
    for (const { number, found } of await first(q))
      if ([found?.title, found?.summary, found?.named].every((each) => each?.length === 0))
        silent.push(`${q} ${number}`);
  expect(silent).toEqual([]);
});

test('nothing is put right in silence, and no part of a compound is dropped in silence', async () => {
  const told = async (q: string) => {
    const { suggestion, missing, total } = await list(new URLSearchParams({ q }).toString());
    return { suggestion: suggestion?.q ?? null, missing, found: total > 0 };
  };
  expect(await told('kunstig intellegens')).toEqual({ suggestion: 'kunstig intelligens', missing: [], found: true });
  expect(await told('båtregister')).toEqual({ suggestion: null, missing: [], found: true });
  expect(await told('saksbehandlingsløsning')).toMatchObject({ missing: ['saksbehandlingsløsning'], found: true });
  expect(await told('.NET')).toEqual({ suggestion: null, missing: [], found: false });
  expect(await told('spore smitte')).toEqual({ suggestion: null, missing: [], found: true });
});

test('a year is a round', async () => {
  expect((await list('q=2019')).total).toBe((await list('')).total);
  expect((await list('q=2018')).total).toBe(0);
});

test('measures of one agency about the same resemble each other, and the words of their names say why', async () => {
  const own = rows
    .filter(({ visibility }) => visibility !== 'withheld')
    .map(({ number, known, answers }) => {
      const title = String(answers.name).toLowerCase();
      return { number, title, about: `${known.agency} ${title.split(' ').at(-1)}` };
    });
  let [alone, silent, listed, ofName] = [0, 0, 0, 0];
  for (const { number, title, about } of own) {
    const siblings = own.filter((other) => other.number !== number && other.about === about);
    const similar = (await get(`/${number}/similar`)).json() as SimilarToMeasure;
    listed += similar.length;
    ofName += similar.filter(({ words }) => words[0] !== undefined && title.includes(words[0])).length;
    if (siblings.length === 0) alone++;
    else if (!siblings.some((sibling) => similar.some((one) => one.number === sibling.number))) silent++;
  }
  // A stranger counted 101 of 280 that list none, and 1,261 of 1,993 whose words are none of the name’s.
  expect(silent / (own.length - alone)).toBeLessThan(0.05);
  expect(ofName / listed).toBeGreaterThan(0.95);
}, 60_000);

test('agencies, themes and answers that a text names are offered as filters, with how many measures they give', async () => {
  for (const [q, id, code] of [
    ['ssb', 'agency', '971526920'],
    ['kunstig intelligens', 'technologies', 'ai'],
    ['beredskap', 'tags', 'beredskap'],
    ['finansdepartementet', 'ministry', 'FIN'],
  ] as const) {
    const { suggestions } = await list(new URLSearchParams({ q }).toString());
    const filter = suggestions.find((one) => one.id === id && one.code === code);
    expect(filter, q).toBeDefined();
    expect(filter?.count, q).toBe((await list(`${id}=${encodeURIComponent(code)}`)).total);
    const alone = await app.inject(`/api/v1/register/suggest?${new URLSearchParams({ q })}`);
    expect(alone.json()).toEqual(suggestions);
  }
});
