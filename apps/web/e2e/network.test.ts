import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '@samblikk/contract/client';
import type { Question } from '@samblikk/questionnaire';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { addMeasure, answer, branching, edition, fieldOf, ready, saved, signInAs } from './answering.ts';
import { useBrowser } from './browser.ts';
import { withChromium } from './chromium.ts';

// biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
const open = useBrowser();

// biome-ignore lint/style/noProcessEnv: the browser is given what the run was given
const environment = process.env;
const cuts = 10;
/** How a cut meets what is being saved: in the middle of a word, on the way to the service, or on the way back. */
const ways = ['midWord', 'request', 'reply'] as const;

test('the network is cut ten times and the browser is killed: all that was acknowledged is there, and the rest comes back', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'samblikk-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const context = await openProfile(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('/svar');
  await signInAs(page, 'Nora Navarsete');
  const address = await addMeasure(page);
  const measure = address.split('/').at(-1) ?? '';
  const acknowledged = listen(page);
  const network = await Network.of(context);

  const random = seeded(20260322);
  const asked = edition.sections.flatMap(({ questions }) => questions.filter((question) => !('known' in question)));
  const points = new Set(draw(asked.length, cuts - 1, random));
  // A cut meant for a question that another answer hides comes at the next one.
  let owed = 0;
  for (const section of edition.sections) {
    await page.goto(`${address}/${section.id}`);
    await ready(page);
    for (const question of section.questions) {
      if (points.has(asked.indexOf(question))) owed += 1;
      if ((await fieldOf(page, question.id).count()) === 0) continue;
      const way = ways[network.times % ways.length];
      if (owed === 0 || !way) await answer(page, question, branching[question.id]);
      else {
        owed -= 1;
        await answerWhileCut(page, network, question, way, random);
      }
    }
    await saved(page);
  }
  expect(network.times).toBe(cuts - 1);
  expect(network.lostRequests).toBeGreaterThan(0);
  expect(network.lostReplies).toBe((cuts - 1) / ways.length);
  const promised = new Map(acknowledged);
  expect(promised.size).toBeGreaterThan(20);

  await kill(context);

  const elsewhere = await open('/svar');
  await signInAs(elsewhere, 'Nora Navarsete');
  const stored = await draftOf(elsewhere, measure);
  for (const [question, value] of promised) expect(stored.answers[question], question).toEqual(value ?? undefined);

  // The tenth, in the same person's browser started again: no contact until that dies as well, in the middle of a word.
  const summary = edition.roles.summary;
  const path = `${address}/${edition.sections.find(({ questions }) => questions.some(({ id }) => id === summary))?.id}`;
  const second = await openProfile(profile);
  const restarted = await openAs(second, path);
  await saved(restarted);
  expect((await draftOf(elsewhere, measure)).answers).toEqual(stored.answers);
  const cutAgain = await Network.of(second);
  await cutAgain.cut();
  const unsent = 'Skrevet uten nett da nettleseren døde midt i et o';
  await fieldOf(restarted, summary).fill('');
  await fieldOf(restarted, summary).pressSequentially(unsent.slice(0, 20));
  await restarted.getByText('Ingen kontakt med tjenesten').waitFor();
  expect(network.times + cutAgain.times).toBe(cuts);
  await fieldOf(restarted, summary).pressSequentially(unsent.slice(20));
  await kept(restarted);
  await kill(second);

  const third = await openProfile(profile);
  onTestFinished(() => third.close());
  const back = await openAs(third, path);
  await expect.poll(() => fieldOf(back, summary).inputValue()).toBe(unsent);
  await saved(back);
  const { answers } = await draftOf(elsewhere, measure);
  expect(answers).toEqual({ ...stored.answers, [summary]: unsent });
});

/** Goes to an address and signs in there: a browser that was killed has forgotten the session. */
async function openAs(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  if (page.url() !== address) await signInAs(page, 'Nora Navarsete');
  await ready(page);
  return page;
}

