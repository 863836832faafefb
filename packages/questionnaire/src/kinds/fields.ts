import * as z from 'zod/mini';
import { findQuestion } from '../definition.ts';
import { exemptable } from '../publish.ts';
import { list, listCell, open, readList, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** Some of the questions of the same edition: those an agency may exempt from publication. */
export const fields: Kind<'fields', readonly string[]> = {
  ...listCell,
  ...open,
  name: 'fields',
  named: true,
  several: true,
  answer: (_question, edition) => {
    const ids = exemptable(edition).map((question) => question.id);
    return list(z.enum(ids, { error: 'unknownOption' }), undefined);
  },
  read: (_question, cells) => readList(cells),
  codes: (_question, answer) => answer,
  show: (_question, answer, language, _names, edition) =>
    answer.map((id) => findQuestion(edition, id)?.label[language] ?? id).join(', '),
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    unknownOption: texts.unknownOption,
    repeated: texts.repeated,
  },
};
