import * as z from 'zod/mini';
import { isOrganisationNumber, showOrganisationNumber } from '../orgnr.ts';
import { codeCell, open, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** An organisation number that can exist; whether we know the agency is for the directory to say. */
export const organisationNumber = z
  .string({ error: 'notAnOrganisationNumber' })
  .check(
    z.regex(/^[89]\d{8}$/, { error: 'notAnOrganisationNumber', abort: true }),
    z.refine(isOrganisationNumber, { error: 'notAnOrganisationNumber' }),
  );

/** The agency that owns the measure, by organisation number. Its column says so: `<id>Orgnr`. */
export const agency: Kind<'agency', string> = {
  ...codeCell,
  ...open,
  name: 'agency',
  named: true,
  answer: () => organisationNumber,
  columns: (question) => [`${question.id}Orgnr`],
  read: (question, cells) => codeCell.read(question, [(cells[0] ?? '').replace(/\s/g, '')]),
  codes: (_question, answer) => [answer],
  show: (_question, answer, language, names) => names.agency(answer)?.[language] ?? showOrganisationNumber(answer),
  texts: { notAnOrganisationNumber: texts.notAnOrganisationNumber },
};
