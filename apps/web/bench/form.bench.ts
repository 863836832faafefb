// A page of the form in a browser that has nothing beforehand, on a processor slowed four times: from asking for the page until
// it takes what is typed. Against 2 s, and against the same at full speed.
import { loadavg } from 'node:os';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { edition2026 as edition } from '../../../packages/questionnaire/src/editions/2026.ts';
import { median } from '../../api/bench/measure.ts';
import { ready, saved, signInAs } from '../e2e/answering.ts';
import { startSite } from '../e2e/site.ts';

const limit = 2000;
const slowdown = 4;
const runs = 5;

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a page tells of itself. Milliseconds: `interactive` since the navigation began, `letter` since the key went down. */
interface Times {
  readonly interactive: number;
  readonly letter: number;
}

declare global {
  interface Window {
    times: { interactive?: number; letter?: number };
  }
}

const site = await startSite(process.env);
try {
  const browser = await chromium.connect(site.chromium);
  const { session, measure } = await newMeasure(browser);
  const longest = edition.sections.reduce((one, other) =>
    one.questions.length < other.questions.length ? other : one,
  );
  for (const [name, path] of [
    [`The section with most questions (${longest.id})`, longest.id],
    ['The whole form on one page', 'hele'],
  ] as const) {
    const times: { slow: Times; fast: Times }[] = [];
    // The first round warms up the program, not the browser.
    for (let run = 0; run <= runs; run++) {
      const pair = {
        fast: await visit(browser, session, `${measure}/${path}`, 1),
        slow: await visit(browser, session, `${measure}/${path}`, slowdown),
      };
      if (run > 0) times.push(pair);
    }
    const middle = (of: (pair: { slow: Times; fast: Times }) => number) => median(times.map(of));
    const slow = middle((pair) => pair.slow.interactive);
    const ratio = middle((pair) => pair.slow.interactive / pair.fast.interactive);
    console.log(`${name}: interactive after ${(slow / limit).toFixed(2)} of the ${limit / 1000} s it may take`);
    console.log(`    processor ${slowdown} times slower: ${show(slow)}, ${ratio.toFixed(2)} times the full speed`);
    console.log(`    full speed: ${show(middle((pair) => pair.fast.interactive))}`);
    console.log(
      `    a letter typed is on the screen after ${show(middle((pair) => pair.slow.letter))}, ${show(middle((pair) => pair.fast.letter))} at full speed`,
    );
  }
  console.log(`    (medians of ${runs} runs in turn; load of the machine ${loadavg()[0]?.toFixed(2)})`);
} finally {
  await site.stop();
}

function show(ms: number): string {
  return `${ms.toFixed(0)} ms`;
}

/** Signs in, adds a measure, and answers who is signed in and where the measure is. */
async function newMeasure(browser: Browser): Promise<{ session: Session; measure: string }> {
  const context = await browser.newContext({ baseURL: site.url, locale: 'nb-NO' });
  const page = await context.newPage();
  await page.goto('/svar');
  await signInAs(page, 'Kari Kartvik');
  await page.getByRole('button', { name: /Legg til tiltak/ }).click();
  await page.waitForURL(/\/tiltak\/[0-9a-f-]{36}$/);
  const session = await context.storageState();
  const measure = page.url();
  await context.close();
  return { session, measure };
}

/** Opens the page in a browser with the login and nothing else, types a letter, and sees to it that the letter is saved. */
async function visit(browser: Browser, session: Session, address: string, rate: number): Promise<Times> {
  const context = await browser.newContext({ storageState: session, locale: 'nb-NO' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.addInitScript(timeYourself);
  await page.goto(address);
  await ready(page);
  const field = page.locator('main form').locator('textarea, input[type=text], input:not([type])').first();
  await field.focus();
  await page.keyboard.type('a');
  await page.waitForFunction(() => window.times.letter !== undefined);
  const times = await page.evaluate(() => window.times);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await saved(page);
  await context.close();
  return times as Times;
}

/**
 * Runs in the page before anything else. Interactive is when the page has marked itself ready, with nothing waiting before the
 * next task; a letter is on the screen when the frame after its key is.
 */
function timeYourself(): void {
  window.times = {};
  const inNextTask = (work: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(undefined);
  };
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    observer.disconnect();
    inNextTask(() => {
      window.times.interactive = performance.now();
    });
  }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() =>
        inNextTask(() => {
          window.times.letter = performance.now() - timeStamp;
        }),
      ),
    { once: true },
  );
}
