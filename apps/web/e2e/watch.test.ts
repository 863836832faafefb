import type { Page } from 'playwright-core';
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
    await page.getByRole('heading', { level: 1, name: 'Sjekk e-posten din' }).waitFor();
    await expectAccessible(page);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe('/varsle/sendt?phase=idea&q=helse');
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

describe('an address with something that is none of ours', () => {
  const open = useBrowser();

  it('is told so, keeps the search, and offers nothing as if it were an answer', async () => {
    const page = await open('/register?minstry=HOD&utm_source=x&phase=idea');
    await page.getByRole('status').getByText('Vi forstår ikke dette i adressen: «minstry». Det filtrerer').waitFor();
    // Links go on with what is understood.
    expect(await page.locator('.register a:is([href*="minstry"], [href*="utm_source"])').count()).toBe(0);
    await page.goto(`${inject('site')}/nn/varsle?measure=2019-0042`);
    await page.getByRole('status').getByText('«measure»').waitFor();
    expect(await page.locator('form.alert-form').getAttribute('action')).toBe('/nn/varsle');
    await page.goto(`${inject('site')}/embed/number?minstry=HOD`);
    expect(await page.locator('.embed').innerText()).toContain('Vi forstår ikke dette i adressen: «minstry»');
    await page.goto(`${inject('site')}/register?utm_source=x&fbclid=y`);
    expect(await page.getByRole('status').count()).toBe(0);
  });

  it('such as a code there is none of, or endless words, shows the form and no measures', async () => {
    const page = await open('/');
    expect(await page.locator('input[name=q]').first().getAttribute('maxlength')).toBe('200');
    const reply = await page.goto(`${inject('site')}/register?q=sky&phase=bogus`);
    expect(reply?.status()).toBe(404);
    await page.getByRole('status').getByText('Vi forstår ikke dette i adressen: «phase=bogus»').waitFor();
    expect([await page.locator('#q').inputValue(), await page.locator('.measures').count()]).toEqual(['sky', 0]);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Søk uten dette' }).click();
    expect(new URL(page.url()).search).toBe('?q=sky');
    const words = 'x'.repeat(201);
    expect((await page.goto(`${inject('site')}/en/register?q=${words}`))?.status()).toBe(404);
    await page.getByText('Write at most 200 characters').waitFor();
    expect(await page.locator('#q').inputValue()).toBe(words);
    await page.goto(`${inject('site')}/varsle?phase=bogus`);
    await page.getByRole('heading', { name: 'Forespørselen kan ikke leses' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('unntatt');
  });

  it('and Back shows the boxes as the list is, not as they were left', async () => {
    const page = await open('/register?q=sky');
    const box = page.locator('.register input[type=checkbox]').first();
    await page.locator('.register details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await box.check();
    await page.locator('.register-search button').click();
    await page.waitForURL(/\?q=sky&/);
    await page.goBack();
    await page.waitForURL(/\?q=sky$/);
    expect(await page.locator('.register input:checked').count()).toBe(0);
  });
});

describe('another site', () => {
  const open = useBrowser();

  it('may show a list, a number or a figure in a frame, and no other page of ours', async () => {
    const policyOf = async (path: string) => {
      const { headers, status } = await fetch(inject('site') + path);
      return [
        status,
        /frame-ancestors [^;]+/.exec(headers.get('content-security-policy') ?? '')?.[0],
        headers.get('x-frame-options'),
      ];
    };
    for (const path of ['/embed/register', '/nn/embed/number?phase=idea', '/en/embed/figure/phases'])
      expect(await policyOf(path), path).toEqual([200, 'frame-ancestors *', null]);
    for (const path of [
      '/',
      '/register',
      '/tall',
      '/varsle',
      '/en/register?x=/embed/',
      '/api/docs',
      '/api/v1/register',
    ])
      expect(await policyOf(path), path).toEqual([200, "frame-ancestors 'none'", 'SAMEORIGIN']);
  });

  it('gets the line to copy, and what it leads to says what, how many, of when and from whom', async () => {
    const page = await open('/register?phase=idea&sort=name&page=1');
    const hits = (await page.locator('.register-head h2').innerText()).match(/\d+/)?.[0];
    await page.getByText('Bygg inn på egen nettside').click();
    const lines = await page
      .locator('.embed-line textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    expect(lines.map((line) => line.match(/^<iframe src="[^"]+" title="[^"]+" [^\n]*><\/iframe>$/) !== null)).toEqual([
      true,
      true,
    ]);
    await expectAccessible(page);
    await page.goto(`${inject('site')}/tall`);
    const figures = await page
      .locator('.embed-line textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    expect(figures[0]).toContain('/embed/figure/measures-per-ministry?year=2019"');
    for (const line of [...lines, ...figures]) await expectRoom(page, line);
    for (const line of lines) {
      const src = new URL((/src="([^"]+)"/.exec(line)?.[1] ?? '').replaceAll('&amp;', '&'));
      await page.goto(inject('site') + src.pathname + src.search);
      const text = await page.locator('main').innerText();
      for (const said of [hits ?? '?', 'Fase: Idé', 'Utgave 2019.1', 'Kilde: Samblikk', 'rekonstruksjon'])
        expect(text, line).toContain(said);
      expect(await page.locator('.site-header, .site-footer, script').count()).toBe(0);
      expect(await page.locator('base').getAttribute('target')).toBe('_top');
    }
  });
});

/** What stands in a frame as high as it is offered: how many, of when and from whom, and all the rest of it, on a telephone too. */
async function expectRoom(page: Page, line: string): Promise<void> {
  const src = new URL((/src="([^"]+)"/.exec(line)?.[1] ?? '').replaceAll('&amp;', '&'));
  const height = Number(/height="(\d+)"/.exec(line)?.[1]);
  await page.goto(inject('site') + src.pathname + src.search);
  const head = page.locator('.embed header');
  for (const said of [/(\d+ tiltak|n = \d+)/, /Utgave 2019\.1, data per/, /Kilde: Samblikk/])
    expect(await head.innerText()).toMatch(said);
  for (const width of [360, 1000]) {
    await page.setViewportSize({ width, height });
    const [needed, across] = await page.locator('.embed').evaluate((embed) => {
      return [embed.getBoundingClientRect().bottom, document.documentElement.scrollWidth] as const;
    });
    expect(needed, `${src.pathname} at ${width}`).toBeLessThanOrEqual(height);
    expect(across, src.pathname).toBe(width);
  }
}
