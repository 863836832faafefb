import * as z from 'zod/mini';
import { codeCell, open } from './common.ts';
import type { Kind } from './kind.ts';

/** The ministry an agency belonged to that year, by its code, such as `KMD`. */
export const ministry: Kind<'ministry', string> = {
  ...codeCell,
  ...open,
  name: 'ministry',
  named: true,
  answer: () =>
    z.string({ error: 'notAMinistry' }).check(z.regex(/^[A-ZÆØÅ][A-ZÆØÅ0-9]{0,9}$/, { error: 'notAMinistry' })),
  codes: (_question, answer) => [answer],
  show: (_question, answer, language, names) => names.ministry(answer)?.[language] ?? answer,
  texts: {
    notAMinistry: {
      nb: 'Skriv forkortelsen for departementet med store bokstaver, for eksempel KMD.',
      nn: 'Skriv forkortinga for departementet med store bokstavar, til dømes KMD.',
      en: 'Write the abbreviation of the ministry in capital letters, for example KMD.',
    },
  },
};
