import * as z from 'zod/mini';
import type { MultipleQuestion } from '../definition.ts';
import { list, listCell, oneOf, readList, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** Refuses an excluding option ("not relevant") chosen together with others; names the option. */
function excluding(question: MultipleQuestion, schema: z.ZodMiniType<string[]>): z.ZodMiniType<string[]> {
  return question.options
    .filter((option) => option.exclusive)
    .reduce(
      (checked, { code }) =>
        checked.check(
          z.refine((answer) => answer.length === 1 || !answer.includes(code), {
            error: 'exclusive',
            params: { option: code },
          }),
        ),
      schema,
    );
}

/** Several answers from a list. */
export const multiple: Kind<'multiple', readonly string[]> = {
  ...listCell,
  name: 'multiple',
  answer: (question) => excluding(question, list(oneOf(question.options), question.atMost)),
  read: (_question, cells) => readList(cells),
  choices: (question) => question.options,
  categories: (question) => question.options,
  several: true,
  unit: undefined,
  codes: (_question, answer) => answer,
  show: (question, answer, language) =>
    answer.map((code) => question.options.find((option) => option.code === code)?.label[language] ?? code).join(', '),
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    unknownOption: texts.unknownOption,
    tooMany: texts.tooMany,
    repeated: texts.repeated,
    exclusive: {
      nb: '«{option}» kan ikke velges sammen med andre svar. Fjern ett av dem.',
      nn: '«{option}» kan ikkje veljast saman med andre svar. Fjern eitt av dei.',
      en: '“{option}” cannot be chosen together with other answers. Remove one of them.',
    },
  },
};
