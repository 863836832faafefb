import { describe, expect, test } from 'vitest';
import { codebook, codebookCsv } from './codebook.ts';
import { conditionText } from './condition-text.ts';
import { languages, questionsOf } from './definition.ts';
import { editions } from './editions/index.ts';
import { testEdition } from './testing.ts';

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('conditions in words', () => {
  test.each([
    [{ question: 'shared', is: 'yes' }, '«Shared?» er «yes»'],
    [{ question: 'open', in: ['some', 'none'] }, '«Open?» er «some» eller «none»'],
    [{ question: 'uses', includes: 'other' }, '«other» er valgt i «Uses»'],
    [{ question: 'cost', blank: true }, '«Cost» er ikke besvart'],
    [{ question: 'cost', blank: false }, '«Cost» er besvart'],
    [{ question: 'cost', below: 10_000 }, '«Cost» er under 10 000 kr'],
    [{ question: 'cost', above: 5 }, '«Cost» er over 5 kr'],
    [{ question: 'budget', aboveQuestion: 'cost' }, '«Budget» er større eller senere enn «Cost»'],
    [{ question: 'from', before: '2026-01-01' }, '«From» er før 1. januar 2026'],
    [{ question: 'cost', changedTimes: 10 }, '«Cost» er endret mer enn 10 ganger siden i fjor'],
    [{ not: { question: 'cost', blank: true } }, 'ikke slik at «Cost» er ikke besvart'],
    [
      {
        all: [
          { question: 'cost', blank: false },
          {
            any: [
              { question: 'shared', is: 'no' },
              { question: 'shared', blank: true },
            ],
          },
        ],
      },
      '«Cost» er besvart og («Shared?» er «no» eller «Shared?» er ikke besvart)',
    ],
  ])('%j', (condition, text) => expect(plainSpaces(conditionText(condition, testEdition, 'nb'))).toBe(text));

  test('in each language', () => {
    const texts = languages.map((language) => conditionText({ question: 'shared', is: 'yes' }, testEdition, language));
    expect(texts).toEqual(['«Shared?» er «yes»', '«Shared? (nn)» er «yes (nn)»', '“Shared? (en)” is “yes (en)”']);
  });
});

describe.each([...Object.values(editions), testEdition].map((edition) => [edition.id, edition] as const))(
  'codebook of %s',
  (_id, edition) => {
    test('has every question, rule and variable, in all languages or one', () => {
      const book = codebook(edition);
      expect(book.questions.map(({ id }) => id)).toEqual(questionsOf(edition).map(({ id }) => id));
      expect(book.rules).toHaveLength(edition.rules.length);
      expect(book.derived).toHaveLength(edition.derived.length);
      expect(book.title).toEqual(edition.title);
      const english = codebook(edition, 'en');
      expect(english.title).toBe(edition.title.en);
      expect(JSON.stringify(english)).not.toContain('"nb":');
    });

    test('says what is closed, and when a question is asked', () => {
      for (const question of questionsOf(edition)) {
        const entry = codebook(edition, 'nb').questions.find(({ id }) => id === question.id);
        expect(entry?.access).toBe(question.closed ? 'closed' : 'public');
        expect(entry?.asked !== undefined).toBe(question.showIf !== undefined);
      }
    });

    test('as a table: a row for each category, all as long as the header', () => {
      const [header = [], ...rows] = codebookCsv(edition);
      for (const row of rows) expect(row).toHaveLength(header.length);
      for (const question of questionsOf(edition)) {
        const own = rows.filter(([id]) => id === question.id);
        expect(own).toHaveLength('options' in question ? question.options.length : 1);
      }
      for (const { id, options } of [...edition.derived, ...edition.population]) {
        expect(rows.filter((row) => row[0] === id)).toHaveLength(options.length);
      }
      const code = header.indexOf('code');
      const label = header.indexOf('category_nb');
      expect(rows.every((row) => (row[code] === '') === (row[label] === ''))).toBe(true);
    });
  },
);
