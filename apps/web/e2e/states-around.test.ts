import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import * as auth from '../../api/src/access/auth/pages.ts';
import { allLanguages } from '../app/i18n/language.ts';
import { signInAs } from './answering.ts';
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from './browser.ts';
import { call, complete, inspect, measureWith, orgnrs, type State, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();
const orgnr = orgnrs.digdir;
const hub = `/svar/${year}?virksomhet=${orgnr}`;
const page = (name: string) => `/svar/${year}/${name}?virksomhet=${orgnr}`;

async function signedIn(name: string): Promise<Page> {
  const tab = await open('/svar');
  await signInAs(tab, name);
  return tab;
}

/** In order: a round is planned, open, closed, and opened again for one agency. */
describe('a round and its states', () => {
  let ada: Page;
  let sander: Page;
  let measure: string;
  const setRound = (state: 'planned' | 'open' | 'closed') => call(ada, 'PUT', `/rounds/${year}`, { state });

  beforeAll(async () => {
    [ada, sander] = [await signedIn('Ada Admin'), await signedIn('Sander Sender')];
    measure = await measureWith(sander, orgnr, complete);
  });
  // Other stories find the round as it was.
  afterAll(async () => {
    await setRound('open');
    await withdraw(sander, measure);
  });

  test('before it opens', async () => {
    await setRound('planned');
    await inspect(sander, { path: hub, shows: '.hub-head .ds-alert' });
  });

  test('closed: the list, and what it takes to ask for more time', async () => {
    await setRound('closed');
    await inspect(sander, { path: hub, shows: '#more-time-reason' });
  });

  const closed: Record<string, () => State> = {
    'a measure': () => ({ path: `/svar/${year}/tiltak/${measure}`, shows: '.measure-head .ds-alert' }),
    'the check of a measure': () => ({
      path: `/svar/${year}/tiltak/${measure}/kontroll`,
      shows: '.measure-head .ds-alert',
    }),
    'the history of a measure': () => ({ path: `/svar/${year}/tiltak/${measure}/historikk`, shows: '.revisions' }),
    'sending in': () => ({ path: page('send-inn'), shows: 'main .ds-alert' }),
    'the spreadsheet': () => ({ path: page('regneark'), shows: 'main .ds-alert' }),
  };
  test.each(Object.keys(closed))('closed: %s', (name) => inspect(sander, (closed[name] as () => State)()));

  test('more time: asked for, seen by staff, granted, and seen by the agency', async () => {
    await call(sander, 'POST', `/agencies/${orgnr}/rounds/${year}/reopening`, { reason: 'Regnskapet kom sent.' });
    await inspect(sander, { path: hub, shows: 'main .ds-alert >> nth=1' });
    await inspect(ada, { path: `/runder/${year}`, shows: '#more-time' });
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await call(ada, 'PUT', `/agencies/${orgnr}/rounds/${year}/reopening`, { until });
    await inspect(ada, { path: `/runder/${year}`, shows: '#more-time' });
    await inspect(sander, { path: hub, shows: '.measure-cards' });
  });
});

describe('those who answer for nobody', () => {
  test('have that said', async () => {
    await inspect(await signedIn('Samira Samordner'), { path: '/svar', shows: 'h1' });
  });
  test('or read how a round goes', async () => {
    await inspect(await signedIn('Anton Analyse'), { path: `/runder/${year}`, shows: '#population' });
  });
});

describe('what went wrong', () => {
  test('no such page, and not for you', async () => {
    const frida = await signedIn('Frida Fyller');
    const nobody = '00000000-0000-7000-8000-000000000000';
    const shows = '.error-page';
    await inspect(frida, { path: `/svar/${year}/tiltak/${nobody}`, still: true, shows });
    await inspect(frida, { path: `/svar/${year}?virksomhet=${orgnrs.kartverket}`, still: true, shows });
  });

  test('a failure on our side', async () => {
    const built = new URL('../build/server/index.js', import.meta.url).href;
    const { respond } = (await import(/* @vite-ignore */ built)) as typeof import('../app/server/entry.ts');
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const tab = await open('/om-dataene');
    await tab.route('**/svar/**', async (route) => {
      const reply = await respond(new Request(route.request().url()), {
        fetchApi: () => Promise.reject(new Error('inside')),
        nonce: 'nonce',
        publicUrl: inject('site'),
        demo: false,
      });
      await route.fulfill({ status: reply.status, contentType: 'text/html', body: await reply.text() });
    });
    await inspect(tab, { path: hub, still: true, shows: '.error-page' });
    expect(logged).toHaveBeenCalledTimes(allLanguages.length);
    logged.mockRestore();
  });
});

/** The small pages around the login: served without the web, and so tried as they are written. */
describe('the login and invitations', () => {
  const nonce = 'nonce';
  const messages: readonly auth.Message[] = [
    'unavailable',
    'expired',
    'cancelled',
    'failed',
    'noAccess',
    'leaving',
    'unknown',
    'used',
    'revoked',
    'tooOld',
  ];
  const routes = [
    { route: 'altinn', href: '/auth/login?route=altinn' },
    { route: 'orgno', href: '/auth/login?route=orgno' },
  ] as const;
  const agency = 'Digitaliserings- og forvaltningsdepartementet';

  test.each(allLanguages)('every page of theirs, in %s', async (language) => {
    const tab = await open('about:blank', { viewport: { width: 320, height: 700 } });
    const pages = [
      ...messages.map((message) => auth.messagePage(message, language, { next: '/svar', nonce, name: agency })),
      auth.choicePage(language, { routes, nonce }),
      ...(['fill', 'submit', 'read', null] as const).map((role) =>
        auth.invitationPage(language, { agency, role, routes, nonce }),
      ),
    ];
    for (const html of pages) {
      await tab.setContent(html);
      expect(await tab.getAttribute('html', 'lang')).toBe(language);
      await expectAccessible(tab);
      await expectNoSidewaysScroll(tab);
    }
  });

  test('a link that is no invitation', async () => {
    const tab = await open('/auth/invitation/feil');
    await tab.getByRole('heading', { level: 1, name: 'Vi kjenner ikke invitasjonen' }).waitFor();
    await expectAccessible(tab);
  });
});
