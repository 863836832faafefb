import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it, vi } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';

const pages = [
  '/',
  '/register',
  '/register?q=helse&phase=idea,concept',
  '/tiltak/2019-0042',
  '/virksomheter',
  '/virksomheter/915933149',
  '/livshendelser',
  '/stikkord?q=helse',
  '/endringer',
  '/mangler',
  '/kilder',
  '/liknende?ministry=KMD',
  '/fellesloesninger',
  '/fellesloesninger/folkeregisteret',
  '/tall',
  '/tall/tabell?rows=phase&columns=funding&layers=crossCutting&show=share:rows&ministry=KMD',
  '/tall/serier',
  '/tall/serier?what=figure:cost-bands',
  '/tall/livslop?ministry=KMD',
  '/portefolje?ministry=KMD&round=2019',
  '/tall/kvalitet',
  '/tiltak/2019-0079/finansiering',
  '/finansiering',
  '/finansiering/ordninger?actorType=stateAgency&phase=execution&total=40000000&from=2020&to=2022',
  '/finansiering/modeller?model=2&price=steps&growth=50&leaves=true',
  '/finansiering/modeller/egne',
  '/kostnadsdeling?amount=70000000&key=equal:50,population:50&compare=use&add=Trondheim%0AOslo%0AV%C3%A5ler&minimum.kommune:5001=1',
  '/om-dataene',
  '/embed/register?q=helse&phase=idea,concept',
  '/embed/number?phase=idea',
  '/embed/figure/phases?year=2019',
  '/varsle?q=helse&phase=idea,concept',
  '/varsle/bekreft?alert=x&key=y',
  '/varsle/stopp',
  '/2019',
  '/finnes-ikke',
];
const prefixes = { nb: '', nn: '/nn', en: '/en' } as const;

describe.each(Object.entries(prefixes))('public pages in %s', (language, prefix) => {
  const open = useBrowser();

  it.each(pages)('%s is accessible, fits 320 px, and carries no script', async (path) => {
    const page = await open(path === '/' ? prefix || '/' : prefix + path);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.title()).toMatch(/Samblikk$/);
    expect(await page.locator('h1').count()).toBe(1);
    // JSON-LD is data: nothing is loaded, and nothing runs.
    expect(await page.locator('script:not([type="application/ld+json"]), script[src]').count()).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  });
});

