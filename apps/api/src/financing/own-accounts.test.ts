import { type FinancingModelsReply, readFinancingModels, tryFinancingModels } from '@samblikk/contract';
import { exampleAccounts, exampleAssumptions } from '@samblikk/financing';
import { expect, test } from 'vitest';
import { registerSite } from '../register/testing-site.ts';
import { readAccounts } from './own-accounts/read.ts';
import { accountsLines } from './own-accounts/write.ts';

const { app } = await registerSite();
const address = '/api/v1/financing/models';
const send = (payload: object, query = '') => app.inject({ method: 'POST', url: `${address}?${query}`, payload });
async function tried(payload: object, query = ''): Promise<FinancingModelsReply> {
  const reply = await send(payload, query);
  expect(reply.statusCode, reply.body).toBe(200);
  return tryFinancingModels.reply.parse(reply.json());
}
const file = async (query: string) => app.inject(`/api/v1/financing/accounts?${query}`);
const head = 'Produkt;Hva;Av;År;Tall\n';
const faultsOf = async (accounts: string, query = 'lang=nb') => {
  const reply = await send({ accounts }, query);
  expect(reply.statusCode, reply.body).toBe(422);
  const { code, issues } = reply.json();
  expect(code).toBe('fileAtFault');
  return issues.map(({ text }: { text: string }) => text);
};

/** Numbers alone: those of one's own have no names of ours. */
const numbersOf = ({ years, owners, models, structures, accounts }: FinancingModelsReply) => ({
  years,
  owners: owners.map(({ label, bills, plan }) => ({ label, bills, plan })),
  models: models.map(({ code, coverage, points, place, staying }) => ({ code, coverage, points, place, staying })),
  structures: structures.map(({ code, coverage, paidByOwners, steady }) => ({ code, coverage, paidByOwners, steady })),
  gap: accounts.gap,
  costs: accounts.products.map(({ label, costs, income, growth }) => ({ label, costs, income, growth })),
});

test('the example as anyone gets it, as CSV for programs or Excel or as XLSX, gives the numbers of the example when it is sent back', async () => {
  const query = 'model=3&price=steps&growth=25&leaves=true&lang=nb';
  const example = readFinancingModels.reply.parse((await app.inject(`${address}?${query}`)).json());
  for (const format of ['csv', 'csv-excel', 'xlsx']) {
    const { rawPayload, headers, statusCode } = await file(`format=${format}&lang=nb`);
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toContain('samblikk-product-accounts-invented');
    const own = await tried({ file: rawPayload.toString('base64') }, query);
    expect(own.invented).toBe(false);
    expect(numbersOf(own)).toEqual(numbersOf(example));
    // What was read is given back, to be changed and tried again.
    expect(numbersOf(await tried({ accounts: own.lines ?? '' }, query))).toEqual(numbersOf(example));
  }
});

test('written in each language the list is read back as it was', () => {
  for (const language of ['nb', 'nn', 'en'] as const) {
    const read = readAccounts(accountsLines(exampleAccounts, exampleAssumptions, language));
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(read.assumptions.frameGrowth).toBe(exampleAssumptions.frameGrowth);
    expect(read.assumptions.addedByDevelopment).toBe(exampleAssumptions.addedByDevelopment);
    for (const [at, product] of exampleAccounts.products.entries()) {
      const { costs, income, indicators, drivers, steps, pricedToday, uses } = read.accounts.products[at] ?? product;
      expect({ costs, income, indicators, drivers, steps, pricedToday, uses }).toEqual({
        ...{ costs: product.costs, income: product.income, indicators: product.indicators, drivers: product.drivers },
        ...{ steps: product.steps, pricedToday: product.pricedToday, uses: product.uses },
      });
      expect(read.assumptions.growth[`product-${at + 1}`]).toBe(exampleAssumptions.growth[product.id]);
    }
  }
});

