import { describe, expect, test } from 'vitest';
import { type Edition, findQuestion, kindOf, latestEdition, questionsOf } from './index.ts';
import { type Cell, cellOptions, isBlankCell, likeTitle, readCell, readTicked } from './match.ts';
import { sameText } from './testing.ts';

const edition: Edition = latestEdition;
const read = (id: string, cell: Cell, context: Parameters<typeof readCell>[3] = {}) => {
  const question = findQuestion(edition, id);
  if (!question) throw new Error(`no question ${id}`);
  return readCell(edition, question, cell, context);
};

describe('cells', () => {
  test.each([
    ['phase', 'Drift', 'operation'],
    ['phase', 'Gjennomføringsfasen', 'execution'],
    ['phase', 'planning', 'planning'],
    ['phase', 'I produksjon', 'operation'],
    ['phase', 'i drift', 'operation'],
    ['phase', 'Under utvikling', 'execution'],
    ['funding', '✓', 'yes'],
    ['funding', false, 'no'],
    ['technologies', 'AI; sky', ['ai', 'cloud']],
    ['technologies', 'Skytjenester\nRobotteknologi', ['cloud', 'robotics']],
    ['beneficiaries', 'innbyggere og ansatte', ['citizens', 'employees']],
    ['tags', 'ai, sky; ai', ['ai', 'sky']],
    ['contactEmail', 'Kari Nordmann <kari@nav.example>', 'kari@nav.example'],
    ['name', ' Digital\nsøknad ', 'Digital søknad'],
    ['name', 4711, '4711'],
    ['startDate', '2026-08-30T00:00:00.000Z', '2026-08-30'],
    ['startDate', '30.08.26', '2026-08-30'],
    ['startDate', '30/08/2026', '2026-08-30'],
    ['startDate', '08.2026', '2026-08-01'],
    ['startDate', 46_264, '2026-08-30'],
    ['startDate', '31. des 2027', '2027-12-31'],
    ['startDate', '1. mars 2027', '2027-03-01'],
    ['startDate', 'December 31, 2027', '2027-12-31'],
    ['startDate', 'oktober 2027', '2027-10-01'],
    ['startDate', 'sept. 2027', '2027-09-01'],
    ['startDate', '2027-12', '2027-12-01'],
    ['involvesOthers', 'Unknown', 'unknown'],
    ['partners', '991 825 827', ['991825827']],
    // Written as exempt is never made more open.
    ['publishable', 'u.off.', 'no'],
    ['publishable', 'Unntatt, jf. offl. § 21', 'no'],
    ['publishable', 'Unnateke offentlegheita', 'no'],
    ['publishable', 'Delvis unntatt', 'partly'],
    ['exemptionBasis', 'Offl. § 21', 'OFFL_21'],
    ['exemptionBasis', 'jf. offentleglova § 13', 'OFFL_13'],
    ['exemptionBasis', 'Offl. § 13, jf. fvl. § 13', 'Offl. § 13, jf. fvl. § 13'],
    ['exemptionBasis', 'Sikkerhetsloven § 5-3', 'Sikkerhetsloven § 5-3'],
  ] satisfies [string, Cell, unknown][])('%s: %s', (id, cell, answer) => {
    expect(read(id, cell)).toMatchObject({ answer, problems: [] });
  });

  test.each([
    ['phase', 'pågår', 'unknownOption'],
    // «Ja, alt» opens a whole measure to the public: a short yes must be explained once.
    ['publishable', 'Ja', 'unknownOption'],
    ['publishable', 'Ikke unntatt', 'unknownOption'],
    ['exemptionBasis', 'Ja', 'noBasis'],
    // The known half must not be kept while the other is lost.
    ['effects', 'Økt tjenestekvalitet, effektivisering', 'unknownOption'],
    ['totalCost', '1,500', 'ambiguous'],
    ['totalCost', 12.5, 'needsUnit'],
    ['totalCost', -5, 'negative'],
    ['startDate', '03/04/2026', 'notADate'],
    ['startDate', 'mars', 'notADate'],
    ['contactEmail', 'Kari', 'notAnEmail'],
  ] satisfies [string, Cell, string][])('%s: %s is refused', (id, cell, code) => {
    const { answer, problems } = read(id, cell);
    expect(answer).toBeUndefined();
    expect(problems).toMatchObject([{ code }]);
  });

  test.each([
    [12.5, 1_000_000, 12_500_000],
    ['12,5', 1_000_000, 12_500_000],
    ['500 kr', 1_000, 500_000],
    ['2 mill', 1_000, 2_000_000],
    ['1 500 000', 1, 1_500_000],
  ] as const)('amount %s in units of %d', (cell, unit, kroner) => {
    expect(read('totalCost', cell, { unit })).toMatchObject({ answer: kroner, problems: [] });
  });

  test.each(['N/A', 'n/a', 'TBD', 'Ukjent', 'ikke avklart', '?', '-'])('%s says nothing', (cell) => {
    for (const id of ['totalCost', 'startDate', 'phase', 'deliverable', 'contactEmail', 'effects'])
      expect(read(id, cell)).toEqual({ problems: [], words: [] });
  });

  test('øre are rounded off, and that is said', () => {
    expect(read('totalCost', 1_234_567.89)).toMatchObject({ answer: 1_234_568, notes: [{ code: 'rounded' }] });
  });

  test('what someone said a word means is believed, also that it means nothing', () => {
    const chosen = (_question: string, word: string) => ({ pagar: 'execution', tja: '' })[word];
    expect(read('phase', 'Pågår', { chosen })).toMatchObject({ answer: 'execution', words: [{ how: 'chosen' }] });
    expect(read('phase', 'tja', { chosen })).toEqual({
      problems: [],
      words: [{ word: 'tja', code: '', how: 'chosen' }],
    });
  });

  describe('partners', () => {
    const body = (code: string, name: string, ...words: string[]) => ({ code, name: sameText(name), words });
    const bodies = [
      body('974761076', 'Skatteetaten'),
      body('974760983', 'Direktoratet for samfunnssikkerhet og beredskap', 'DSB'),
      body('kommune:0301', 'Oslo kommune', 'Oslo'),
      body('974761319', 'Statsforvalteren i Østfold, Buskerud, Oslo og Akershus'),
    ];

    test.each([
      ['Skatteetaten; 991825827', ['974761076', '991825827']],
      ['Direktoratet for samfunnssikkerhet og beredskap (DSB), Oslo', ['974760983', 'kommune:0301']],
      ['DSB og Skatteetaten', ['974760983', '974761076']],
      ['Oslo/DSB', ['kommune:0301', '974760983']],
      ['Statsforvalteren i Østfold, Buskerud, Oslo og Akershus', ['974761319']],
      ['kommune:0301|text:Foreningen Åpne data', ['kommune:0301', 'text:Foreningen Åpne data']],
    ])('%s', (cell, answer) => expect(read('partners', cell, { bodies })).toMatchObject({ answer, problems: [] }));

    test('one that nobody knows loses only itself', () =>
      expect(read('partners', 'Oslo, Firma AS, 991825828', { bodies })).toMatchObject({
        answer: ['kommune:0301'],
        problems: [],
        words: [{ how: 'label' }, { word: 'Firma AS', how: 'unknown' }, { word: '991825828', how: 'unknown' }],
      }));

    test('what was said of a word holds', () => {
      const chosen = (_question: string, word: string) => ({ 'firma as': 'text:Firma AS', noen: '' })[word];
      expect(read('partners', 'Firma AS, noen, Oslo', { bodies, chosen }).answer).toEqual([
        'text:Firma AS',
        'kommune:0301',
      ]);
    });
  });

  test('a yes below our own question is the whole of its yes, below another heading it is asked', () => {
    expect(read('publishable', 'Ja', { heading: 'Kan alt publiseres? *' })).toMatchObject({ answer: 'yes' });
    expect(read('publishable', 'x', { heading: 'Kan alt publiserast?' })).toMatchObject({ answer: 'yes' });
    expect(read('publishable', 'Ja', { heading: 'Kan publiseres?' }).problems).toMatchObject([
      { code: 'unknownOption' },
    ]);
  });

  test('several ticks where one answer is asked for', () => {
    const phase = findQuestion(edition, 'phase');
    if (!phase) throw new Error('no phase');
    expect(readTicked(edition, phase, ['idea']).answer).toBe('idea');
    expect(readTicked(edition, phase, ['idea', 'concept']).problems).toEqual([{ code: 'severalTicked' }]);
  });

  test('every category of every question is understood by code and by label in every language', () => {
    for (const question of questionsOf(edition).filter(({ known }) => !known)) {
      for (const { code, label } of cellOptions(edition, question)) {
        for (const written of [code, label.nb, label.nn, label.en]) {
          const { answer, problems } = readCell(edition, question, written);
          const codes = answer === undefined ? [] : kindOf(question).codes(question, answer);
          // Two categories of the list of life events and the like may share a label in one language.
          if (problems.length === 0) expect([question.id, ...codes]).toEqual([question.id, code]);
          else
            expect(
              cellOptions(edition, question).filter((other) => Object.values(other.label).includes(written)).length,
            ).toBeGreaterThan(1);
        }
      }
    }
  });
});

test('a blank cell is nothing, or a dash', () => {
  expect([null, '', ' ', '-', '–', '\u00a0'].map(isBlankCell)).toEqual([true, true, true, true, true, true]);
  expect([0, false, 'x'].map(isBlankCell)).toEqual([false, false, false]);
});

test('titles are alike though mistyped, and unlike though both are short', () => {
  expect(likeTitle('Felles adresseoppslag', 'Feles adresse-oppslag')).toBeGreaterThan(0.8);
  expect(likeTitle('Felles adresseoppslag', 'Felles arkivløsning')).toBeLessThan(0.7);
});
