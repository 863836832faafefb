import { codeCell, oneOf, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** One answer from a list. */
export const single: Kind<'single', string> = {
  ...codeCell,
  name: 'single',
  answer: (question) => oneOf(question.options),
  choices: (question) => question.options,
  categories: (question) => question.options,
  several: false,
  unit: undefined,
  codes: (_question, answer) => [answer],
  show: (question, answer, language) =>
    question.options.find((option) => option.code === answer)?.label[language] ?? answer,
  texts: { unknownOption: texts.unknownOption },
};
