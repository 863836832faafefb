import type { ReplyAt } from '@samblikk/contract/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs as sessionOf } from '../../api/src/access/auth/testing.ts';
import { import2019 } from '../../api/src/demo/import-2019.ts';
import { freezeRound } from '../../api/src/releases/index.ts';
import { completeAnswers } from '../../api/src/responses/testing.ts';
import { populationOf, roundOf } from '../../api/src/rounds/index.ts';
import { addMeasure, answer, edition, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { startProgram } from './site.ts';
import { call, orgnrs } from './states.ts';

/** In order: a whole round, from the one of 2019 to two releases beside each other, in a program that has no other. */
let program: Awaited<ReturnType<typeof startProgram>>;
// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser(() => program.url);
const year = 2026;
let ada: Page;
let nora: Page;

beforeAll(async () => {
  program = await startProgram({}, false);
  const { db } = program;
  await import2019(db, 'system:test');
  await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date() });
  ada = await open('/runder');
  await signInAs(ada, 'Ada Admin');
});
afterAll(() => program?.stop());

const inBrowser: readonly string[] = [orgnrs.digdir, orgnrs.nav, orgnrs.skatteetaten];

type Followed = ReplyAt<'readPopulation'>[number];

async function signedIn(name: string): Promise<Page> {
  const page = await open('/svar');
  await signInAs(page, name);
  return page;
}

/** From the list to the receipt. */
async function sendIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Se over og send inn/ }).click();
  await page.getByRole('button', { name: 'Send inn', exact: true }).click();
  await page.waitForURL(/\/kvittering\//);
}

/** An agency sends in one measure by the API, as somebody there who may. */
async function answerAs(orgnr: string, name: string): Promise<void> {
  const { db } = program;
  const asked = await populationOf(db, (await roundOf(db, year)).id);
  const agency = asked.find((one) => one.orgnr === orgnr)?.agencyId ?? '';
  const { headers } = await sessionOf(db, { roles: [{ role: 'submit', agency }] });
  const ask = async (method: string, path: string, body: unknown, more = {}) => {
    const sent = { ...headers, ...more, 'content-type': 'application/json' };
    const reply = await fetch(`${program.url}/api/v1${path}`, { method, headers: sent, body: JSON.stringify(body) });
    expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
    return (await reply.json()) as { id: string };
  };
  const round = `/agencies/${orgnr}/rounds/${year}`;
  const { id } = await ask('POST', `${round}/measures`, {});
  const changes = { ...completeAnswers, name };
  await ask('PUT', `/measures/${id}/answers/2026`, { year, basedOn: 0, changes });
  await ask('POST', `${round}/submissions`, { nothingToReport: false }, { 'idempotency-key': `whole-round-${orgnr}` });
}

/** A day so many days from now, as it is typed. */
const day = (days: number) => {
  const [y, m, d] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${Number(d)}.${Number(m)}.${y}`;
};

const asked = { count: () => ada.locator('[name=asked]:checked').count() };

test('a round is made from the one of 2019 and asks the same 73 agencies', async () => {
  await ada.goto('/runder/ny');
  await ready(ada);
  await ada.locator('#year').fill(String(year));
  const days = { opensAt: 0, deadline: 21, lateUntil: 35, freezeAt: 36, publishAt: 50 };
  for (const [name, from] of Object.entries(days)) await ada.locator(`#${name}`).fill(day(from));
  await ada.getByRole('button', { name: 'Lag runden' }).click();
  await ada.waitForURL(/\/virksomheter$/);
  await ready(ada);
  // Two of the 73 have merged with others since; two that are new come instead.
  expect(await asked.count()).toBe(71);
  for (let more = 0; more < 2; more++) await ada.locator('[name=asked]:not(:checked)').first().check();
  await ada.getByRole('button', { name: 'Lagre' }).click();
  await ada.getByText('Runden spør 73 virksomheter').waitFor();
  await ada.goto(`/runder/${year}`);
  await ready(ada);
  await ada.locator('summary', { hasText: 'Åpne runden nå' }).click();
  await ada.getByRole('button', { name: 'Ja, åpne' }).click();
  await ada.getByText('Runden er åpen.').waitFor();
});

test('64 agencies answer by the API and three in the browser: 92 % of 73', async () => {
  const population = await call<Followed[]>(ada, 'GET', `/rounds/${year}/population`);
  const others = population.filter(({ orgnr }) => !inBrowser.includes(orgnr));
  expect(others).toHaveLength(70);
  for (const { orgnr } of others.slice(0, 64)) await answerAs(orgnr, `Tiltak hos ${orgnr}`);

  // One has nothing to report, one a new measure, one a measure of last time that still holds.
  const sander = await signedIn('Sander Sender');
  await sander.getByRole('link', { name: 'Vi har ingen tiltak å melde' }).click();
  await sander.getByRole('button', { name: /^Send inn/ }).click();
  await sander.waitForURL(/\/kvittering\//);

  nora = await signedIn('Nora Navarsete');
  await addMeasure(nora);
  for (const [index, section] of edition.sections.entries()) {
    await nora.getByRole('heading', { level: 1, name: section.title.nb }).waitFor();
    for (const question of section.questions)
      if ('required' in question && question.required && !('known' in question || 'showIf' in question))
        await answer(nora, question);
    await saved(nora);
    const next = edition.sections[index + 1];
    await nora.getByRole('button', { name: next ? `Neste: ${next.title.nb}` : 'Kontroller svarene' }).click();
  }
  await nora.getByText('Tiltaket er klart').waitFor();
  await nora.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await sendIn(nora);

  const skjalg = await signedIn('Skjalg Skattem');
  await skjalg
    .getByRole('button', { name: /^Ny fase eller endret – oppdater/ })
    .first()
    .click();
  await skjalg.getByRole('button', { name: /Ja, svarene fra 2019 stemmer fortsatt/ }).click();
  await saved(skjalg);
  await skjalg.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  await sendIn(skjalg);

  await ada.goto('/runder');
  await ada
    .locator('.measure-card', { hasText: `${year}` })
    .getByText('67 av 73 virksomheter har svart (92 %)')
    .waitFor();
});
