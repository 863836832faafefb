import { expect, test } from 'vitest';
import { judge } from './relevance.ts';
import { registerSite } from './testing-site.ts';

const { rows, list, app } = await registerSite();
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
