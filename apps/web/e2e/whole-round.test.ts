import type { ReplyAt } from '@samblikk/contract/client';
import type { Answers, Question } from '@samblikk/questionnaire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs as sessionOf } from '../../api/src/access/auth/testing.ts';
import { import2019 } from '../../api/src/demo/import-2019.ts';
import { freezeRound } from '../../api/src/releases/index.ts';
import { completeAnswers } from '../../api/src/responses/testing.ts';
import { populationOf, roundOf } from '../../api/src/rounds/index.ts';
import { addMeasure, answer, edition, fieldOf, pressAt, ready, saved, signInAs, writeAt } from './answering.ts';
import { useBrowser } from './browser.ts';
import { startProgram } from './site.ts';
import { call, inspect, orgnrs } from './states.ts';

/**
 * In order: a whole round, from the one of 2019 to two releases beside each other, in a program that has no other. What staff do to
 * the round (make it, open it, write, freeze, publish) is done by the keyboard alone.
 */
let program: Awaited<ReturnType<typeof startProgram>>;
// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser(() => program.url);
const year = 2026;
let ada: Page;
let nora: Page;
let measure = '';
/** The ministry of the agency that answers late. */
let ministry = '';

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

/** Sends what the page of messages shows, which is so many letters. */
async function send(letters: number): Promise<void> {
  await pressAt(ada, ada.getByRole('button', { name: new RegExp(`^Send ${letters} `) }));
  await ada.getByText(/lagt i utboksen/).waitFor();
}

const letters = (kind: string) => call<ReplyAt<'listMessages'>>(ada, 'GET', `/rounds/${year}/messages?kind=${kind}`);

/** Freezes the round, though something is missing. */
async function freeze(number: number, reason: string): Promise<void> {
  await ada.goto(`/runder/${year}/publisering`);
  await ready(ada);
  for (const box of await ada.locator('.checklist input[type=checkbox]').all()) await pressAt(ada, box, 'Space');
  await writeAt(ada, '#reason-nb', reason);
  await pressAt(ada, ada.getByRole('button', { name: 'Lås runden nå' }));
  await pressAt(ada, ada.getByRole('link', { name: `Se utgave ${year}.${number}` }));
  await ada.locator('#publish').waitFor();
}

async function publish(number: number): Promise<void> {
  await ada.goto(`/runder/${year}/utgave/${number}`);
  await ready(ada);
  await pressAt(ada, ada.getByRole('button', { name: `Publiser utgave ${year}.${number}` }));
  await ada.locator('#withdraw').waitFor();
}

/** How many measures of the round the public finds. */
async function register(): Promise<number> {
  const reply = await fetch(`${program.url}/api/v1/register?round=${year}`);
  return ((await reply.json()) as { total: number }).total;
}

/** What anyone downloads of a release, byte for byte. */
const files = (release: number) =>
  Promise.all(
    ['register.csv', 'register.json'].map(async (file) => {
      const reply = await fetch(`${program.url}/api/v1/${file}?round=${year}&release=${release}`);
      expect(reply.status).toBe(200);
      return reply.text();
    }),
  );

/** From the list to the receipt. */
async function sendIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Se over og send inn/ }).click();
  await page.getByRole('button', { name: 'Send inn', exact: true }).click();
  await page.waitForURL(/\/kvittering\//);
}

/** An agency sends in one measure by the API, as somebody there who may. */
async function answerAs(orgnr: string, name: string, more: Answers = {}): Promise<void> {
  const { db } = program;
  const asked = await populationOf(db, (await roundOf(db, year)).id);
  const agency = asked.find((one) => one.orgnr === orgnr)?.agencyId ?? '';
  const { headers } = await sessionOf(db, { roles: [{ role: 'submit', agency }] });
  const ask = async (method: string, path: string, body: unknown, key = {}) => {
    const sent = { ...headers, ...key, 'content-type': 'application/json' };
    const reply = await fetch(`${program.url}/api/v1${path}`, { method, headers: sent, body: JSON.stringify(body) });
    expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
    return (await reply.json()) as { id: string };
  };
  const round = `/agencies/${orgnr}/rounds/${year}`;
  const { id } = await ask('POST', `${round}/measures`, {});
  const changes = { ...completeAnswers, name, ...more };
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
  await writeAt(ada, '#year', String(year));
  const days = { opensAt: 0, deadline: 21, lateUntil: 35, freezeAt: 36, publishAt: 50 };
  for (const [name, from] of Object.entries(days)) await writeAt(ada, `#${name}`, day(from));
  await pressAt(ada, ada.getByRole('button', { name: 'Lag runden' }));
  await ada.waitForURL(/\/virksomheter$/);
  await ready(ada);
  await ada.locator('.population-row').first().waitFor();
  // Two of the 73 have merged with others since; two that are new come instead.
  expect(await asked.count()).toBe(71);
  for (let more = 0; more < 2; more++) await pressAt(ada, '[name=asked]:not(:checked)', 'Space');
  await pressAt(ada, ada.getByRole('button', { name: 'Lagre' }));
  await ada.getByText('Runden spør 73 virksomheter').waitFor();
  await ada.goto(`/runder/${year}`);
  await ready(ada);
  await pressAt(ada, ada.locator('summary', { hasText: 'Åpne runden nå' }));
  await pressAt(ada, ada.getByRole('button', { name: 'Ja, åpne' }));
  await ada.getByText('Runden er åpen.').waitFor();
});

