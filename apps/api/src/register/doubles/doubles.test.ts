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

test('of the first five of each measure nine of ten are doubles or related, and what no one has labelled counts as wrong', async () => {
  const judged = await precision(async (number) => (await ask(`number=${number}`)).pairs.map((pair) => numbersOf(pair)[1] as string));
  console.log(judged);
  expect(judged.measures).toBeGreaterThanOrEqual(10);
});

test('pairs are of different agencies, once each, the most alike first, with words of both', () => {
  console.log(whole.total, whole.pairs.map((pair) => `${pair.likeness.toFixed(2)} ${pair.measures.map(({ number, title }) => `${number} ${title}`).join(' <> ')} | ${pair.words} | ${JSON.stringify(pair.shared.map((s) => s.values.map((v) => v.label)))}`).join('\n'));
});
