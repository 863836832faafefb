import { fundingSourceNames } from '@samblikk/financing';
import { findQuestion, latestEdition } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';

test('the questionnaire and a financing plan call sources of funding by the same codes, in the same order', () => {
  const question = findQuestion(latestEdition, 'fundingSources');
  expect(question?.kind === 'multiple' && question.options.map(({ code }) => code)).toEqual(
    Object.keys(fundingSourceNames),
  );
});
