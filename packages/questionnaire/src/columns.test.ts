import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSurveyRow, surveyCells, surveyHeader } from './columns.ts';
import { languages } from './definition.ts';
import { editions } from './editions/index.ts';
import { answersFor, rowFor, testEdition } from './testing.ts';
import { issueText } from './texts.ts';

const all = [...Object.values(editions), testEdition];
const toRecord = (header: readonly string[], cells: readonly string[]) =>
  Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));

/** Splits a CSV text into rows of cells: commas, double quotes, line feeds, as the interchange says. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test('the header of 2019 is that of the survey file', () => {
  expect(surveyHeader(editions['2019'] ?? testEdition).join(', ')).toBe(
    'externalId, agencyOrgnr, ministry, name, contactEmail, publishable, exemptionBasis, funding, totalCost, budgetThisYear, phase, involvesOthers, involvedScope, discussedWithKs, deliverable, tags, effects, effectsOther, beneficiaries, beneficiariesOther, developsShared, reusesShared, technologies, technologiesOther, innovation, comments, submittedAt',
  );
});

describe.each(all.map((edition) => [edition.id, edition] as const))('edition %s', (_id, edition) => {
  const header = surveyHeader(edition);

  test('header and row have equal length, whatever the answers', () => {
    fc.assert(
      fc.property(rowFor(edition), fc.boolean(), (row, keepUnasked) => {
        expect(surveyCells(edition, { ...row, externalId: 'x' }, { keepUnasked })).toHaveLength(header.length);
      }),
      { numRuns: 50 },
    );
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(rowFor(edition), (row) => {
        const written = { ...row, externalId: 'm-1', submittedAt: '2019-08-16T12:42:00+02:00' };
        const cells = surveyCells(edition, written, { keepUnasked: true });
        const { issues, known, ...read } = readSurveyRow(edition, toRecord(header, cells));
        expect(read).toEqual({ externalId: 'm-1', answers: row.answers, submittedAt: written.submittedAt });
        for (const [id, value] of Object.entries(known)) expect(row.known[id]).toEqual(value);
        expect(issues.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('every issue of a row has words', () => {
    const cell = fc.oneof(fc.constantFrom('', 'x', '-1', '1,5', 'a|a', 'yes', '31.02.2026', 'a|b|c|d|e'), fc.string());
    fc.assert(
      fc.property(fc.array(cell, { minLength: header.length, maxLength: header.length }), (cells) => {
        for (const issue of readSurveyRow(edition, toRecord(header, cells)).issues) {
          expect(header).toContain(issue.column);
          for (const language of languages) {
            expect(issueText(issue, edition, language)).not.toBe(`${issue.question}: ${issue.code}`);
          }
        }
      }),
    );
  });
});

test('the whole survey of 2019 is read without a wrong value, and written again to the byte', () => {
  const edition = editions['2019'];
  if (!edition) throw new Error('No edition 2019');
  const [header = [], ...rows] = parseCsv(
    readFileSync(new URL('../../../data/survey-2019.csv', import.meta.url), 'utf8'),
  );
  expect(header).toEqual(surveyHeader(edition));
  expect(rows).toHaveLength(432);
  for (const cells of rows) {
    const { issues, ...row } = readSurveyRow(edition, toRecord(header, cells));
    expect(issues.filter(({ level }) => level === 'error')).toEqual([]);
    expect(surveyCells(edition, row, { keepUnasked: true })).toEqual(cells);
  }
});

describe('readSurveyRow', () => {
  const good: Record<string, string> = {
    externalId: '1',
    ownerOrgnr: '991 825 827',
    department: 'KMD',
    title: 'A',
    mail: 'a@b.no',
    open: 'all',
    summary: 'B',
    submittedAt: '2019-08-16T12:42:00+02:00',
  };
  const issuesOf = (record: Record<string, string>) =>
    readSurveyRow(testEdition, { ...good, ...record }).issues.map(
      ({ level, column, value, code }) => `${level} ${column} ${JSON.stringify(value)} ${code}`,
    );

  test('lenient about form', () => {
    const read = readSurveyRow(testEdition, {
      ...good,
      cost: '1,5 mill',
      from: '30.08.2026',
      words: ' a | b ',
      shared: ' yes ',
    });
    expect(read.issues).toEqual([]);
    expect(read.known).toEqual({ owner: '991825827', department: 'KMD' });
    expect(read.answers).toMatchObject({ cost: 1_500_000, from: '2026-08-30', words: ['a', 'b'], shared: 'yes' });
  });

  test.each([
    ['shared', 'maybe', 'unknownOption'],
    ['uses', 'one|nine', 'unknownOption'],
    ['uses', 'one|two|three', 'tooMany'],
    ['uses', 'one|one', 'repeated'],
    ['uses', 'one|nothing', 'exclusive'],
    ['cost', '1,500', 'ambiguous'],
    ['cost', '-5', 'negative'],
    ['mail', 'someone', 'notAnEmail'],
    ['from', '31.02.2026', 'notADate'],
    ['ownerOrgnr', '991825828', 'notAnOrganisationNumber'],
    ['department', 'kmd', 'notAMinistry'],
    ['title', 'x'.repeat(61), 'tooLong'],
    ['submittedAt', '16.08.2019', 'notATime'],
    ['submittedAt', '2019-08-16T12:42:00', 'notATime'],
  ])('a wrong value in %s (%s) is an error that names column, value and reason', (column, value, code) => {
    expect(issuesOf({ [column]: value })).toEqual([`error ${column} ${JSON.stringify(value)} ${code}`]);
  });

  test('a wrong value is left out, the rest is kept', () => {
    const { answers } = readSurveyRow(testEdition, { ...good, shared: 'maybe', cost: '5' });
    expect(answers).not.toHaveProperty('shared');
    expect(answers).toHaveProperty('cost', 5);
  });

  test('historical blanks and answers that were not asked for are warnings, and kept', () => {
    expect(issuesOf({ mail: '' })).toEqual(['warning mail "" required']);
    expect(issuesOf({ reach: 'far' })).toEqual(['warning reach "far" notAsked']);
    expect(readSurveyRow(testEdition, { ...good, reach: 'far' }).answers).toHaveProperty('reach', 'far');
  });

  test('a row needs an id and an owner', () => {
    expect(issuesOf({ externalId: ' ' })).toEqual(['error externalId "" required']);
    expect(issuesOf({ ownerOrgnr: '' })).toEqual(['error ownerOrgnr "" required']);
  });
});

test('cells leave out what was not asked unless told otherwise', () => {
  fc.assert(
    fc.property(answersFor(testEdition), (answers) => {
      const row = { externalId: 'x', known: {}, answers: { ...answers, shared: 'no', reach: 'far' } };
      const cell = surveyHeader(testEdition).indexOf('reach');
      expect(surveyCells(testEdition, row)[cell]).toBe('');
      expect(surveyCells(testEdition, row, { keepUnasked: true })[cell]).toBe('far');
    }),
    { numRuns: 20 },
  );
});
