import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { messyWorkbook } from '../../api/src/intake/spreadsheet/messy-list.ts';
import { ready, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { inspect, orgnrs, responseOf, type State, withdraw, year } from './states.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

describe('a spreadsheet', () => {
  const orgnr = orgnrs.nav;
  const path = `/svar/${year}/regneark?virksomhet=${orgnr}`;
  let nora: Page;
  let list: string;
  const choose = (tab: Page, name: string, buffer: Buffer) =>
    tab.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const upload = async (tab: Page) => tab.locator('.sheet-part button[type=submit]').click();
  const forward = async (tab: Page) => tab.locator('.sheet > .buttons [data-variant=primary]').click();

  beforeAll(async () => {
    nora = await open('/svar');
    await signInAs(nora, 'Nora Navarsete');
    await nora.goto(path);
    await ready(nora);
    await choose(nora, 'portefølje.xlsx', await messyWorkbook());
    await upload(nora);
    await nora.locator('.sheet-columns').waitFor();
    const { pathname, search } = new URL(nora.url());
    list = pathname + search;
  });

  /** What was told of a list stays in the tab. */
  const undo = (tab: Page) => tab.evaluate(() => sessionStorage.clear());

  const steps: Record<string, () => State> = {
    'choose a file': () => ({ path, shows: '#file' }),
    'no file chosen': () => ({ path, act: upload, shows: '#file-error' }),
    'a file that is refused': () => ({
      path,
      act: async (tab) => {
        await choose(tab, 'x.xlsx', Buffer.from('%PDF-1.7'));
        await upload(tab);
      },
      shows: '.sheet [role=alert]',
    }),
    'the columns, two of them the same': () => ({
      path: list,
      act: async (tab) => {
        for (const letter of ['A', 'B']) await tab.locator(`#column-${letter}`).selectOption('answer:name');
      },
      shows: '[id$="-clash"]',
      undo,
    }),
    'what will be imported, with rows at fault': () => ({
      path: list,
      act: async (tab) => {
        await forward(tab);
        await tab.locator('.sheet-rows details summary').first().click();
        await tab.locator('.sheet-names').waitFor();
      },
      shows: '.sheet-rows [data-kind=faulty]',
    }),
    'what will be imported, something else told since': () => ({
      path: list,
      act: async (tab) => {
        await forward(tab);
        await tab.locator('.sheet select').first().selectOption({ index: 1 });
      },
      shows: '.sheet > .buttons [data-variant=primary]',
      undo,
    }),
    'no column with the name': () => ({
      path: list,
      act: async (tab) => {
        for (const select of await tab.locator('.sheet-columns select[id^="column-"]').all())
          if ((await select.inputValue()) === 'answer:name') await select.selectOption('nothing');
      },
      shows: '#name-column',
      undo,
    }),
    imported: () => ({
      path,
      act: async (tab) => {
        await choose(tab, 'liste.csv', Buffer.from(`Tiltak;Totalkostnad\nFra lista ${Date.now()};1000000\n`));
        await upload(tab);
        await tab.locator('.sheet-columns').waitFor();
        await forward(tab);
        await tab.locator('.sheet-counts').waitFor();
        await forward(tab);
      },
      shows: '[role=status] .ds-alert',
      undo: async (tab) => {
        const { measures } = await responseOf(tab, orgnr);
        for (const { id, title } of measures) if (title?.startsWith('Fra lista')) await withdraw(tab, id);
      },
    }),
  };
  test.each(Object.keys(steps))('%s', (name) => inspect(nora, (steps[name] as () => State)()));
});
