import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../platform/db/testing.ts';
import { inBokmal, wordsIn } from './norwegian-words.ts';
import { SearchVectors } from './search-vector.ts';
import { type SearchWords, weights } from './search-words.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);

/** As PostgreSQL makes it of whole texts. */
async function byPostgres({ stems, forms }: SearchWords): Promise<string> {
  const vector = weights
    .map(
      (weight, i) =>
        `setweight(to_tsvector('norwegian', $${2 * i + 1}) || to_tsvector('simple', $${2 * i + 2}), '${weight}')`,
    )
    .join(' || ');
  const texts = weights.flatMap((weight) => [stems[weight].join(' '), forms[weight].join(' ')]);
  const { rows } = await pool.query<{ vector: string }>(`select (${vector})::text as vector`, texts);
  return rows[0]?.vector as string;
}

const vectors = new SearchVectors();
const learnt = new Set<string>();

/** As it is put together word by word, read in by PostgreSQL. */
async function wordByWord(words: SearchWords): Promise<string> {
  const unknown = [...words.words].filter((word) => !learnt.has(word));
  await vectors.learn(db, unknown);
  for (const word of unknown) learnt.add(word);
  const { rows } = await pool.query<{ vector: string }>('select ($1::tsvector)::text as vector', [vectors.of(words)]);
  return rows[0]?.vector as string;
}

function searched(texts: readonly string[]): SearchWords {
  const of = (change: (words: string[]) => string[]) => {
    const [A = [], B = [], C = [], D = []] = texts.map((text) => change(wordsIn(text)));
    return { A, B, C, D };
  };
  const stems = of((words) => words.map(inBokmal));
  const forms = of((words) => [...new Set([...words, ...words.map(inBokmal)])]);
  const all = [stems, forms].flatMap((each) => weights.flatMap((weight) => each[weight]));
  return { stems, forms, words: new Set(all) };
}

test.each([
  ['og er det', 'og', 'i', 'på'],
  ['', '', '', ''],
  ['nye tenester og tjenester', 'tjenester for alle', 'Arbeids- og velferdsetaten (NAV)', 'på nett'],
  [
    '2024 1e5 ab12 12ab ½ x² ǅ ʼn İstanbul ß ﬁn',
    '١٢٣ 日本語 ไทย हिन्दी',
    "D'Arc 3.14 a_b",
    'e-post a@b.no http://x.no/y?z=1',
  ],
  ['zzzzq zzzzqer', 'zzzzq', 'zzzafter', 'q'],
  // More places than PostgreSQL keeps, of a word and in all.
  ['ja '.repeat(300), 'ja og nei '.repeat(6000), 'ja', 'nei ja'],
])('a vector put together of words is the one PostgreSQL makes: %.40s', async (...texts) => {
  const words = searched(texts);
  expect(await wordByWord(words)).toBe(await byPostgres(words));
});

test('of any texts', async () => {
  const word = fc.oneof(
    fc.constantFrom('og', 'det', 'tenester', 'tilsyn', 'løsning', 'ikke', 'digitalisering', '2020'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.tuple(text, text, text, text), async (texts) => {
      // PostgreSQL has no text with this character.
      const words = searched(texts.map((one) => one.replaceAll('\0', '')));
      expect(await wordByWord(words)).toBe(await byPostgres(words));
    }),
    { numRuns: 200 },
  );
});
