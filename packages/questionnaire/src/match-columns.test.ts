import { describe, expect, test } from 'vitest';
import { type Edition, latestEdition, questionsOf } from './index.ts';
import { type Cell, guessColumns, ownHeading } from './match.ts';

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
    ['Unntatt til', ['31.12.2027', '2028-06-30'], { as: 'nothing' }],
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
