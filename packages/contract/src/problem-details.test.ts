import { expect, test } from 'vitest';
import { details, valueFaults } from './problem-details.ts';

test.each(Object.entries({ ...details, ...valueFaults }))(
  '%s says the same of a problem in all languages',
  (_code, text) => {
    const params = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(params(text.nn)).toEqual(params(text.nb));
    expect(params(text.en)).toEqual(params(text.nb));
  },
);
