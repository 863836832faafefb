import * as z from 'zod/mini';
import { amountTexts } from '../amount-texts.ts';
import { largestAmount, readAmount, showAmount } from '../amounts.ts';
import { oneColumn, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** An amount in whole kroner. */
export const amount: Kind<'amount', number> = {
  ...oneColumn,
  name: 'amount',
  answer: () =>
    z
      .int({
        error: (issue) => (issue.code === 'invalid_type' && issue.expected === 'int' ? 'notWhole' : 'wrongType'),
        abort: true,
      })
      .check(z.gte(0, { error: 'negative' }), z.lte(largestAmount, { error: 'tooLarge' })),
  cells: (_question, answer) => [answer === undefined ? '' : String(answer)],
  read: (_question, cells) => {
    const amount = readAmount(cells[0] ?? '');
    if ('blank' in amount) return {};
    return 'kroner' in amount
      ? { answer: amount.kroner }
      : { problems: [{ code: amount.problem, params: amount.params }] };
  },
  choices: () => [],
  categories: () => undefined,
  several: false,
  unit: 'kroner',
  codes: () => [],
  show: (_question, answer, language) => showAmount(answer, language, 'exact'),
  texts: { wrongType: texts.wrongType, ...amountTexts },
};
