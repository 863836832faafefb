import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, questionsOf } from './definition.ts';
import { editions } from './editions/index.ts';
import { exemptable, publicAnswers, publicRow } from './publish.ts';
import { rowFor, testEdition } from './testing.ts';
import { variablesOf } from './variables.ts';

const full: Answers = {
  title: 'Title',
  mail: 'secret@b.no',
  open: 'all',
  summary: 'Summary',
  shared: 'yes',
  reach: 'far',
  asked: 'no',
  cost: 50,
  uses: ['other'],
  usesOther: 'Abacus',
  remarks: 'Secret remark',
};
const partly = (secret: readonly string[], more: Answers = {}): Answers => ({
  ...full,
  open: 'some',
  basis: 'ACT_1',
  secret,
  ...more,
});

describe('publicAnswers', () => {
  test('whole: everything asked but the closed questions', () => {
    const { mail, remarks, ...open } = full;
    expect(publicAnswers(testEdition, full)).toEqual({ visibility: 'whole', answers: open, withheldFields: [] });
  });

  test.each([
    ['none', { ...full, open: 'none' }],
    ['blank', { ...full, open: '' }],
    ['missing', Object.fromEntries(Object.entries(full).filter(([id]) => id !== 'open'))],
    ['a code nobody knows', { ...full, open: 'surely' }],
    ['in part without a list', { ...full, open: 'some', basis: 'ACT_1' }],
    ['in part with a list of something unknown', partly(['nuclear'])],
  ])('withheld: %s', (_why, answers) => {
    const published = publicAnswers(testEdition, answers);
    expect(published).toMatchObject({ visibility: 'withheld', answers: {} });
    expect(published.withheldFields).toContain('title');
  });

  test('in part: the exempt fields are gone, the reason stays', () => {
    const { answers, visibility, withheldFields } = publicAnswers(testEdition, partly(['cost']));
    expect(visibility).toBe('inPart');
    expect(withheldFields).toEqual(['cost']);
    expect(answers).not.toHaveProperty('cost');
    expect(answers).toMatchObject({ title: 'Title', basis: 'ACT_1', secret: ['cost'] });
  });

  test('the title can be exempt too', () => {
    expect(publicAnswers(testEdition, partly(['title'])).answers).not.toHaveProperty('title');
  });

  test('what follows from an exempt answer is exempt, all the way down', () => {
    expect(publicAnswers(testEdition, partly(['uses'])).withheldFields).toEqual(['uses', 'usesOther']);
    expect(publicAnswers(testEdition, partly(['shared'])).withheldFields).toEqual(['shared', 'reach', 'asked', 'with']);
  });

  test('an answer that was not asked for stays hidden', () => {
    expect(publicAnswers(testEdition, { ...full, shared: 'no' }).answers).not.toHaveProperty('reach');
  });

  test('neither known, closed nor publication questions can be exempted', () => {
    const ids = exemptable(testEdition).map(({ id }) => id);
    expect(ids).toContain('title');
    for (const id of ['owner', 'mail', 'remarks', 'open', 'secret', 'basis']) expect(ids).not.toContain(id);
  });
});

describe('publicRow', () => {
  const known = { owner: '991825827', department: 'KMD', member: 'yes' };
  const coded = (answers: Answers) => {
    const row = publicRow(testEdition, { answers, known });
    return Object.fromEntries(
      variablesOf(testEdition).map((variable) => [
        variable.id,
        `${variable.codesOf(row).state} ${variable.codesOf(row).codes}`,
      ]),
    );
  };

  test('derived variables of exempt fields say nothing', () => {
    expect(coded(full)).toMatchObject({ band: 'answered small', wide: 'answered yes' });
    expect(coded(partly(['cost']))).toMatchObject({
      band: 'answered withheld',
      wide: 'answered yes',
      cost: 'answered withheld',
    });
    expect(coded(partly(['shared']))).toMatchObject({
      band: 'answered small',
      wide: 'answered withheld',
      reach: 'answered withheld',
    });
  });

  test('of a withheld measure only the owner is known', () => {
    const said = Object.entries(coded({ ...full, open: 'none' })).filter(
      ([, text]) => text !== 'notAsked ' && text !== 'answered withheld',
    );
    expect(Object.fromEntries(said)).toEqual({
      owner: 'answered 991825827',
      department: 'answered KMD',
      member: 'answered yes',
    });
  });
});

describe.each([...Object.values(editions), testEdition].map((edition) => [edition.id, edition] as const))(
  'edition %s',
  (_id, edition) => {
    test('nothing closed or exempt comes out, whatever the answers', () => {
      fc.assert(
        fc.property(rowFor(edition), (row) => {
          const { answers, visibility, withheldFields } = publicAnswers(edition, row.answers);
          const closed = questionsOf(edition).filter((question) => question.closed);
          for (const { id } of closed) expect(answers).not.toHaveProperty(id);
          for (const id of withheldFields) expect(answers).not.toHaveProperty(id);
          if (visibility === 'withheld') expect(answers).toEqual({});
        }),
        { numRuns: 100 },
      );
    });

    test('answers that are kept back cannot be told from the public row', () => {
      // Two measures that differ only in what is exempt or closed are the same to the public.
      fc.assert(
        fc.property(rowFor(edition), rowFor(edition), (row, other) => {
          const { withheldFields, visibility } = publicAnswers(edition, row.answers);
          const hidden = new Set([
            ...withheldFields,
            ...questionsOf(edition).flatMap(({ id, closed }) => (closed ? [id] : [])),
          ]);
          const changed: Record<string, Answers[string]> = { ...row.answers };
          for (const id of hidden) {
            delete changed[id];
            const value = other.answers[id];
            if (value !== undefined) changed[id] = value;
          }
          const seen = (answers: Answers) => {
            const { answers: shown, ...rest } = publicRow(edition, { answers, known: row.known });
            return {
              shown,
              visibility: rest.visibility,
              fields: rest.withheldFields,
              codes: codes({ answers: shown, ...rest }),
            };
          };
          const codes = (seenRow: ReturnType<typeof publicRow>) =>
            variablesOf(edition).map((variable) => [
              variable.id,
              variable.codesOf(seenRow),
              variable.numberOf?.(seenRow),
            ]);
          expect(seen(changed)).toEqual(seen(row.answers));
          expect(visibility).toBe(publicAnswers(edition, changed).visibility);
        }),
        { numRuns: 200 },
      );
    });
  },
);
