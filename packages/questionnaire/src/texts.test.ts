import { describe, expect, test } from 'vitest';
import { checkTexts } from './check-texts.ts';
import { languages, type Text } from './definition.ts';
import { kinds } from './kinds/index.ts';
import { testEdition } from './testing.ts';
import { format, issueText, issueWords, optionLabel, questionLabel } from './texts.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

const every: readonly (readonly [string, Text])[] = [
  ...Object.entries(checkTexts).map(([code, text]) => [code, text] as const),
  ...Object.values(kinds).flatMap((kind) =>
    Object.entries(kind.texts).map(([code, text]) => [`${kind.name} ${code}`, text] as const),
  ),
];

describe('every code of every kind and check', () => {
  test.each(every)('%s: three languages, same placeholders, readable by ICU', (_code, text) => {
    const params = { max: 1000, min: 1, text: 'x', found: 'w', option: 'y', column: 'z' };
    for (const language of languages) {
      expect(text[language].trim()).not.toBe('');
      expect(placeholders(text[language])).toEqual(placeholders(text.nb));
      expect(format(text, language, params)).not.toContain('{');
    }
    expect(text.en).not.toBe(text.nb);
  });

  test('there are many', () => expect(every.length).toBeGreaterThan(40));
});

test('beside the field an issue leaves out the label that is seen there', () => {
  const issue = (question: string, code: string) => ({ question, code, params: {}, level: 'error' as const });
  expect(issueWords(issue('title', 'required'), testEdition, 'nb')).toBe('Må fylles ut.');
  expect(issueWords(issue('cost', 'rule.budgetAboveCost'), testEdition, 'nb')).toBe('Budget is above cost');
});

describe('issueText', () => {
  const issue = (question: string, code: string, params = {}) => ({ question, code, params, level: 'error' as const });

  test('starts with the label of the field, in the language asked for', () => {
    expect(issueText(issue('title', 'required'), testEdition, 'nb')).toBe('Title: Må fylles ut.');
    expect(issueText(issue('title', 'required'), testEdition, 'nn')).toBe('Title (nn): Må fyllast ut.');
    expect(issueText(issue('title', 'required'), testEdition, 'en')).toBe('Title (en): Must be filled in.');
  });

  test('a label that asks keeps its question mark', () => {
    expect(issueText(issue('open', 'required'), testEdition, 'nb')).toBe('Open? Må fylles ut.');
  });

  test('fills in numbers and labels', () => {
    expect(issueText(issue('title', 'tooLong', { max: 4000 }), testEdition, 'nb').replace(/\s/g, ' ')).toBe(
      'Title: Kort ned svaret til høyst 4 000 tegn.',
    );
    expect(issueText(issue('uses', 'exclusive', { option: 'nothing' }), testEdition, 'en')).toBe(
      'Uses (en): “nothing (en)” cannot be chosen together with other answers. Remove one of them.',
    );
  });

  test('a missing answer from the past is not required', () => {
    expect(issueText({ ...issue('title', 'required'), level: 'warning' }, testEdition, 'nb')).toBe(
      'Title: Svaret mangler. Raden tas med likevel.',
    );
  });

  test('a rule says its own text', () => {
    expect(issueText(issue('cost', 'rule.budgetAboveCost'), testEdition, 'nb')).toBe('Budget is above cost');
  });

  test('an unknown code is not hidden', () => {
    expect(issueText(issue('cost', 'strange'), testEdition, 'nb')).toBe('cost: strange');
  });
});

test('labels', () => {
  expect(questionLabel(testEdition, 'cost', 'en')).toBe('Cost (en)');
  expect(questionLabel(testEdition, 'gone', 'en')).toBe('gone');
  const { options } = testEdition.population[0];
  expect(optionLabel({ options }, 'yes', 'nn')).toBe('yes (nn)');
  expect(optionLabel({ options }, 'blank', 'nb')).toBe('Ikke svart');
  expect(optionLabel({ options: undefined }, 'KMD', 'nb')).toBe('KMD');
});