describe('a search', () => {
  const open = useBrowser();

  it('weighs little: the page 30 kB, its style 35 kB, both gzipped, and two fonts', async () => {
    const page = await open('/om-dataene');
    const fetched: { kind: string; url: string }[] = [];
    page.on('request', (request) => fetched.push({ kind: request.resourceType(), url: request.url() }));
    const address = '/register?q=kunstig+intelligens&phase=execution,planning';
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const styles = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    const weight = async (urls: readonly string[]) => {
      const bodies = await Promise.all(urls.map(async (url) => (await page.request.get(url)).body()));
      return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    };
    expect(await weight([address])).toBeLessThanOrEqual(30_000);
    expect(styles.length).toBeGreaterThan(0);
    expect(await weight(styles)).toBeLessThanOrEqual(35_000);
    expect(new Set(fetched.filter(({ kind }) => kind === 'font').map(({ url }) => url)).size).toBeLessThanOrEqual(2);
    expect(fetched.filter(({ kind }) => kind === 'script')).toEqual([]);
  });

  it('marks what it found, says what it left out, and offers the filter that says the same', async () => {
    const page = await open('/register?q=register+over+skip');
    await page.locator('.measures mark', { hasText: 'skipsregister' }).first().waitFor();
    await page.goto('/register?q=bost%C3%B8tte+hyperdrive');
    await page.getByText('Ingen tiltak har alle ordene.', { exact: false }).waitFor();
    await page.getByText('«hyperdrive»', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.goto('/register?q=ssb');
    await page.getByRole('link', { name: /^Virksomhet: Statistisk sentralbyrå/ }).click();
    await page.waitForURL('**/register?agency=971526920');
    await page.goto('/register?q=pensjonsberegnign');
    await page.getByText('Her er treffene på «pensjonsberegning».', { exact: false }).waitFor();
  });
});

describe('measures that may be double work', () => {
  const open = useBrowser();

  it('are found from the register, chosen by agency, and lead to the measure and back, without a script', async () => {
    const page = await open('/register', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Tiltak som kan være dobbeltarbeid på tvers av virksomheter' }).click();
    const all = await page.locator('.double').count();
    const option = page.getByRole('option', { name: /^Statens sivilrettsforvaltning \(\d+\)$/ });
    const told = (await option.textContent()) ?? '';
    await page.getByLabel('Virksomhet').selectOption({ label: told });
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?ministry=&agency=986186999');
    const its = await page.locator('.double').count();
    expect(told).toBe(`Statens sivilrettsforvaltning (${its})`);
    expect(all).toBeGreaterThan(its);
    await page
      .locator('.double', { hasText: 'Felles ord: vergemål' })
      .getByRole('link', { name: /^Min side for vergemål$/ })
      .first()
      .click();
    await page.waitForURL('**/tiltak/2019-0331?round=2019');
    await page.getByRole('link', { name: 'Ligner tiltaket sterkt på noe i andre virksomheter?' }).click();
    await page.getByText('Her er bare de som ligner på tiltak 2019-0331.', { exact: false }).waitFor();
    expect(await page.locator('.double').count()).toBeGreaterThan(0);
  });
});

describe('the order of the register', () => {
  const open = useBrowser();

  it('is by relevance for who types a word, and stays what was chosen', async () => {
    const page = await open('/register', { javaScriptEnabled: false });
    const search = async (q: string) => {
      await page.getByLabel('Søk i tiltakene').fill(q);
      await page.getByRole('button', { name: 'Søk', exact: true }).click();
      return page.locator('#sort option:checked').innerText();
    };
    expect(await page.locator('#sort option:checked').innerText()).toBe('Nyeste runde først');
    expect(await search('mat')).toBe('Relevans');
    expect(await page.locator('.measures h3').first().innerText()).toMatch(/\bmat\b/);
    await page.locator('#sort').selectOption({ label: 'Nyeste runde først' });
    expect(await search('helse')).toBe('Nyeste runde først');
  });
});

describe('the description of the API', () => {
  const open = useBrowser();

  it.each(Object.keys(prefixes))('is accessible, fits 320 px, and carries no script (%s)', async (language) => {
    for (const path of ['/api/docs', '/api/docs/errors']) {
      const page = await open(`${path}?lang=${language}`);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.locator('script').count()).toBe(0);
      // What is folded is looked at as well.
      for (const details of await page.locator('details').all())
        await details.evaluate((element: HTMLDetailsElement) => {
          element.open = true;
        });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    }
  });
});

describe('a visitor with a printer', () => {
  const open = useBrowser();

  it('gets the hits of the register, and what was chosen, not the filters', async () => {
    const page = await open('/register?phase=idea');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.measure').first().isVisible()).toBe(true);
    expect(await page.locator('.chosen .ds-chip').first().isVisible()).toBe(true);
    for (const hidden of ['.facets', '.facet', '.register-sort', '.register-files', '.pages', 'search'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  });

  it('gets a table of many columns whole on the paper, without the form', async () => {
    const page = await open('/tall/tabell?rows=technologies&columns=ministry&show=share:columns');
    // A4 without its margins.
    await page.setViewportSize({ width: 658, height: 986 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.own-table').isVisible()).toBe(false);
    // A page that becomes print is laid out anew, not at once.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(658);
    const paper = await page.locator('.figure').boundingBox();
    const table = await page.locator('.figure table').boundingBox();
    expect(table?.width).toBeLessThanOrEqual(paper?.width ?? 0);
  });
});

describe('pages that are no list of measures', () => {
  const open = useBrowser();

  it('are found from the front page and about the data; a link to a ministry leads to a page', async () => {
    const page = await open('/');
    const ways = page.getByRole('navigation', { name: 'Finn tiltak etter' });
    for (const name of [
      'Fellesløsninger',
      'Portefølje',
      'Tiltak som kan være dobbeltarbeid',
      'Hvem betaler for det felles?',
    ])
      expect(await ways.getByRole('link', { name, exact: true }).count(), name).toBe(1);
    await page.goto('/om-dataene');
    await page.getByRole('link', { name: 'Kilder: hvem leverer, og hvordan' }).click();
    await page.waitForURL('**/kilder');
    await page.goto('/mangler');
    const links = await page
      .locator('main table a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const replies = await Promise.all(links.map(async (href) => [href, (await fetch(href)).status]));
    expect(replies.filter(([, status]) => status !== 200)).toEqual([]);
    expect(links.length).toBeGreaterThan(5);
    await page.goto('/finansiering');
    await page.getByRole('heading', { name: 'Tabell 1 i DFØ-rapport 2025:7 (side 17–19)' }).waitFor();
    const sum = page.getByRole('row', { name: /^Sum: Finansiering: Felles satsingsforslag/ });
    expect((await sum.innerText()).replace(/\s/gu, ' ')).toContain('22 500 000');
  });
});

describe('contact and accessibility', () => {
  const open = useBrowser();

  it('say how, also where no address of our own is configured', async () => {
    const page = await open('/');
    await page.locator('.site-footer a[href$="#kontakt"]').click();
    const prose = page.locator('.prose').last();
    expect(await prose.locator('a[href="https://www.digdir.no"]').count()).toBe(1);
    expect(await prose.locator('a[href="https://www.uutilsynet.no"]').count()).toBe(1);
  });
});

describe('a visitor without JavaScript', () => {
  const open = useBrowser();
  const withoutScripts = { javaScriptEnabled: false };

  it('searches, filters, opens a measure and comes to the agency’s other measures, by keyboard alone', async () => {
    const page = await open('/', withoutScripts);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/Hopp til hovedinnholdet/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('helse');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/register\?q=helse/);
    const found = await hits(page);
    expect(found).toBeGreaterThan(0);

    const box = page.locator('.facet input[type=checkbox]').first();
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=helse&\w+=/);
    expect(await hits(page)).toBeLessThanOrEqual(found);
    expect(await page.locator('.chosen .ds-chip').count()).toBe(1);

    await page.locator('.measure a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tiltak\//);
    await page.locator('.measure-by a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/virksomheter\/\d{9}\?round=2019/);
    expect(await page.locator('.measure').count()).toBeGreaterThan(0);
  });

  it('changes language and stays where it was, query and all', async () => {
    const page = await open('/register?q=helse&sort=name&page=2', withoutScripts);
    await page.getByRole('link', { name: 'Nynorsk' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/nn/register?q=helse&sort=name&page=2');
    await page.getByRole('link', { name: 'Bokmål' }).click();
    expect(new URL(page.url()).pathname).toBe('/register');
  });

  it('takes a filter away by its chip', async () => {
    const page = await open('/register?phase=idea,concept', withoutScripts);
    const both = await hits(page);
    await page.locator('.chosen .ds-chip').first().click();
    expect(page.url()).toMatch(/phase=\w+$/);
    expect(await hits(page)).toBeLessThan(both);
  });
});

describe('numbers', () => {
  const open = useBrowser();

  it('lead to lists as long as they say, the withheld counted in', async () => {
    const page = await open('/tall/tabell?rows=phase&columns=funding');
    const cells = await page.locator('td.number a').evaluateAll((links) =>
      links.map((link) => ({
        number: Number(link.textContent?.replace(/\s/g, '')),
        href: (link as HTMLAnchorElement).href,
      })),
    );
    expect(cells.length).toBeGreaterThan(20);
    for (const { number, href } of cells) {
      await page.goto(href);
      expect((await hits(page)) + (await withheld(page)), href).toBe(number);
    }
  });

  it('on the page of figures each lead to a list as long as they say, or as long a part of n', async () => {
    const page = await open('/tall');
    const numbers = await page.locator('.figure :is(td.number, h2) a').evaluateAll((links) =>
      links.map((link) => ({
        // In a sentence the unit stands after the link.
        text: `${link.textContent}${link.closest('h2') ? (link.nextElementSibling?.textContent ?? '') : ''}`,
        n: link.closest('.figure')?.querySelector('.figure-head .small')?.textContent ?? '',
        href: (link as HTMLAnchorElement).href,
      })),
    );
    expect(numbers.length).toBeGreaterThan(130);
    // Followed without drawing each page; what the register says is read from it.
    const heads = await page.evaluate(
      async (hrefs) => {
        const read = new Map<string, [string | null | undefined, string | null | undefined]>();
        const next = async (): Promise<void> => {
          const href = hrefs.pop();
          if (href === undefined) return;
          const list = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html');
          const said = (selector: string) => list.querySelector(`.register-head ${selector}`)?.textContent;
          read.set(href, [said('h2'), said('p')]);
          return next();
        };
        await Promise.all([next(), next(), next(), next()]);
        return [...read];
      },
      [...new Set(numbers.map(({ href }) => href))],
    );
    const counted = new Map(
      heads.map(([href, said]) => [href, said.reduce((sum, text) => sum + numberIn(text ?? null), 0)]),
    );
    for (const { text, n, href } of numbers) {
      const measures = counted.get(href) ?? Number.NaN;
      const share = /^\d+\s*(%|prosent)/.test(text);
      expect([href, share ? Math.round((100 * measures) / numberIn(n)) : measures]).toEqual([href, numberIn(text)]);
    }
    const [first] = numbers;
    await page.locator('.figure h2 a').first().click();
    expect((await hits(page)) + (await withheld(page))).toBe(numberIn(first?.text ?? null));
    await page.goBack();
    await page.locator('#phases-by-funding tfoot a').last().click();
    expect((await hits(page)) + (await withheld(page))).toBe(432);
  });

  it('are chosen without a script: three variables, several filters, a comparison; and what cannot be made is said', async () => {
    const page = await open('/tall/tabell?rows=phase', { javaScriptEnabled: false });
    await page.getByLabel('Kolonner').selectOption('funding');
    await page.getByLabel('Del opp etter').selectOption('crossCutting');
    await page.getByText('Velg svar, virksomheter eller annet').click();
    await page.locator('.own-filter > summary', { hasText: /^Fase$/ }).click();
    await page.getByRole('checkbox', { name: 'Idé' }).check();
    await page.getByRole('checkbox', { name: 'Konsept' }).check();
    await page.getByRole('button', { name: 'Vis tabellen' }).click();
    expect(page.url()).toMatch(/phase=idea&phase=concept.*#table$/);
    expect(await page.locator('.figure-layer').count()).toBeGreaterThan(1);
    const cell = page.locator('.figure-layer td.number a').first();
    const number = Number((await cell.innerText()).replace(/\D/g, ''));
    const table = page.url();
    await cell.click();
    expect((await hits(page)) + (await withheld(page))).toBe(number);

    await page.goto(table);
    await page.getByRole('link', { name: 'Fjern Fase: Idé' }).click();
    expect(await page.locator('.own-chosen li').allInnerTexts()).toEqual([expect.stringMatching(/Fase: Konsept/)]);
    await page.getByLabel('Kolonner').selectOption('');
    await page.getByLabel('Del opp etter').selectOption('');
    await page.getByLabel('Sammenlign').selectOption('skate:yes');
    await page.getByRole('button', { name: 'Vis tabellen' }).click();
    await page
      .getByRole('heading', { name: /Medlem av Skate: ja mot alle andre, 2019 – bare Fase: Konsept/i })
      .waitFor();

    // The columns «Ja» and «Alle andre» say of what; on a small screen the table scrolls, says so, and keeps its row names.
    await page.getByRole('columnheader', { name: 'Medlem av Skate: Ja mot alle andre' }).waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Rader').selectOption('ministry');
    await page.getByLabel('Sammenlign').selectOption('');
    await page.getByLabel('Kolonner').selectOption('innovation');
    await page.getByRole('button', { name: 'Vis tabellen' }).click();
    const box = page.getByRole('region', { name: /^Tabell: / });
    await box.getByText('Rull sidelengs').waitFor();
    const name = box.getByRole('rowheader').first();
    await name.scrollIntoViewIfNeeded();
    const before = await name.boundingBox();
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    expect((await name.boundingBox())?.x).toBe(before?.x);
    await expectNoSidewaysScroll(page);
    await expectAccessible(await open(page.url()));

    await page.getByLabel('Kolonner').selectOption('phase');
    await page.getByLabel('Sammenlign').selectOption('skate:yes');
    await page.getByLabel('Rader').selectOption('phase');
    await page.getByRole('button', { name: 'Vis tabellen' }).click();
    await page.getByRole('alert').getByText('«Fase» er valgt to ganger').waitFor();
    expect(await page.getByLabel('Sammenlign').inputValue()).toBe('skate:yes');
    await expectAccessible(await open(page.url()));
  });

  it('are the same on the screen and in the file', async () => {
    const page = await open('/register?phase=idea');
    const shown = await hits(page);
    const href = await page
      .locator('.register-files')
      .getByRole('link', { name: 'CSV', exact: true })
      .getAttribute('href');
    const file = await (await fetch(new URL(href ?? '', inject('site')))).text();
    const rows = file.trim().split('\n');
    const numbers = new Set(rows.slice(1).flatMap((row) => row.match(/\b\d{4}-\d{4}\b/)?.[0] ?? []));
    expect(numbers.size).toBe(shown);

    await page.goto('/tall/tabell?rows=phase&columns=funding');
    const table = await page.locator('.ds-table tbody tr').first().locator('td').allTextContents();
    const csv = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
    const lines = (await (await fetch(new URL(csv ?? '', inject('site')))).text()).split('\n');
    // A star marks what is made up, which the file says in a column of its own.
    const values = table.slice(0, -1).map((value) => value.replace('*', ''));
    for (const value of values) expect(lines.some((line) => line.includes(`,${value},`))).toBe(true);
  });

  it('are shown with the note that 2019 is a reconstruction', async () => {
    for (const path of ['/', '/register', '/tiltak/2019-0042', '/tall', '/tall/tabell?rows=phase', '/om-dataene']) {
      const page = await open(path);
      await page.locator('.notice', { hasText: 'rekonstruksjon' }).waitFor();
    }
  });

  it('bear the mark of what is made up in findings and key figures too, with what it means beside them', async () => {
    const page = await open('/');
    const sentences = async (selector: string) =>
      (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    // 272 in the execution phase is not in the note, 301 funded is; nor is how many anyone may read.
    const keys = await sentences('.key-sentence');
    expect(keys.some((text) => /^432 tiltak er meldt inn\. 401\* av dem/.test(text))).toBe(true);
    expect(
      keys.some((text) => /^301 av de 418 tiltakene som har svart på om de har finansiering, er finansiert/.test(text)),
    ).toBe(true);
    expect(keys.some((text) => /^272\* av de 432 tiltakene/.test(text))).toBe(true);
    await page.locator('.key-figures').getByText('Tall med * er oppdiktet.').waitFor();
    expect(await sentences('.hero-figure')).toMatchObject([expect.stringContaining('publisert i Difi-notat 2019:10')]);
    expect(await sentences('.home-figure h2')).toMatchObject([expect.stringContaining('73* av de 432')]);
    await page.locator('.home-figure').getByText('Tall med * er oppdiktet.').waitFor();
    await page.goto('/tall');
    expect(await sentences('#measures-per-ministry h2')).toMatchObject([expect.stringContaining('73* av de 432')]);
    const numbers = await page.locator('#measures-per-ministry .chart-wide text').allTextContents();
    expect(numbers).toContain('73* (17\u00a0%)');
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

describe('pages as files of a cache', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(inject('site') + path, { headers });

  it('are the same bytes for everyone, dated, and not sent twice', async () => {
    const [first, second] = [await get('/tall'), await get('/tall')];
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    expect(first.headers.get('last-modified')).toBeTruthy();
    const etag = first.headers.get('etag') ?? '';
    expect(second.headers.get('etag')).toBe(etag);
    expect((await get('/tall', { 'if-none-match': etag })).status).toBe(304);
  });

  it('say 404 where there is nothing, and keep no such page', async () => {
    for (const path of [
      '/finnes-ikke',
      '/tiltak/2019-9999',
      '/tall?year=1999',
      '/register?phase=nope',
      '/register?page=0',
      '/register?page=999',
    ]) {
      const reply = await get(path);
      expect(reply.status, path).toBe(404);
      expect(reply.headers.get('cache-control'), path).not.toMatch(/public/);
    }
  });
});

describe('a failure on our side', () => {
  const failing = async (fetchApi: () => Promise<Response>, path: string) => {
    const built = new URL('../build/server/index.js', import.meta.url).href;
    const { respond } = (await import(/* @vite-ignore */ built)) as typeof import('../app/server/entry.ts');
    const reply = await respond(new Request(`http://localhost${path}`), {
      fetchApi,
      nonce: 'nonce',
      publicUrl: 'http://localhost',
      demo: false,
    });
    return { status: reply.status, cache: reply.headers.get('cache-control'), html: await reply.text() };
  };

  it('is a page with help, is logged, and shows nothing of its inside', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await failing(() => Promise.reject(new Error('inside')), '/nn/tall');
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
    expect(reply).toMatchObject({ status: 500, cache: null });
    expect(reply.html).toContain('Noko gjekk gale hos oss');
    expect(reply.html).not.toContain('inside');
  });

  it('keeps its status when the API says that it is not ready', async () => {
    const problem = { type: 'about:blank', title: '', status: 503, code: 'unavailable' };
    const reply = await failing(async () => Response.json(problem, { status: 503 }), '/register');
    expect(reply.status).toBe(503);
  });
});

async function focused(page: Awaited<ReturnType<ReturnType<typeof useBrowser>>>): Promise<string> {
  return (await page.locator(':focus').textContent()) ?? '';
}

async function hits(page: Awaited<ReturnType<ReturnType<typeof useBrowser>>>): Promise<number> {
  return numberIn(await page.locator('.register-head h2').textContent());
}

async function withheld(page: Awaited<ReturnType<ReturnType<typeof useBrowser>>>): Promise<number> {
  const note = page.locator('.register-head p');
  return (await note.count()) === 0 ? 0 : numberIn(await note.textContent());
}

function numberIn(text: string | null): number {
  return Number(text?.replace(/[\s\u00a0\u202f]/g, '').match(/\d+/)?.[0] ?? 0);
}
