import { buffer } from 'node:stream/consumers';
import type { RegisterList, RegisterMeasure } from '@samblikk/contract/client';
import { formatMoment, prefixes } from '@samblikk/text';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ready, signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { call, inspect, unfold, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

/** In order: the round is frozen, the release is seen by staff, scheduled, published, made anew without a measure, and withdrawn. */
let ada: Page;
const round = `/runder/${year}/publisering`;
const release = `/runder/${year}/utgave/1`;
const withdrawn = `/runder/${year}/tilbaketrukket`;
const why = 'Svarene slik de var da fristen gikk ut.';
const whyInEnglish = 'The first release of this year.';
const reason = { nb: 'Kostnadene er feil.', nn: 'Kostnadene i utgåva er feil.', en: 'The costs are wrong.' };
const taken = { nb: 'Navn på en person.', nn: 'Namnet på ein person.', en: 'The name of a person.' };
type Reason = typeof reason;
interface Frozen {
  name: string;
  number: number;
  publication: string;
  dataAsOf: string;
  reason: string | null;
}
const releases = () => call<Frozen[]>(ada, 'GET', `/rounds/${year}/releases`);
const fillReason = async (texts: Reason) => {
  for (const [language, text] of Object.entries(texts)) await ada.locator(`#reason-${language}`).fill(text);
};
/** The form of a release's page that makes the draft of its report, of one figure: gives the file of a format. */
async function reportForm(page: string, figure: string) {
  await ada.goto(page);
  await ready(ada);
  const form = ada.locator('.report-form');
  for (const chosen of await form.locator('input[type=checkbox]').all()) await chosen.uncheck();
  await form.locator(`#report-${figure}`).check();
  return async (format: string, language: string) => {
    await form.getByLabel('Filformat').selectOption(format);
    await form.getByLabel('Språk').selectOption(language);
    const [download] = await Promise.all([ada.waitForEvent('download'), form.getByRole('button').click()]);
    return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
  };
}
/** How far a measure's first and newest estimates are from each other, in kroner. */
const spread = ({ estimates }: RegisterMeasure) =>
  estimates === null ? 0 : Math.abs(estimates.latest.kroner - estimates.first.kroner);
/** Opens everything of a kind that is folded. */
const unfoldAll = (selector: string) => async (page: Page) => {
  for (let folded = page.locator(`${selector}:not([open]) > summary`); (await folded.count()) > 0; )
    await folded.first().click();
};

beforeAll(async () => {
  ada = await open('/svar');
  await signInAs(ada, 'Ada Admin');
});
// Other stories find the newest public release as it was.
afterAll(async () => {
  for (const { number, publication } of await releases())
    if (publication === 'published') await call(ada, 'POST', `/rounds/${year}/releases/${number}/withdraw`, { reason });
});

test('a text is held against the release of 2019: what is wrong in it is told, with what the release says', async () => {
  const text =
    '56 prosent av de 432 tiltakene koster under 10 mill. kroner. 301 av 418 tiltak har finansiering. 40 vafler.';
  const file = { name: 'notat.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  const act = async (page: Page) => {
    await page.locator('#file').setInputFiles(file);
    await page.locator('.text-check button').click();
    await page.locator('.text-findings li', { hasText: '317' }).waitFor();
    await unfoldAll('main .ds-details')(page);
  };
  await inspect(ada, { path: '/runder/2019/utgave/1/kontroll', act, shows: '.text-findings li' });
});

test('what is open is said before the round is frozen, with numbers and names, and where it is mended', async () => {
  const concerns = await call<{ notSubmitted: { orgnr: string; name: { nb: string } }[] }>(
    ada,
    'GET',
    `/rounds/${year}/freeze`,
  );
  const act = unfoldAll('.checklist details');
  await inspect(ada, { path: round, act, shows: '.checklist li a' });
  await ada.goto(round);
  await ready(ada);
  await act(ada);
  const point = ada.locator('.check-point', { hasText: 'har ikke sendt inn' });
  expect(await point.innerText()).toContain(`${concerns.notSubmitted.length} virksomheter har ikke sendt inn`);
  const links = point.locator('li a');
  expect(await links.allInnerTexts()).toEqual(concerns.notSubmitted.map(({ name }) => name.nb));
  expect(await links.first().getAttribute('href')).toContain(concerns.notSubmitted[0]?.orgnr);
  // Nine things are looked at; what is in order is said to be.
  expect(await ada.locator('.check-point').count()).toBe(9);
  expect(await ada.locator('.check-point .ds-tag', { hasText: 'I orden' }).count()).toBeGreaterThan(0);
});

test('it is not frozen before each of it is confirmed', async () => {
  const press = () => ada.getByRole('button', { name: 'Lås runden nå' }).click();
  await press();
  const asked = ada.locator('.checklist input[type=checkbox]');
  expect(await ada.locator('.checklist .ds-validation-message').count()).toBe(await asked.count());
  await expectAccessible(ada);
  expect(await releases()).toEqual([]);
  for (const box of await asked.all()) await box.check();
  await ada.locator('#reason-nb').fill(why);
  await ada.locator('#reason-en').fill(whyInEnglish);
  await press();
  await ada.getByRole('link', { name: `Se utgave ${year}.1` }).click();
  await ada.locator('#publish').waitFor();
  expect(await releases()).toMatchObject([{ number: 1, publication: 'held', reason: { nb: why, en: whyInEnglish } }]);
});

test('the public sees nothing of it yet', async () => {
  const visitor = await open('/');
  for (const path of [`/tall?year=${year}`, `/register?round=${year}&release=1`, `/${year}.1`])
    expect((await visitor.goto(path))?.status(), path).toBe(404);
  await visitor.goto(`${release}/tall`);
  expect(visitor.url()).not.toContain(release);
});

test('the release is seen by staff, in three languages, with the moment its data are as of', async () => {
  await inspect(ada, { path: release, shows: '#publish' });
  const [newest] = await releases();
  await ada.goto(release);
  const asOf = ada.locator('.known-facts > div', { hasText: 'Data per' }).locator('dd');
  expect(await asOf.innerText()).toBe(formatMoment(newest?.dataAsOf ?? '', 'nb'));
});

test('the draft of its report is made from its page, of the figures chosen there', async () => {
  const draft = await (await reportForm(release, 'funding'))('html', 'nn');
  expect(draft.name).toBe(`samblikk-rapport-${year}-1-nn.html`);
  const html = strFromU8(draft.bytes);
  expect(html).toContain('<html lang="nn-NO">');
  const captions = [...html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gs)].map(([, caption]) => caption);
  expect(captions).toEqual([expect.stringContaining('Har tiltaket finansiering?')]);

  // The note of 2019 says the same of the same release.
  const of2019 = await reportForm('/runder/2019/utgave/1', 'cost-bands');
  const docx = await of2019('docx', 'nb');
  const body = strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array());
  expect(body.replaceAll(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')).toContain(
    '56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, koster under 10 mill. kroner.',
  );
  const pdf = await of2019('pdf', 'nb');
  expect(pdf.name).toBe('samblikk-rapport-2019-1-nb.pdf');
  expect(strFromU8(pdf.bytes.subarray(0, 5))).toBe('%PDF-');
});