/** Answers a question while the network goes, in one of the ways, and comes back a moment later. */
async function answerWhileCut(
  page: Page,
  network: Network,
  question: Question,
  way: (typeof ways)[number],
  random: () => number,
): Promise<void> {
  const typed = question.kind === 'text' || question.kind === 'longText';
  if (way === 'midWord' && typed) {
    const text = `Ord for ord på ${question.id}`;
    const middle = 1 + Math.floor(random() * (text.length - 2));
    await fieldOf(page, question.id).pressSequentially(text.slice(0, middle));
    await network.cut();
    await fieldOf(page, question.id).pressSequentially(text.slice(middle));
    await fieldOf(page, question.id).blur();
  } else if (way === 'reply') {
    const lost = network.cutAfterNextRequest();
    await answer(page, question, branching[question.id]);
    await lost;
  } else {
    await network.cut();
    await answer(page, question, branching[question.id]);
  }
  await page.getByText('Ingen kontakt med tjenesten').waitFor();
  // Anywhere within the time between two tries, not to wait for something.
  await page.waitForTimeout(Math.floor(random() * 700));
  await network.restore();
}

/** The network between a browser and the service, as far as saving goes. */
class Network {
  times = 0;
  lostRequests = 0;
  lostReplies = 0;
  readonly #context: BrowserContext;
  #down = false;
  #loseReply: (() => void) | undefined;

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  static async of(context: BrowserContext): Promise<Network> {
    const network = new Network(context);
    await context.route('**/api/v1/measures/*/answers/**', async (route) => {
      if (network.#down) {
        network.lostRequests += 1;
        await route.abort('internetdisconnected');
        return;
      }
      const lose = network.#loseReply;
      if (!lose) return await route.continue();
      network.#loseReply = undefined;
      // The service has taken it, and the browser never hears.
      expect((await route.fetch()).status()).toBe(200);
      network.lostReplies += 1;
      await network.cut();
      await route.abort('connectionreset');
      lose();
    });
    return network;
  }

  async cut(): Promise<void> {
    this.#down = true;
    this.times += 1;
    await this.#context.setOffline(true);
  }

  /** Cuts once the next request has reached the service. Resolves then. */
  cutAfterNextRequest(): Promise<void> {
    return new Promise((done) => {
      this.#loseReply = done;
    });
  }

  async restore(): Promise<void> {
    this.#down = false;
    await this.#context.setOffline(false);
  }
}

/** What the browser has been told is saved: the last such value of each question, null for blank. */
function listen(page: Page): ReadonlyMap<string, unknown> {
  const acknowledged = new Map<string, unknown>();
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() !== 'PUT' || response.status() !== 200 || !request.url().includes('/answers/')) return;
    const { changes } = request.postDataJSON() as { changes: Record<string, unknown> };
    for (const [question, value] of Object.entries(changes)) acknowledged.set(question, value);
  });
  return acknowledged;
}

/** A browser that keeps its storage in a folder, as people's do. */
const openProfile = (folder: string): Promise<BrowserContext> =>
  withChromium(environment, (options) =>
    chromium.launchPersistentContext(folder, {
      ...options,
      baseURL: inject('site'),
      locale: 'nb-NO',
      reducedMotion: 'reduce',
    }),
  );

/** Until what the page has written so far is out of its hands; what it has put off is not waited for. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await result(indexedDB.open('samblikk'));
    await result(database.transaction('unsent').objectStore('unsent').count());
    database.close();
  });

/** Kills the browser as a power cut does: it gets no chance to write anything. */
async function kill(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser does not tell its process');
  const closed = new Promise((done) => context.once('close', done));
  process.kill(main.id, 'SIGKILL');
  await closed;
}

async function draftOf(page: Page, measure: string): Promise<Draft> {
  const reply = await page.request.get(`/api/v1/measures/${measure}/rounds/${edition.year}`);
  expect(reply.status()).toBe(200);
  return (await reply.json()) as Draft;
}

/** Pseudo-random numbers from 0 to 1, the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** This many different whole numbers below a limit. */
function draw(below: number, count: number, random: () => number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * below));
  return [...drawn];
}
