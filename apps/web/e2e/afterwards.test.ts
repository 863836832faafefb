import { buffer } from 'node:stream/consumers';
import type { Submission } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMeasure, edition, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { call, complete, measureWith, orgnrs, responseOf, withdraw, write, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();
const orgnr = orgnrs.skatteetaten;
const hub = `/svar/${year}?virksomhet=${orgnr}`;

async function signedIn(name: string): Promise<Page> {
  const tab = await open('/svar');
  await signInAs(tab, name);
  return tab;
}

/** What a link leads to, as the browser saves it. */
async function downloaded(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await buffer(await download.createReadStream()) };
}

test('after the end: the agency asks for more time, staff give it, and the agency answers', async () => {
  const [skjalg, ada] = [await signedIn('Skjalg Skattem'), await signedIn('Ada Admin')];
  const setRound = (state: 'open' | 'closed') => call(ada, 'PUT', `/rounds/${year}`, { state });
  await setRound('closed');
  try {
    await skjalg.goto(hub);
    await ready(skjalg);
    await skjalg.getByText('Runden er lukket. Svarene kan leses, men ikke endres.').waitFor();
    expect(await skjalg.getByRole('button', { name: 'Legg til tiltak' }).count()).toBe(0);
    await skjalg.getByLabel('Hvorfor trenger dere å svare etter at runden er lukket?').fill('Et tiltak ble glemt.');
    await skjalg.getByRole('button', { name: 'Be om mer tid' }).click();
    await skjalg.getByText(/^Skjalg Skattem ba om mer tid .*\.$/).waitFor();
    expect(await skjalg.getByRole('button', { name: 'Be om mer tid' }).count()).toBe(0);

    await ada.goto(`/runder/${year}`);
    await ready(ada);
    const asked = ada.locator('.measure-card', { hasText: 'Et tiltak ble glemt.' });
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const grant = asked.getByRole('button', { name: /^Åpne runden for virksomheten/ });
    await grant.click();
    await asked.getByText('Skriv en dato.', { exact: true }).waitFor();
    await asked.getByLabel('Siste dag å svare').fill(day.split('-').reverse().join('.'));
    await grant.click();
    await ada.getByRole('status').getByText('Runden er åpnet for virksomheten.').waitFor();
    await asked.getByText(/^Runden er åpen for virksomheten til/).waitFor();
    await expect.poll(() => asked.getByRole('button').count()).toBe(0);

    await skjalg.reload();
    await ready(skjalg);
    await skjalg.getByText(/^Runden er åpen for virksomheten til .*23[:.]59/).waitFor();
    const measure = (await addMeasure(skjalg)).split('/').at(-1) ?? '';
    await skjalg.locator(`[id="${edition.roles.title}"]`).waitFor();
    await write(skjalg, edition.roles.title, 'Det som ble glemt');
    await saved(skjalg);
    const { measures } = await responseOf(skjalg, orgnr);
    expect(measures.find(({ id }) => id === measure)?.title).toBe('Det som ble glemt');
    await withdraw(skjalg, measure);

    // For that agency alone.
    const nora = await open('/svar');
    await signInAs(nora, 'Nora Navarsete');
    await nora.getByText('Runden er lukket. Svarene kan leses, men ikke endres.').waitFor();
  } finally {
    await setRound('open');
  }
});

describe('the receipt', () => {
  let skjalg: Page;
  let receipt: string;
  const added: string[] = [];

  beforeAll(async () => {
    skjalg = await signedIn('Skjalg Skattem');
    added.push(await measureWith(skjalg, orgnr, { ...complete, name: 'Tiltak til kvitteringen' }));
    const headers = { 'idempotency-key': `afterwards-${Date.now()}` };
    const path = `/agencies/${orgnr}/rounds/${year}/submissions`;
    ({ receipt } = await call<Submission>(skjalg, 'POST', path, { nothingToReport: false }, headers));
    await skjalg.goto(`/svar/${year}/kvittering/${receipt}?virksomhet=${orgnr}`);
    await ready(skjalg);
  });
  afterAll(async () => {
    for (const id of added) await withdraw(skjalg, id);
  });

  test('comes as a PDF', async () => {
    const { name, content } = await downloaded(skjalg, 'Last ned kvitteringen som PDF');
    expect(name).toMatch(/\.pdf$/);
    expect(name).toContain(receipt);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.length).toBeGreaterThan(5000);
  });

  test('is sent by e-mail to the one who asks, with the reference in it', async () => {
    await skjalg.getByRole('button', { name: 'Send kvitteringen på e-post' }).click();
    await skjalg.getByRole('status').getByText('Kvitteringen er på vei til e-postadressen din.').waitFor();
    await expectAccessible(skjalg);
    const box = await open('/dev/mail');
    const letter = box.locator('article', { hasText: 'skjalg.skattem@skatteetaten.example' }).first();
    expect(await letter.innerText()).toContain(receipt);
  });

  test('has the agency’s own measures beside it, as files', async () => {
    const { measures } = await responseOf(skjalg, orgnr);
    const csv = await downloaded(skjalg, 'CSV');
    expect(csv.name).toMatch(/\.csv$/);
    const text = csv.content.toString();
    expect(text).toContain('Tiltak til kvitteringen');
    for (const { number } of measures) expect(text).toContain(number);
    const xlsx = await downloaded(skjalg, 'XLSX');
    expect(xlsx.name).toMatch(/\.xlsx$/);
    expect(xlsx.content.subarray(0, 2).toString()).toBe('PK');
    const json = JSON.parse((await downloaded(skjalg, 'JSON')).content.toString()) as {
      measures: { number: string }[];
    };
    expect(json.measures.map(({ number }) => number).sort()).toEqual(measures.map(({ number }) => number).sort());
  });
});