test('all 73 are invited, each at its mailbox, which is seen beforehand; a press again writes to nobody', async () => {
  const population = await call<Followed[]>(ada, 'GET', `/rounds/${year}/population`);
  const agencies = population.map(({ orgnr }) => ({ orgnr, contactEmail: `post@${orgnr}.example` }));
  await call(ada, 'PUT', `/rounds/${year}/population`, { agencies });
  await pressAt(ada, ada.getByRole('link', { name: 'Se hvem som får invitasjonen' }));
  await ada.waitForURL(/meldinger\?type=invitation$/);
  await ready(ada);
  await send(73);
  expect((await letters('invitation')).total).toBe(73);
  await ada.reload();
  expect(await ada.locator('main form[method=post]').count()).toBe(0);
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
  measure = (await addMeasure(nora)).split('/').at(-1) ?? '';
  for (const [index, section] of edition.sections.entries()) {
    await nora.getByRole('heading', { level: 1, name: section.title.nb }).waitFor();
    for (const question of section.questions as readonly Question[])
      if (question.required && !('known' in question || question.showIf)) await answer(nora, question);
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

test('a reminder goes to those who are missing, and to nobody else', async () => {
  await ada.goto(`/runder/${year}/meldinger?type=reminder`);
  await ready(ada);
  await send(6);
  const { messages } = await letters('reminder');
  const population = await call<Followed[]>(ada, 'GET', `/rounds/${year}/population`);
  const missing = population.filter(({ submittedAt }) => submittedAt === null).map(({ orgnr }) => orgnr);
  expect(messages.flatMap(({ agencies }) => agencies.map(({ orgnr }) => orgnr)).sort()).toEqual(missing.sort());
});

test('staff ask about one answer and propose to correct another; the agency answers and accepts', async () => {
  await ada.goto(`/runder/${year}/kvalitet/${measure}`);
  await ready(ada);
  const row = (id: string) => ada.locator(`#svar-${id}`);
  await row('funding').locator('summary', { hasText: 'Spør' }).click();
  await row('funding').getByLabel('Hva vil du spørre virksomheten om?').fill('Er tiltaket finansiert?');
  await row('funding').getByRole('button', { name: 'Send spørsmålet' }).click();
  await ada.getByText('Spørsmålet er sendt.').waitFor();
  await row('totalCost').locator('summary', { hasText: 'Foreslå retting' }).click();
  await fieldOf(ada, 'totalCost').fill('12,5 mill');
  await row('totalCost').getByLabel('Hvorfor?').fill('Etter budsjettet');
  await row('totalCost').getByRole('button', { name: 'Foreslå rettingen' }).click();
  await ada.getByText('Rettingen er foreslått.').waitFor();

  await nora.goto(`/svar/${year}/tiltak/${measure}/kontroll`);
  await ready(nora);
  const asked = nora.locator('section:has(#sporsmal)');
  await asked.locator('summary', { hasText: 'Ja, det stemmer, fordi' }).click();
  await nora.getByLabel('Hva vil dere svare Digdir?').fill('Ja, i budsjettet for neste år.');
  await asked.getByRole('button', { name: 'Send svaret til Digdir' }).click();
  await nora.getByText('Svaret er sendt til Digdir.').waitFor();
  await nora
    .locator('section:has(#rettinger)')
    .getByRole('button', { name: /^Godta/ })
    .click();
  await nora.getByText('Rettingen er godtatt.').waitFor();

  await ada.reload();
  await ready(ada);
  await ada.getByRole('button', { name: /Ferdig med spørsmålet/ }).click();
  await ada.getByText('Spørsmålet er avsluttet.').waitFor();
});

test('the round is frozen as 2026.1 when what is missing is confirmed; statistics have the corrected answer', async () => {
  await freeze(1, 'Første utgave');
  await ada.goto(`/runder/${year}/utgave/1/register?q=${encodeURIComponent('Prøvesvar på name')}`);
  await ada.locator('.measure h3 a').first().click();
  await ada.locator('.highlights').waitFor();
  expect(await ada.locator('main').innerText()).toMatch(/12,5.mill/);
  await ada.goto(`/runder/${year}/utgave/1/tall`);
  await ada.locator('.figure').first().waitFor();
  expect((await ada.request.get(`/api/v1/statistics/${year}/figures`)).status()).toBe(404);
});

test('published, anyone sees it', async () => {
  await publish(1);
  const visitor = await open(`/tall?year=${year}`);
  await visitor.locator('.figure').first().waitFor();
  expect(await register()).toBe(66);
});

test('a late answer makes 2026.2, and nothing of 2026.1 changes', async () => {
  const before = await files(1);
  const [late] = (await call<Followed[]>(ada, 'GET', `/rounds/${year}/population`)).filter(
    ({ submittedAt }) => submittedAt === null,
  );
  await call(ada, 'PUT', `/rounds/${year}`, { state: 'closed' });
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await call(ada, 'PUT', `/agencies/${late?.orgnr}/rounds/${year}/reopening`, { until });
  ministry = late?.ministry ?? '';
  await answerAs(late?.orgnr ?? '', 'Det som kom sent', { phase: 'planning' });
  await freeze(2, 'En virksomhet svarte sent.');
  await publish(2);
  expect(await register()).toBe(67);
  expect(await files(1)).toEqual(before);
  await ada.goto(`/runder/${year}/sammenlign`);
  await ada.getByRole('heading', { name: `Fra utgave ${year}.1 til ${year}.2` }).waitFor();
  await ada.locator('.change-list', { hasText: 'Det som kom sent' }).waitFor();
});

test('the two releases beside each other: one agency and one measure more, and every other measure as it was', async () => {
  await ada.goto(`/runder/${year}/sammenlign?fra=${year}.1&til=${year}.2`);
  await ada.getByText('Det som kom sent').first().waitFor();
  const path = `/rounds/${year}/releases/2/comparison?with=${year}.1`;
  const { before, after, measures, figures } = await call<ReplyAt<'compareReleases'>>(ada, 'GET', path);
  expect([before.answered, after.answered]).toEqual([67, 68]);
  expect([before.measures, after.measures]).toEqual([66, 67]);
  expect(measures.map(({ change, title }) => [change, title])).toEqual([['added', 'Det som kom sent']]);
  // What that one measure says is what the figures have more of; what it says nothing of is as it was.
  const cellsOf = (id: string) => figures.find((figure) => figure.id === id)?.cells ?? [];
  const changed = (id: string) =>
    cellsOf(id).flatMap(({ labels, difference }) => (difference === 0 ? [] : [[labels[0]?.nb, difference]]));
  const { ministries } = await call<ReplyAt<'readStart'>>(ada, 'GET', `/rounds/${year}/start`);
  expect(changed('measures-per-ministry')).toEqual([[ministries.find(({ code }) => code === ministry)?.name.nb, 1]]);
  expect(changed('phases')).toEqual([['Planlegging', 1]]);
  expect(cellsOf('funding').length).toBeGreaterThan(1);
  expect(changed('funding')).toEqual([]);
  const visitor = await open('/om-dataene');
  await visitor.getByText(`${year}.2`).first().waitFor();
});

test('years later its letters are due, and are erased by a press; figures and files are as they were', async () => {
  const before = await files(2);
  await program.db.execute(
    `update mail set created_at = created_at - interval '3 years', sent_at = coalesce(sent_at, created_at)`,
  );
  const act = (page: Page) => page.getByText(/Slett nå|Slett no|Erase now/).click();
  await inspect(ada, { path: '/oppbevaring', shows: '.confirm-box', act });
  await ada.setViewportSize({ width: 1280, height: 900 });
  await ada.goto('/oppbevaring');
  await ready(ada);
  await ada.getByText(`${year}: Når to senere runder er avsluttet`).waitFor();
  const due = await ada.locator('section[aria-labelledby=due] li').innerText();
  const rows = Number(/^Mottaker og tekst i brev: (\d+) rader$/.exec(due)?.[1]);
  expect(rows).toBeGreaterThan(73);
  await ada.locator('summary', { hasText: 'Slett nå' }).click();
  await ada.getByRole('button', { name: 'Ja, slett' }).click();
  await ada.getByText(`Slettet i ${rows} rader.`).waitFor();
  await ada.getByText('Ingenting er klart til å slettes nå.').waitFor();
  await ada.goto(`/runder/${year}/meldinger?type=invitation`);
  expect(await ada.locator('main').innerText()).not.toContain('@');
  expect((await letters('invitation')).total).toBe(73);
  expect(await files(2)).toEqual(before);
});
