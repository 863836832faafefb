import { describe, expect, test } from 'vitest';
import { fold, tokensOf, withWords, wordsOf } from './fold.ts';
import { Lexicon, splits } from './lexicon.ts';
import { marksIn } from './marks.ts';
import { keyOf } from './norwegian.ts';
import { nounsOf } from './nouns.ts';
import { parseQuery } from './query.ts';
import { respelt } from './spelling.ts';

describe('a query', () => {
  test('phrases, what must not be there, and numbers are taken out of the words', () => {
    expect(parseQuery('"ny løsning" vergemål -sky -"min side" (2019–0042)')).toEqual({
      words: ['vergemål'],
      phrases: [['ny', 'løsning']],
      without: [['min', 'side'], ['sky']],
      measures: ['2019-0042'],
      organisations: [],
    });
  });

  test.each([
    '2019-0042',
    '2019–0042',
    '2019 0042',
    '(2019-0042)',
    'tiltak 2019-0042',
    'Tiltak nr. 2019‑0042',
    '2019/0042',
  ])('%s is the number of a measure', (q) =>
    expect(parseQuery(q)).toMatchObject({ measures: ['2019-0042'], words: [] }),
  );

  test.each(['974760673', '974 760 673', 'NO 974 760 673 MVA', 'Org.nr. 974.760.673'])('%s is an organisation', (q) =>
    expect(parseQuery(q)).toMatchObject({ organisations: ['974760673'], words: [] }),
  );

  test('a longer number, a year and a word with a hyphen are words', () => {
    expect(parseQuery('9747606731 2019 a-melding').words).toEqual(['9747606731', '2019', 'amelding']);
  });

  test('words that bind others need not be there, unless there are no others', () => {
    expect(parseQuery('arv og dødsfall').words).toEqual(['arv', 'dødsfall']);
    expect(parseQuery('og').words).toEqual(['og']);
  });

  test.each(['', '   ', '-', '""', '–', '"', '--', '§'])('%j is nothing', (q) => {
    const { words, phrases, without } = parseQuery(q);
    expect([...words, ...phrases, ...without]).toEqual([]);
  });
});

describe('what looks the same is the same', () => {
  test.each([
    ['idé', 'ide'],
    ['IDÉ', 'ide'],
    ['tin\u00ADglysing', 'tinglysing'],
    ['\u200Bbostøtte', 'bostøtte'],
    ['\uFB01lm', 'film'],
    ['cafe\u0301', 'cafe'],
    ['A\u030Arsrapport', 'årsrapport'],
    ['Brönnöysund', 'brønnøysund'],
    ['Ærlig', 'ærlig'],
    ['C++', 'c++'],
    ['.NET', '.net'],
  ])('%s', (written, folded) => expect(wordsOf(written)).toEqual([folded]));

  test('å is no a, and ø no o', () => {
    expect([fold('får'), fold('før')]).toEqual(['får', 'før']);
  });

  test('what a hyphen joins is one word and its parts', () => {
    const forms = new Set(tokensOf('Ny e\u2011post').map(({ form }) => form));
    expect(forms).toEqual(new Set(['ny', 'e', 'post', 'epost']));
  });

  test('marks are where the words are written', () => {
    const text = 'Tin\u00ADglysing av eiendom (tinglysing)';
    const marked = marksIn(text, new Set(['tinglysing'])).map(([from, to]) => text.slice(from, to));
    expect(marked).toEqual(['Tin\u00ADglysing', 'tinglysing']);
    const phrase = 'innsyn i egne data, ikke data om innsyn';
    const inPhrase = marksIn(phrase, new Set(), [['egne', 'data'].map(keyOf)]).map(([from, to]) =>
      phrase.slice(from, to),
    );
    expect(inPhrase).toEqual(['egne', 'data']);
    expect(withWords('Leg-midler, takk', new Map([['legmidler', 'legemidler']]))).toBe('legemidler, takk');
  });
});

test('a verb finds its nouns', () => {
  expect(nounsOf('tinglyse')).toContain('tinglysing');
  expect(nounsOf('registrera')).toContain('registrering');
  expect(nounsOf('inspisere')).toEqual(['inspeksjon']);
  expect(nounsOf('pensjon')).toEqual([]);
});

test.each([
  ['2019-42', ['2019-0042']],
  ['tiltak 42', ['0042']],
  ['0042', ['0042']],
  ['Tiltak nr. 42', ['0042']],
  ['42 tiltak', []],
  ['2019', []],
])('%s asks for the measures %j', (q, measures) => expect(parseQuery(q).measures).toEqual(measures));

describe('compounds', () => {
  const lexicon = new Lexicon([
    'eiendom',
    'register',
    'skipsregister',
    'eiendomsregisteret',
    'sky',
    'skytjeneste',
    'tjenester',
    'tilsyn',
    'syn',
  ]);
  const compounds = (word: string) =>
    lexicon
      .compoundsOf(word)
      .map(({ form, part }) => `${lexicon.forms[form]} ${part}`)
      .sort();

  test('are found by their last and first part', () => {
    expect(compounds('register')).toEqual(['eiendomsregisteret head', 'skipsregister head']);
    expect(compounds('sky')).toEqual(['skytjeneste modifier']);
    // `til` is no noun.
    expect(compounds('syn')).toEqual([]);
  });

  test('are taken apart where both parts are words', () => {
    expect(splits('eiendomsregister', (word) => lexicon.has(word))).toEqual([['eiendom', 'register']]);
    expect(splits('eiendomsdrage', (word) => lexicon.has(word))).toEqual([]);
  });

  test('words that begin so are told in their order', () => {
    expect(lexicon.beginning('sky').map((form) => lexicon.forms[form])).toEqual(['sky', 'skytjeneste']);
    expect(lexicon.beginning('x')).toEqual([]);
  });
});

describe('spelling', () => {
  const known = new Map([
    ['digitalisering', 3],
    ['digital', 9],
    ['pass', 1],
    ['pant', 2],
  ]);
  test.each([
    ['digitalisernig', 'digitalisering'],
    ['digtal', 'digital'],
    // As near, and more used.
    ['pars', 'pass'],
    // Too short, and too far.
    ['pas', undefined],
    ['hvalross', undefined],
    ['2019', undefined],
    ['.net', undefined],
    ['landpass', undefined],
  ])('%s is %s', (word, right) => expect(respelt(word, known)).toBe(right));
});
