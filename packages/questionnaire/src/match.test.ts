import { describe, expect, test } from 'vitest';
import { type Edition, findQuestion, kindOf, latestEdition, questionsOf } from './index.ts';
import {
  type Cell,
  cellOptions,
  guessColumns,
  isBlankCell,
  likeTitle,
  ownHeading,
  readCell,
  readTicked,
} from './match.ts';
import { sameText } from './testing.ts';

const edition: Edition = latestEdition;
const guess = (
  columns: readonly (readonly [string, readonly Cell[]])[],
  remembered?: Parameters<typeof guessColumns>[2],
) =>
  guessColumns(
    edition,
    columns.map(([heading, cells]) => ({ heading, cells })),
    remembered,
  );
const one = (heading: string, cells: readonly Cell[]) => guess([[heading, cells]])[0];
const read = (id: string, cell: Cell, context: Parameters<typeof readCell>[3] = {}) => {
  const question = findQuestion(edition, id);
  if (!question) throw new Error(`no question ${id}`);
  return readCell(edition, question, cell, context);
};

describe('columns', () => {
  test('our own headings are certain', () => {
    const headings = questionsOf(edition)
      .filter(({ known }) => !known)
      .map(ownHeading);
    const guesses = guess([['number', []], ['externalId', []], ...headings.map((heading) => [heading, []] as const)]);
    expect(guesses.map(({ how }) => how)).toEqual(guesses.map(() => 'own'));
    expect(guesses.slice(2).map(({ target }) => 'question' in target && target.question)).toEqual(headings);
  });

  test('labels are recognised in every language, and each question gets its own', () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const questions = questionsOf(edition).filter(({ known }) => !known);
      const guesses = guess(questions.map((question) => [question.label[language], []]));
      expect(guesses.map(({ target }) => 'question' in target && target.question)).toEqual(
        questions.map(({ id }) => id),
      );
    }
  });

  test.each([
    ['Prosjektnavn', ['Digital søknad', 'Ny fagløsning'], { as: 'answer', question: 'name' }],
    ['Kort beskrivelse av prosjektet', ['a', 'b'], { as: 'answer', question: 'deliverable' }],
    ['Prosjektleder / kontakt', ['Kari <kari@nav.example>'], { as: 'answer', question: 'contactEmail' }],
    ['Totalkostnad (mill. kr)', [12.5, 3], { as: 'answer', question: 'totalCost', unit: 1_000_000 }],
    ['Budsjett 2026 (i 1000 kr)', [500, 3000], { as: 'answer', question: 'budgetThisYear', unit: 1_000 }],
    ['Budsjett', [12_500_000, 300_000], { as: 'answer', question: 'budgetThisYear', unit: 1 }],
    ['Totalbudsjett (NOK)', [12_500_000, 300_000], { as: 'answer', question: 'totalCost', unit: 1 }],
    ['Kr (hele tusen)', [500, 3000], { as: 'answer', question: 'totalCost', unit: 1_000 }],
    ['Beløp i mill. kr', [5, 12.5], { as: 'answer', question: 'totalCost', unit: 1_000_000 }],
    ['Hvem nyter godt av det?', ['Innbyggere', 'Ansatte'], { as: 'answer', question: 'beneficiaries' }],
    ['Unntatt offentlighet', ['x', null], { as: 'option', question: 'publishable', option: 'no' }],
    ['Unntatt offentlighet', ['Ja', 'Nei'], { as: 'option', question: 'publishable', option: 'no' }],
    ['U.off.', ['x', null], { as: 'option', question: 'publishable', option: 'no' }],
    ['Unntatt offentlighet', ['offl. § 23', null], { as: 'answer', question: 'exemptionBasis' }],
    ['Robotteknologi', ['x', null, 'X'], { as: 'option', question: 'technologies', option: 'robotics' }],
    ['Vår ref', ['2019-0042', '2026-0001'], { as: 'number' }],
    ['Prosjektnummer', ['P-1', 'P-7'], { as: 'externalId' }],
    ['Nr', [1, 2, 3], { as: 'nothing' }],
    ['Id', [1, 2, 3], { as: 'externalId' }],
    ['Prosjekt-ID', ['A', 'B'], { as: 'externalId' }],
    ['tkr', [500, 3000], { as: 'answer', question: 'totalCost', unit: 1_000 }],
    ['Kostnad (KNOK)', [500, 3000], { as: 'answer', question: 'totalCost', unit: 1_000 }],
    ['Kostnad kkr', [500, 3000], { as: 'answer', question: 'totalCost', unit: 1_000 }],
    ['Ferdigstilles', ['2027-12-31', null], { as: 'answer', question: 'endDate' }],
    ['MNOK', [5, 12.5], { as: 'answer', question: 'totalCost', unit: 1_000_000 }],
    ['Off?', ['Delvis', 'Nei'], { as: 'answer', question: 'publishable' }],
    ['Kort om prosjektet', ['a', 'b'], { as: 'answer', question: 'deliverable' }],
    ['Prosjektstart', ['2027-01-01'], { as: 'answer', question: 'startDate' }],
    ['Formål', ['a', 'b'], { as: 'answer', question: 'deliverable' }],
    ['Formål med prosjektet', ['a', 'b'], { as: 'answer', question: 'deliverable' }],
    ['Prosjektets formål', ['a', 'b'], { as: 'answer', question: 'deliverable' }],
    ['Tilknyttede organisasjoner', ['991825827'], { as: 'answer', question: 'partners' }],
    // Another year, a variance, a benefit, what is spent, who keeps the list: none of it is asked.
    ['Budsjett 2025', [1_500_000], { as: 'nothing' }],
    ['Budsjett 2027 (mill. kr)', [1.5], { as: 'nothing' }],
    ['Budsjett neste år', [1_500_000], { as: 'nothing' }],
    ['Budsjettavvik', [1_500_000], { as: 'nothing' }],
    ['Avvik mot budsjett', [1_500_000], { as: 'nothing' }],
    ['Estimert gevinst i kr', [9_000_000], { as: 'nothing' }],
    ['Nettonytte (kr)', [9_000_000], { as: 'nothing' }],
    ['Påløpt kostnad hittil', [9_000_000], { as: 'nothing' }],
    ['Brukt av budsjettet', [9_000_000], { as: 'nothing' }],
    ['Årlige driftskostnader', [9_000_000], { as: 'nothing' }],
    ['Neste fase', ['Gjennomføring', 'Drift'], { as: 'nothing' }],
    ['Status 2025', ['Konsept', 'Drift'], { as: 'nothing' }],
    ['Endret av', ['kari@nav.example', 'ola@nav.example'], { as: 'nothing' }],
    // The heading says one thing and the cells another.
    ['% ferdig', ['45 %', '100 %', null], { as: 'nothing' }],
    ['Ferdig', [0.45, 1], { as: 'nothing' }],
    ['Ferdig', [46_264, 46_300], { as: 'answer', question: 'endDate' }],
    ['Fase', [1, 2, 3], { as: 'nothing' }],
    ['Fase', ['pågår', 'på vent'], { as: 'answer', question: 'phase' }],
    ['Avdeling', ['IT', 'HR', 'IT'], { as: 'nothing' }],
    // Ticks below a heading that names no category say nothing about which question is meant.
    ['Ferdigstilt?', ['x', null], { as: 'nothing' }],
  ] satisfies [string, Cell[], object][])('%s', (heading, cells, target) => {
    expect(one(heading, cells)?.target).toEqual(target);
  });

  test('a category that several questions have belongs with the column beside it', () => {
    const guesses = guess([
      ['Robotteknologi', ['x', null]],
      ['Annet (spesifiser)', [null, 'x']],
    ]);
    expect(guesses[1]?.target).toEqual({ as: 'option', question: 'technologies', option: 'other' });
  });

  test('a question gets one column; the surer wins', () => {
    const guesses = guess([
      ['Lang beskrivelse', ['a']],
      ['Beskrivelse', ['b']],
    ]);
    expect(guesses.map(({ target }) => target.as)).toEqual(['nothing', 'answer']);
  });

  test('a second column of the same is no other question', () => {
    expect(
      guess([
        ['Budsjett', [1_500_000]],
        ['Budsjett', [2_500_000]],
      ]).map(({ target }) => target.as),
    ).toEqual(['answer', 'nothing']);
  });

  test('a title is the name, and an owner is not', () => {
    const guesses = guess([
      ['Prosjekteier', ['Avdeling A', 'Avdeling B']],
      ['Prosjekttittel', ['Digital søknad', 'Ny fagløsning']],
    ]);
    expect(guesses.map(({ target }) => ('question' in target ? target.question : target.as))).toEqual([
      'nothing',
      'name',
    ]);
  });

  test('the end of an exemption is never guessed from days alone', () => {
    const days = ['2027-01-01', '2028-01-01'];
    const guesses = guess([
      ['Prosjekt', ['A', 'B']],
      ['Start', days],
      ['Slutt', days],
      ['Milepæl', days],
      ['BP3', days],
    ]);
    expect(guesses.slice(3).map(({ target }) => target.as)).toEqual(['nothing', 'nothing']);
  });

  test('what was remembered wins', () => {
    const remembered = new Map([['beskrivelse', { as: 'answer', question: 'comments' } as const]]);
    expect(guess([['Beskrivelse', ['b']]], remembered)[0]).toMatchObject({
      target: { as: 'answer', question: 'comments' },
      how: 'remembered',
    });
  });
});

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
