import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { loaded, newestReleases } from '../releases/index.ts';
import { isFieldWord } from './field-words.ts';
import { tokensOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { keyOf } from './norwegian.ts';
import { doublesIn } from './search-text.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);
const now = new Date('2026-03-02T09:00:00Z');
await import2019(db, { freeze: true, now });

interface Row {
  readonly agency: string;
  readonly name: string;
  readonly deliverable: string;
  readonly tags: readonly string[];
}
const { rows } = await pool.query<Row>(`
  select known->>'agency' as agency, public_answers->>'name' as name, public_answers->>'deliverable' as deliverable,
    array(select jsonb_array_elements_text(public_answers->'tags')) as tags
  from release_measure where visibility <> 'withheld' order by position`);

/** As docs/decisions/0049-likely-doubles.md says it, each held against each, from the texts. */
function slowly(): { one: number; other: number; likeness: number }[] {
  const words = (text: string) =>
    tokensOf(text).flatMap(({ form, place }) =>
      form.length < 2 || isFunctionWord(form) ? [] : [{ key: keyOf(form), place }],
    );
  const measures = rows.map(({ agency, name, deliverable, tags }) => {
    const named = words(name);
    const title = new Set(named.map(({ key }) => key));
    return {
      agency,
      named,
      title,
      all: new Set([...title, ...words(deliverable).map(({ key }) => key), ...tags.map((tag) => `# ${tag}`)]),
    };
  });
  const agencies = new Set(rows.map(({ agency }) => agency)).size;
  const usedBy = new Map<string, typeof measures>();
  for (const measure of measures)
    for (const term of measure.all) usedBy.set(term, [...(usedBy.get(term) ?? []), measure]);
  const terms = new Map(
    [...usedBy].map(([term, users]) => {
      const by = new Set(users.map(({ agency }) => agency)).size;
      const rarity =
        Math.log((measures.length + 1) / (users.length + 0.5)) * (1 + Math.log((agencies + 1) / (by + 0.5)));
      const most = (share: number) => Math.max(3, share * measures.length);
      const counts = { title: users.length <= most(0.05), text: users.length <= most(0.02) };
      const rare = !isFieldWord(term) && counts.title && (counts.text || by <= 0.05 * agencies);
      return [term, { by, rarity, counts, rare }];
    }),
  );
  const of = (term: string) =>
    terms.get(term) as { by: number; rarity: number; counts: { title: boolean; text: boolean }; rare: boolean };
  const weight = (measure: (typeof measures)[number], term: string) => {
    const { rarity, counts } = of(term);
    if (!measure.all.has(term)) return 0;
    return measure.title.has(term) ? (counts.title ? 3 * rarity : 0) : counts.text ? rarity : 0;
  };
  const total = (measure: (typeof measures)[number]) =>
    [...measure.all]
      .map((term) => weight(measure, term))
      .sort((a, b) => b - a)
      .slice(0, 8)
      .reduce((a, b) => a + b, 0);
  /** How much of what one is about the other has. */
  const covered = (one: (typeof measures)[number], other: (typeof measures)[number]) => {
    const narrowed = (of1: typeof one, of2: typeof one) =>
      of1.named.flatMap(({ key, place }) =>
        of1.named.some((near) => Math.abs(near.place - place) === 1 && of(near.key).rare && weight(of2, near.key) === 0)
          ? [key]
          : [],
      );
    const not = new Set([...narrowed(one, other), ...narrowed(other, one)]);
    const subject = [...one.title].filter((term) => of(term).rare);
    const sum = (some: readonly string[]) => some.reduce((all, term) => all + of(term).rarity, 0);
    const shared = subject.filter((term) => weight(other, term) > 0 && !not.has(term));
    const ofTwo = shared.filter((term) => other.title.has(term) && of(term).by === 2);
    const share = (some: readonly string[]) => (some.length === 0 ? 0 : sum(some) / sum(subject));
    const telling = [...one.all].filter(
      (term) => of(term).rare && weight(one, term) > 0 && weight(other, term) > 0 && !not.has(term),
    );
    // Two words, or one that no third agency has.
    const enough = telling.length > 1 || telling.some((term) => of(term).by === 2);
    return { subject: enough ? share(shared) : 0, ofTwo: share(ofTwo) };
  };
  const totals = measures.map(total);
  const found = measures.map((one, at) =>
    measures
      .flatMap((other, place) => {
        if (one.agency === other.agency) return [];
        const shared = [...one.all]
          .filter((term) => !isFieldWord(term))
          .reduce((sum, term) => sum + Math.min(weight(one, term), weight(other, term)), 0);
        const likeness = Math.min(1, (2 * shared) / ((totals[at] as number) + (totals[place] as number)));
        const both = [covered(one, other), covered(other, one)];
        // Wholly about what nobody but the two agencies names.
        const least = both.some(({ ofTwo }) => ofTwo > 0.999) ? 0.4 : 0.45;
        return likeness >= least && both.some(({ subject }) => subject >= 0.6) ? [{ place, likeness }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
      .slice(0, 5),
  );
  const pairs = found.flatMap((others, at) =>
    others.map(({ place, likeness }) => ({ one: Math.min(at, place), other: Math.max(at, place), likeness })),
  );
  return [...new Map(pairs.map((pair) => [`${pair.one} ${pair.other}`, pair])).values()];
}

test('the lists of rare words lead to the same doubles as holding each measure against each', async () => {
  const [release] = await newestReleases(db, now);
  const part = await loaded(db, release as NonNullable<typeof release>);
  const doubles = await doublesIn(db, [part], () => (place) => rows[place]?.tags.map((tag) => `tags=${tag}`) ?? []);
  const named = (pairs: ReturnType<typeof slowly>) =>
    pairs.map(({ one, other, likeness }) => `${one} ${other} ${likeness.toFixed(4)}`).sort();
  const expected = named(slowly());
  expect(expected.length).toBeGreaterThan(5);
  expect(named([...(await doubles.all())])).toEqual(expected);
});
