import type { Question } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { addMeasure, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { withdraw } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

test('a measure from last year whose answers still hold is ready within four interactions from the list', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Sander Sender');
  // Every press of a mouse button or a key, kept across page loads.
  await page.evaluate(() => sessionStorage.setItem('interactions', '0'));
  await page.addInitScript(countInteractions);
  await page.reload();
  await ready(page);
  await page
    .getByRole('button', { name: /^Ny fase eller endret – oppdater/ })
    .first()
    .click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const measure = page.url().split('/').at(-1);
  await page.getByRole('button', { name: /Ja, svarene fra 2019 stemmer fortsatt/ }).click();
  await page.getByText(/svar fra 2019 er fylt inn/).waitFor();
  await saved(page);
  const draft = await (await page.request.get(`/api/v1/measures/${measure}/rounds/2026`)).json();
  expect(new Set(Object.values(draft.origins))).toEqual(new Set(['confirmed']));
  // Never taken over: the phase and this year's budget are asked anew each year.
  for (const question of edition.sections.flatMap((section): readonly Question[] => section.questions)) {
    if (question.askAnew) expect(draft.answers).not.toHaveProperty(question.id);
  }
  // The phase is answered in the same place. Whatever remains, such as the budget, stops nothing.
  const anew = page.getByRole('region', { name: 'Nye svar for 2026' });
  await anew.getByRole('radio').first().check();
  await saved(page);
  await page.getByRole('link', { name: 'Til oversikten over tiltakene' }).click();
  const card = page.locator('.measure-card', { has: page.locator(`a[href*="${measure}"]`) });
  await card.getByText(/^Klart(, men se over)?$/).waitFor();
  const interactions = Number(await page.evaluate(() => sessionStorage.getItem('interactions')));
  expect(interactions).toBeGreaterThan(0);
  expect(interactions).toBeLessThanOrEqual(4);
  // Other stories find last year's measures as they were.
  await withdraw(page, measure ?? '');
});

function countInteractions(): void {
  const count = () => {
    const until = Number(sessionStorage.getItem('interactions'));
    sessionStorage.setItem('interactions', String(until + 1));
  };
  addEventListener('pointerdown', count, true);
  addEventListener('keydown', count, true);
}

test('a measure from last year that is not reported: what became of it is said, and can be taken back', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  const last = page.locator('.previous-card').last();
  await last.getByText('Avsluttet, stoppet, slått sammen').click();
  await last.getByText('Overført til …').click();
  // By name, not by number.
  const agencies = last.getByLabel('Hvilken virksomhet har tiltaket nå?');
  await agencies.getByRole('option', { name: 'Skatteetaten' }).waitFor({ state: 'attached' });
  await agencies.selectOption({ label: 'Skatteetaten' });
  await expectAccessible(page);
  await last.getByRole('button', { name: 'Lagre' }).click();
  await last.getByText('Overført til en annen virksomhet: Skatteetaten. Lagret av Nora Navarsete.').waitFor();
  await last.getByRole('button', { name: /^Angre/ }).click();
  await last.getByText('Avsluttet, stoppet, slått sammen').waitFor();
});

test('a warning stops nobody and may be given a reason; an earlier version can be had back', async () => {
  const page = await open('/svar');
  await signInAs(page, 'Nora Navarsete');
  await addMeasure(page);
  await page.getByRole('link', { name: 'Kostnader' }).click();
  await fieldOf(page, 'totalCost').fill('5000');
  await fieldOf(page, 'totalCost').blur();
  await page.locator('#totalCost-remark').getByText('Kostnadsrammen er under 10').waitFor();
  await saved(page);
  await page.getByRole('link', { name: /^Kontroller svarene/ }).click();
  await page.getByText('Ja, det stemmer, fordi').click();
  await page.getByLabel('Hvorfor stemmer det?').fill('Bare en lisens');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lagre begrunnelsen' }).click();
  await page.getByText('Begrunnelse: Bare en lisens').waitFor();

  await page.getByRole('link', { name: /^Kostnader/ }).click();
  await fieldOf(page, 'totalCost').fill('6 mill');
  await fieldOf(page, 'totalCost').blur();
  await page.getByText('6 mill = 6 000 000 kr').waitFor();
  await saved(page);
  await page.goto(`${page.url().split('/').slice(0, -1).join('/')}/historikk`);
  await ready(page);
  // One person's work at one time is one entry, with each version in it, the reason's too.
  await page.getByRole('heading', { name: /^Nora Navarsete, / }).waitFor();
  await page.getByText('Se hver av de 3 versjonene').click();
  await page.locator('.revisions .revisions li').nth(1).getByText('Bare en lisens').waitFor();
  await page.getByText('Gå tilbake til denne versjonen').last().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ja, gå tilbake til versjon 1' }).click();
  await page.getByText('Dere er tilbake til svarene fra versjon 1.').waitFor();
  await page.getByText('Se hver av de 4 versjonene').click();
  const newest = page.locator('.revisions .revisions li').first();
  await newest.getByRole('heading', { name: /^Versjon 4,/ }).waitFor();
  expect(await newest.locator('.answer').first().innerText()).toMatch(/^5\s000\skr$/);
});
