import { describe, expect, inject, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';

describe('a visitor who wants to follow a search', () => {
  const open = useBrowser();

  it('finds the feed and the alert where the hits are, and asks for the alert', async () => {
    const page = await open('/register?q=helse&phase=idea&page=1');
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
    const reply = await fetch(new URL(feed ?? '', inject('site')));
    expect(reply.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(await reply.text()).toContain('«helse» · Fase: Idé');

    await page.getByRole('link', { name: 'Varsel på e-post' }).click();
    await page.getByText('Ord: «helse»').waitFor();
    await page.getByLabel('E-postadresse').fill('ikke en adresse');
    await page.keyboard.press('Enter');
    await page.getByText('Skriv en e-postadresse').waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-postadresse').fill('leser@avis.example');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Sjekk e-posten din').waitFor();
    await expectAccessible(page);
    expect(new URL(page.url()).search).toBe('?q=helse&phase=idea');
  });

  it('is told so when a link of a letter no longer works, and stops by a press', async () => {
    const link = '?alert=0199d0a2-6f1e-7c2b-9a54-3d2f8b1c7e60&key=x';
    const page = await open(`/en/varsle/bekreft${link}`);
    await page.getByRole('button').click();
    await page.getByRole('status').getByText('The link no longer works').waitFor();
    await page.goto(`${inject('site')}/nn/varsle/stopp${link}`);
    await page.getByRole('button').click();
    await page.getByRole('status').getByText('Varselet er stoppa').waitFor();
    await expectAccessible(page);
  });
});