test('a small list as one would type it, worked out by hand', async () => {
  const { years, owners, accounts } = await tried(
    {
      accounts: `${head}Skjema;Kostnad;Variabel drift;2025;1,2 mill\nSkjema;kostnad;Fast drift;2025;800 000\nSkjema;Inntekt;Ramme;2025;500000
Skjema;Bruk;Etat A;2025;300\nSkjema;Bruk;Etat B;;100\n;Vekst i rammen (% i året);;;2,5\n`,
    },
    'model=2&price=perUse&lang=nb',
  );
  // Variable operation is shared by use, 3 to 1; the frame pays fixed operation as far as it goes.
  expect(owners.map(({ label, bills }) => [label, bills[0]])).toEqual([
    ['Etat A', 900_000],
    ['Etat B', 300_000],
  ]);
  expect(years[0]).toMatchObject({ cost: 2_000_000, serviceOwners: 1_200_000, central: 512_500, gap: 287_500 });
  expect(accounts.assumptions.frameGrowth).toBe(2.5);
});

test('every line that is not understood is told with its row and what to write, in the language asked for', async () => {
  expect(await faultsOf('a;b;År\n1;2;3\n')).toEqual([expect.stringContaining('Produkt, Hva, Av, År, Tall')]);
  const told = await faultsOf(
    `${head}X;Gevinst;;2025;1\nX;Kostnad;Strøm;2025;1\nX;Kostnad;Fast drift;;1\nX;Kostnad;Fast drift;25;1\nX;Kostnad;Fast drift;2025;mye
;Kostnad;Fast drift;2025;1\nX;Bruk;;2025;1\nX;Bruk;A;2025;5\nX;Bruk;A;2025;6\nX;Antall;Transaksjoner;2025;7\nX;Følger brukere (%);Fast drift;;101
X;Vekst i bruk (% i året);;;900\nX;Trinn fra;2;;4\nX;Inntekt;Gave;2025;1\nX;Pris i dag;Gratis;;\n`,
  );
  expect(
    told.filter((text: string) => text.startsWith('Rad')).map((text: string) => Number(text.split(/\D+/)[1])),
  ).toEqual(expect.arrayContaining([2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 15, 16]));
  expect(told.join('\n')).toContain('«Strøm» finnes ikke. Velg mellom Fast drift, Variabel drift');
  expect(told.join('\n')).toContain('X: listen sier 7 for transaksjoner, men bruken gir 5.');
  expect(told.join('\n')).toContain('det første trinnet må begynne på 1');
  expect(told.join('\n')).not.toMatch(/[{}]|undefined/);
  expect(await faultsOf(`${head}X;Kostnad;Fast drift;2025;1\n`, 'lang=en')).toEqual([
    'The list does not say who uses the products. Write a line with use for each service owner.',
  ]);
});

test('limits hold, files of other kinds are refused in words, and nothing else than a list or a file is taken', async () => {
  const lines = (count: number, line: (at: number) => string) =>
    head + Array.from({ length: count }, (_, at) => line(at)).join('\n');
  expect((await faultsOf(lines(31, (at) => `P${at};Bruk;A;2025;1`))).join()).toContain('høyst 30 produkter');
  expect((await faultsOf(lines(301, (at) => `P;Bruk;A${at};2025;1`))).join()).toContain('høyst 300 tjenesteeiere');
  expect((await faultsOf(lines(11, (at) => `P;Kostnad;Fast drift;${2010 + at};1`))).join()).toContain('høyst 10 år');
  const steps = lines(51, (at) => `P;Trinn fra;${at + 1};;1`);
  expect((await faultsOf(`${steps}\nP;Kostnad;Fast drift;2025;1\nP;Bruk;A;2025;1`)).join()).toContain('høyst 50 trinn');
  const picture = await send({ file: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64') });
  expect([picture.statusCode, picture.json().code]).toEqual([422, 'fileAtFault']);
  for (const payload of [{}, { accounts: '' }, { file: 'ikke base64' }, { accounts: 'x'.repeat(500_001) }])
    expect((await send(payload)).statusCode, JSON.stringify(payload).slice(0, 40)).toBe(400);
});

test('a page without script posts its form and gets a file that says whose the numbers are', async () => {
  const { body } = await file('lang=nb');
  const reply = await app.inject({
    ...{ method: 'POST', url: `${address}?format=csv&lang=nb&model=2` },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ accounts: body }).toString(),
  });
  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.headers['content-disposition']).toContain('samblikk-financing-models.csv');
  expect(reply.body).toContain('verken har kontrollert eller tatt vare på');
  expect(reply.body).not.toContain('Oppdiktet');
});
