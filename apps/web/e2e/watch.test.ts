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
    for (const line of lines) {
      const src = new URL((/src="([^"]+)"/.exec(line)?.[1] ?? '').replaceAll('&amp;', '&'));
      await page.goto(inject('site') + src.pathname + src.search);
      const text = await page.locator('main').innerText();
      for (const said of [hits ?? '?', 'Fase: Idé', 'Utgave 2019.1', 'Kilde: Samblikk', 'rekonstruksjon'])
        expect(text, line).toContain(said);
      expect(await page.locator('header, .site-footer, script').count()).toBe(0);
      expect(await page.locator('base').getAttribute('target')).toBe('_top');
    }
    await page.goto(`${inject('site')}/tall`);
    const figure = await page.locator('.embed-line textarea').first().inputValue();
    expect(figure).toContain('/embed/figure/measures-per-ministry?year=2019"');
  });
});
