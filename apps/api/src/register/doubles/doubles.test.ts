import type { LikelyDoubles } from '@samblikk/contract';
import { expect, test } from 'vitest';
import { registerSite } from '../testing-site.ts';
import { doublesSet } from './doubles-set.ts';
import { precision } from './precision.ts';

const { rows, get } = await registerSite();
const ask = async (query: string): Promise<LikelyDoubles> => {
  const reply = await get(`/likely-doubles?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};
const numbersOf = ({ measures }: LikelyDoubles['pairs'][number]) => measures.map(({ number }) => number);
const whole = await ask('size=100');

test('the set is of public measures of different agencies, each pair once, of every label', () => {
  const agencies = new Map(
    rows.filter(({ visibility }) => visibility !== 'withheld').map(({ number, known }) => [number, known.agency]),
  );
  for (const [, one, other] of doublesSet) {
    expect(agencies.has(one) && agencies.has(other), `${one} ${other}`).toBe(true);
    expect(agencies.get(one), `${one} ${other}`).not.toBe(agencies.get(other));
  }
  expect(new Set(doublesSet.map(([, ...pair]) => pair.slice(0, 2).sort().join())).size).toBe(doublesSet.length);
  expect(doublesSet.length).toBeGreaterThanOrEqual(60);
  for (const label of ['double', 'related', 'not'])
    expect(doublesSet.filter(([own]) => own === label).length, label).toBeGreaterThanOrEqual(15);
});

test('of the first five of each measure more than eight of ten are doubles or related; what no one has labelled counts as wrong', async () => {
  const judged = await precision(async (number) =>
    (await ask(`number=${number}`)).pairs.map((pair) => numbersOf(pair)[1] as string),
  );
  const { measures, related, double, recall } = judged;
  console.log(
    `precision@5 over ${measures} measures: ${related.toFixed(2)} double or related, ${double.toFixed(2)} double; ${recall.toFixed(2)} of the doubles found`,
  );
  const said = JSON.stringify(judged);
  expect(measures, said).toBeGreaterThanOrEqual(15);
  expect(related, said).toBeGreaterThanOrEqual(0.85);
  expect(double, said).toBeGreaterThanOrEqual(0.35);
  expect(recall, said).toBeGreaterThanOrEqual(0.4);
});

test('pairs are of different agencies, once each, the most alike first; the words stand in both', () => {
  const { pairs, total } = whole;
  expect(pairs.length).toBe(total);
  expect(new Set(pairs.map((pair) => numbersOf(pair).join())).size).toBe(total);
  const likeness = pairs.map((pair) => pair.likeness ?? 0);
  expect(likeness).toEqual(likeness.toSorted((a, b) => b - a));
  for (const { measures, words } of pairs) {
    const [one, other] = measures.map(({ title, summary }) => `${title} ${summary}`.toLowerCase()) as [string, string];
    expect(measures[0]?.agency.code).not.toBe(measures[1]?.agency.code);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) {
      expect(one).toContain(word);
      // Another form may stand in the other.
      expect(other).toContain(word.slice(0, 5));
    }
  }
});

test('by ministry and agency, a page at a time, and of one measure', async () => {
  const [{ code, pairs }] = whole.agencies.toSorted((a, b) => b.pairs - a.pairs) as [LikelyDoubles['agencies'][number]];
  const own = await ask(`agency=${code}&size=100`);
  expect(own.total).toBe(pairs);
  expect(own.pairs).toEqual(whole.pairs.filter(({ measures }) => measures.some(({ agency }) => agency.code === code)));
  expect((await ask('agency=Difi')).pairs).toEqual((await ask('agency=991825827')).pairs);
  const ministry = own.pairs[0]?.measures.find(({ agency }) => agency.code !== code)?.ministry.code;
  const both = await ask(`agency=${code}&ministry=${ministry}`);
  expect(both.pairs).toEqual(
    own.pairs.filter(({ measures }) => measures.some((one) => one.ministry.code === ministry)),
  );
  const second = await ask('size=3&page=2');
  expect(second).toMatchObject({ page: 2, pages: Math.ceil(whole.total / 3), pairs: whole.pairs.slice(3, 6) });
  const [first, other] = numbersOf(whole.pairs[0] as LikelyDoubles['pairs'][number]);
  for (const [asked, found] of [
    [first, other],
    [other, first],
  ])
    expect(numbersOf((await ask(`number=${asked}`)).pairs[0] as LikelyDoubles['pairs'][number])).toEqual([
      asked,
      found,
    ]);
  const hidden = rows.find(({ visibility }) => visibility === 'withheld')?.number;
  for (const query of [`number=${hidden}`, 'number=2019-9999', 'round=1999'])
    expect((await get(`/likely-doubles?${query}`)).statusCode, query).toBe(404);
});
