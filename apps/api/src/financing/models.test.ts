import { type FinancingModelsReply, readFinancingModels } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { registerSite } from '../register/testing-site.ts';

const { app } = await registerSite();
const ask = (query: string) => app.inject({ url: `/api/v1/financing/models?${query}` });
async function told(query: string): Promise<FinancingModelsReply> {
  const reply = await ask(query);
  expect(reply.statusCode, reply.body).toBe(200);
  return readFinancingModels.reply.parse(reply.json());
}
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

test('who pays what adds up in every model, price structure and change; all that is shown is marked as invented', async () => {
  for (const price of ['perUse', 'steps', 'fixed', 'share'])
    for (const model of ['0', '1', '2', '3', '4', 'own&use=management,maintenance']) {
      const { years, owners, invented } = await told(`model=${model}&price=${price}&growth=50&leaves=true`);
      expect(invented).toBe(true);
      for (const [at, year] of years.entries()) {
        expect(year.central + year.serviceOwners + year.endUsers + year.gap).toBe(year.cost);
        expect(sumOf(owners.map(({ bills }) => bills[at] ?? 0))).toBe(year.serviceOwners);
      }
    }
});

test('the largest pays nothing once it has left; by prices of the plan the others pay as planned', async () => {
  const { asked, owners } = await told('model=2&price=perUse&leaves=true');
  for (const { code, bills, plan } of owners)
    expect(bills).toEqual(code === asked.largest.code ? plan.map(() => 0) : plan);
});

test('a step price jumps where one passes a step: the bill of the one that is shown, beside a price per use', async () => {
  const { curves, asked, models, tariffs, owners, accounts } = await told('model=2&price=steps&growth=0');
  const curve = (code: string) => curves.find((one) => one.code === code)?.kroner ?? [];
  const jumps = (kroner: readonly number[]) => kroner.slice(1).map((now, at) => now / (kroner[at] ?? 1));
  expect(Math.max(...jumps(curve('steps')))).toBeGreaterThan(1.5);
  expect(Math.max(...jumps(curve('perUse')))).toBeLessThan(1.25);
  expect(models.find(({ code }) => code === '2')?.largestJump?.owner).toEqual(asked.owner);
  expect(curve('steps')).toEqual(owners.find(({ code }) => code === asked.owner.code)?.plan);
  expect(tariffs.map(({ steps }) => steps.length)).toEqual([4, 4, 4, 4]);
  // What the accounts say, by hand: the first year's login, 30 million and 8 %.
  expect(accounts.products[0]?.costs[1]).toMatchObject({
    code: 'variableOperation',
    kroner: [25_600_000, 27_800_000, 30_000_000],
  });
  expect(accounts.products[0]?.costs[1]?.forecast[0]).toBe(32_400_000);
});

test('weights decide the ranking: where one goal alone counts, those with most points for it are first', async () => {
  const alone = (goal: string) =>
    ['acrossSectors', 'predictable', 'innovation', 'robust', 'sufficient', 'simple']
      .map((one) => `weight.${one}=${one === goal ? 1 : 0}`)
      .join('&');
  for (const goal of ['acrossSectors', 'robust', 'simple']) {
    const { models } = await told(`price=perUse&${alone(goal)}`);
    const most = Math.max(...models.map(({ scores }) => scores[goal] ?? 0));
    for (const { scores, place, points } of models) {
      expect(points).toBe(scores[goal]);
      expect(place === 1).toBe(scores[goal] === most);
    }
  }
});

test('the same as CSV and as a workbook, each saying that it is invented', async () => {
  const { owners, years } = await told('model=3&price=steps');
  const csv = await ask('model=3&price=steps&format=csv');
  expect(csv.headers['content-disposition']).toContain('samblikk-financing-models-invented.csv');
  const lines: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
  expect(lines.map(({ kroner }) => Number(kroner))).toEqual(owners.flatMap(({ bills }) => bills));
  expect(lines.every(({ note }) => note?.includes('Oppdiktet'))).toBe(true);
  const sheets = await readExcel((await ask('model=3&price=steps&format=xlsx&lang=nn')).rawPayload);
  expect(sheets.map(({ data }) => data[0]?.[0])).toEqual(sheets.map(() => expect.stringContaining('Oppdikta')));
  expect(sheets[0]?.data.at(-1)?.slice(1)).toEqual(years.map(({ serviceOwners }) => serviceOwners));
});

test.each(['model=7', 'model=own&use=newDevelopment', 'owner=nobody', 'price=free', 'growth=1000', 'weight.simple=-1'])(
  '%s is refused with what is wrong',
  async (query) => {
    const reply = await ask(query);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'invalidRequest', title: expect.any(String) });
  },
);

test('what the frame does not reach is cut from the frames of service owners when asked; some may not pay; money for new development may end', async () => {
  const plain = await told('model=1&price=perUse');
  const cut = await told('model=1&price=perUse&central=frameCut');
  expect(plain.years.at(-1)?.gap).toBeGreaterThan(0);
  for (const [at, year] of cut.years.entries()) {
    expect(year.gap).toBeLessThanOrEqual(0);
    expect(year.serviceOwners - (plain.years[at]?.serviceOwners ?? 0)).toBe((plain.years[at]?.gap ?? 0) - year.gap);
    expect(sumOf(cut.owners.map(({ bills }) => bills[at] ?? 0))).toBe(year.serviceOwners);
  }
  const some = await told('model=3&price=perUse&unpaid=50');
  expect(some.owners.filter(({ bills }) => bills.every((bill) => bill === 0))).toHaveLength(6);
  const ends = await told('fund=2');
  expect(ends.years.map(({ newDevelopment }) => newDevelopment.income > 0)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect((await ask('unpaid=91')).statusCode).toBe(400);
});