test.each([
  ['tall', '.figure'],
  ['tall/tabell?rows=phase&columns=funding', '.chart-wide svg'],
  ['register', '.measure'],
  ['forside', '#key-figures'],
  ['om-dataene', '#utgaver'],
  ['endringer', '#why'],
])('staff see its %s as it will be', async (path, shows) => {
  for (const prefix of Object.values(prefixes)) {
    await ada.setViewportSize({ width: 1280, height: 900 });
    const reply = await ada.goto(`${prefix}${release}/${path}`);
    expect(reply?.headers()['cache-control']).toContain('no-store');
    await ada.locator(shows).first().waitFor();
    // The form of a table stands at the year that is shown, though it is not public yet.
    for (const chosen of await ada.locator('select[name=year]').all())
      expect(await chosen.inputValue()).toBe(String(year));
    expect(await ada.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    await expectAccessible(ada);
    await ada.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(ada);
  }
});

test('numbers of a figure lead to the measures of the release, and those to their pages', async () => {
  await ada.goto(`${release}/tall`);
  // All of a demonstration is made up, which is said once on the page.
  expect(await ada.locator('.notice', { hasText: 'demonstrasjon' }).count()).toBe(1);
  expect(await ada.locator('.figure-notes', { hasText: 'demonstrasjon' }).count()).toBe(0);
  const number = ada.locator('#phases td.number a').first();
  const count = Number(await number.innerText());
  await number.click();
  await ada.waitForURL((url) => url.pathname === `${release}/register`);
  const text = await ada.locator('.register-head').innerText();
  const told = [...text.matchAll(/(\d+) (?:tiltak|unntatt)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  expect(told).toBe(count);
  await ada.locator('.measure h3 a').first().click();
  await ada.waitForURL((url) => url.pathname.startsWith(`${release}/tiltak/`));
  await ada.locator('.highlights').waitFor();
  await expectAccessible(ada);
});

test('a moment is set for it, changed and taken back; what is no moment is said at its field', async () => {
  await ada.goto(release);
  await ready(ada);
  await ada.locator('#day').fill('1.2.2020');
  await ada.locator('#clock').fill('ni');
  const set = () => ada.getByRole('button', { name: 'Publiser på dette tidspunktet' }).click();
  await set();
  expect(await ada.locator('.publish-when .ds-validation-message').count()).toBe(2);
  await expectAccessible(ada);
  await ada.locator('#day').fill('29.3.2099');
  await ada.locator('#clock').fill('9.30');
  await set();
  await ada.getByRole('button', { name: 'Lagre det nye tidspunktet' }).waitFor();
  // The clocks go forward that night: summer time in the morning.
  expect(await releases()).toMatchObject([{ publication: 'scheduled', publishAt: '2099-03-29T07:30:00.000Z' }]);
  expect(await ada.locator('.hub-head .lead').innerText()).toContain('29. mars 2099 kl. 09:30');
  await inspect(ada, { path: release, shows: '#clock' });
  await ada.goto(release);
  await ready(ada);
  await ada.locator('#clock').fill('10:00');
  await ada.getByRole('button', { name: 'Lagre det nye tidspunktet' }).click();
  await ada.locator('.hub-head .lead', { hasText: 'kl. 10:00' }).waitFor();
  await ada.getByRole('button', { name: 'Ikke publiser av seg selv' }).click();
  await ada.getByRole('button', { name: 'Publiser på dette tidspunktet' }).waitFor();
  expect(await releases()).toMatchObject([{ publication: 'held' }]);
});

test('once it is published everyone reads what it is and why, without a script', async () => {
  await ada.goto(release);
  await ready(ada);
  await ada.getByRole('button', { name: `Publiser utgave ${year}.1` }).click();
  await ada.locator('#withdraw').waitFor();
  const visitor = await open('/');
  for (const prefix of Object.values(prefixes)) {
    await visitor.goto(`${prefix}/om-dataene`);
    await visitor.locator(`a[href="${prefix}/${year}.1"]`).click();
    await visitor.getByText(prefix === prefixes.en ? whyInEnglish : why).waitFor();
    expect(await visitor.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    await expectAccessible(visitor);
    await visitor.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(visitor);
  }
});

test('a measure of several years tells its life: phase, funding and cost of each, the first and the newest estimate', async () => {
  const visitor = await open('/');
  const get = async <T>(path: string) => (await visitor.request.get(`/api/v1/${path}`)).json() as Promise<T>;
  const { items } = await get<RegisterList>(`register?round=${year}&size=100`);
  const lives: RegisterMeasure[] = [];
  for (const { number } of items) lives.push(await get<RegisterMeasure>(`register/${number}`));
  const several = lives.filter(({ history, estimates }) => history.length > 1 && estimates !== null);
  const [measure] = several.toSorted((a, b) => spread(b) - spread(a));
  if (!measure?.estimates) throw new Error('No measure is public in several years.');
  const { number, history, events } = measure;
  const page = `/tiltak/${number}`;
  for (const [language, prefix] of Object.entries(prefixes)) {
    await visitor.setViewportSize({ width: 1280, height: 900 });
    await visitor.goto(prefix + page);
    const said = await get<RegisterMeasure>(`register/${number}?lang=${language}`);
    const moments = visitor.locator('section[aria-labelledby=timeline] .timeline > li');
    expect(await moments.count()).toBe(history.length + events.length);
    const costs = await visitor.locator('.timeline-costs > p').first().innerText();
    for (const { year: of, text } of [said.estimates?.first, said.estimates?.latest].filter((one) => one != null)) {
      expect(costs).toContain(String(of));
      expect(costs.replace(/\s/g, ' ')).toContain(text.replace(/\s/g, ' '));
    }
    for (const { year: of, facts } of said.history) {
      const told = moments.filter({ has: visitor.locator(`h3 a[href="${prefix}${page}?round=${of}"]`) });
      const words = (await told.locator('.timeline-facts').innerText()).replace(/\s+/g, ' ');
      expect(facts.map(({ question }) => question)).toEqual(expect.arrayContaining(['phase', 'funding']));
      for (const { label, text } of facts) {
        expect(words).toContain(label);
        if (text !== null) expect(words).toContain(text.replace(/\s+/g, ' '));
      }
    }
    await expectAccessible(visitor);
    await expectNoSidewaysScroll(visitor);
    await visitor.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(visitor);
  }
  // Each year leads to the page as it was then, and back.
  for (const { year: of } of [...history, ...history.slice(0, 1)]) {
    await visitor.locator(`.timeline h3 a[href$="?round=${of}"]`).click();
    await visitor.waitForURL((url) => url.pathname.endsWith(page) && url.search === `?round=${of}`);
    expect(await visitor.locator('.timeline h3 a[aria-current]').allInnerTexts()).toEqual([String(of)]);
    await expectNoSidewaysScroll(visitor);
  }
});

test('one measure is withdrawn: its page says who, when and why, and a new release is without it', async () => {
  const visitor = await open(`/register?round=${year}`);
  const link = visitor.locator('.measure h3 a').first();
  const number = /\d{4}-\d+/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? '';
  await ada.goto(`${release}/tiltak/${number}`);
  await ada.getByRole('link', { name: 'Trekk tiltaket tilbake …' }).click();
  await ready(ada);
  expect(await ada.locator('#number').inputValue()).toBe(number);
  await ada.getByRole('button', { name: 'Trekk tiltaket tilbake nå' }).click();
  expect(await ada.locator('.confirm-box .ds-validation-message').count()).toBe(3);
  await expectAccessible(ada);
  await fillReason(taken);
  await ada.getByRole('button', { name: 'Trekk tiltaket tilbake nå' }).click();
  await ada.getByText(`Tiltak ${number} er trukket tilbake. Utgave ${year}.2 gjelder nå.`).waitFor();
  await inspect(ada, { path: withdrawn, shows: '.withdrawal-reason' });

  for (const [language, prefix] of Object.entries(prefixes)) {
    const reply = await visitor.goto(`${prefix}/tiltak/${number}?round=${year}`);
    expect(reply?.status()).toBe(410);
    expect(await visitor.locator('main').innerText()).toContain('Digdir');
    expect(await visitor.locator('h1').innerText()).toContain(number);
    expect(await visitor.locator('.withdrawal-reason').innerText()).toBe(taken[language as keyof Reason]);
    await expectAccessible(visitor);
  }
  const file = await visitor.request.get(`/api/v1/register.csv?round=${year}`);
  expect(file.status()).toBe(200);
  expect(await file.text()).not.toContain(number);

  // The two releases beside each other, as staff find them from the release.
  await ada.goto(`/runder/${year}/utgave/2`);
  await ada.locator('.change-list', { hasText: number }).waitFor();
  await ada.getByRole('link', { name: 'Sammenlign utgavene, også figurene' }).click();
  await ada.getByRole('heading', { name: `Fra utgave ${year}.1 til ${year}.2` }).waitFor();
  const measures = ada.locator('.compared').first().locator('tbody tr').first();
  const [, before, after, difference] = (await measures.locator('th, td').allInnerTexts()).map((text) => text.trim());
  expect([Number(after) - Number(before), difference]).toEqual([-1, '−1']);
  const act = unfoldAll('.change-group');
  await inspect(ada, { path: `/runder/${year}/sammenlign?fra=${year}.1&til=${year}.2`, act, shows: '.compared' });
  await inspect(ada, { path: `/runder/${year}/sammenlign?fra=2019.1&til=${year}.2`, shows: '.compared' });

  await ada.goto(withdrawn);
  await ready(ada);
  await ada.locator('.decide > summary').click();
  await ada.locator('.decide button').click();
  await ada.getByText(`Tiltak ${number} er offentlig igjen i utgave ${year}.3.`).waitFor();
  expect((await visitor.goto(`/tiltak/${number}?round=${year}`))?.status()).toBe(200);
});

test('it is withdrawn with a reason that stays at its addresses', async () => {
  const newest = `/runder/${year}/utgave/3`;
  await inspect(ada, { path: newest, act: unfold('#withdraw ~ details'), shows: '#reason-nb' });
  await ada.goto(newest);
  await ready(ada);
  await ada.locator('#withdraw ~ details > summary').click();
  await fillReason(reason);
  await ada.getByRole('button', { name: 'Trekk utgaven tilbake' }).click();
  await ada.locator('.withdrawal-reason').waitFor();
  await inspect(ada, { path: newest, shows: '.withdrawal-reason' });
  await inspect(ada, { path: round, shows: '#releases' });

  const visitor = await open('/');
  // The release before is the current one again.
  expect((await visitor.goto(`/tall?year=${year}`))?.status()).toBe(200);
  expect(await visitor.locator('main').innerText()).toContain(`${year}.2`);
  await followMeasures(visitor);
  for (const [language, prefix] of Object.entries(prefixes)) {
    for (const path of [
      `/tall?year=${year}&release=3`,
      `/register?round=${year}&release=3`,
      `/tall/tabell?year=${year}&release=3`,
      `/${year}.3`,
    ]) {
      const reply = await visitor.goto(prefix + path);
      expect(reply?.status(), path).toBe(410);
      expect(await visitor.locator('.withdrawal-reason').innerText()).toBe(reason[language as keyof Reason]);
    }
    await expectAccessible(visitor);
  }
});

/** Two rounds are public: measures are followed from one to the other, and the number in a flow is the length of its list. */
async function followMeasures(visitor: Page): Promise<void> {
  await visitor.goto('/tall/livslop');
  await expectAccessible(visitor);
  const cell = visitor.locator('#flows table a').first();
  const count = Number(await cell.innerText());
  await cell.click();
  await visitor.locator('#flow-measures').waitFor();
  expect(await visitor.locator('#flow-measures li').count()).toBe(count);
  await visitor.goto(`/en/tall/serier?what=figure:effects`);
  expect(await visitor.locator('.ds-alert').first().innerText()).toContain('Break between 2018 and 2019');
  await expectAccessible(visitor);
}
