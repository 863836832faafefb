import { afterAll, expect, test, vi } from 'vitest';
import { createMeasures } from '../measures/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { agencyRoundOf } from '../rounds/index.ts';
import { firstRevisions } from './import-revisions.ts';
import { earlierSummaries, measureSummaries } from './summary.ts';
import { completeAnswers, digdir, openRound } from './testing.ts';

// What is kept in memory holds fewer than there are: what lists say must not depend on what is still kept.
vi.mock('lru-cache', async (original) => {
  const { LRUCache } = await original<typeof import('lru-cache')>();
  class Small extends LRUCache<string, object> {
    constructor() {
      super({ max: 3 });
    }
  }
  return { LRUCache: Small };
});

const { db, close } = await testDatabase();
const now = new Date();
const day = 86_400_000;
const open = { opensAt: new Date(now.getTime() - day), deadline: new Date(now.getTime() + day), lateUntil: null };
await openRound(db, open);
afterAll(close);

const names = ['Ett', 'To', 'Tre', 'Fire', 'Fem'];
async function answered(year: number) {
  const asked = await agencyRoundOf(db, year, digdir.orgnr);
  const of = { ...asked, round: { ...asked.round, ...open, state: 'open' as const } };
  const actor = { personId: null, name: 'Kari' };
  await db.transaction(async (tx) => {
    const numbers = names.map(() => null);
    const made = await createMeasures(tx, of, numbers, actor, now);
    const measures = made.map(({ id }, at) => ({
      id,
      answers: { ...completeAnswers, [of.edition.roles.title]: names[at] ?? '' },
    }));
    await firstRevisions(tx, of, measures, actor, now);
  });
  return of;
}

test('a list looked at again says the same, also when some of it is no longer kept', async () => {
  const of = await answered(2026);
  for (const look of ['first', 'second', 'third']) {
    const list = await measureSummaries(db, of);
    expect([look, list.map(({ title, blank }) => [title, blank])]).toEqual([look, names.map((name) => [name, false])]);
  }
});

test('so does the list of last year’s', async () => {
  await answered(2019);
  const of = await agencyRoundOf(db, 2026, digdir.orgnr);
  for (const look of ['first', 'second', 'third']) {
    const list = await earlierSummaries(db, of);
    expect([look, list.map(({ title }) => title)]).toEqual([look, names]);
  }
});
