import type { Text } from '../definition.ts';
import { showOrganisationNumber } from '../orgnr.ts';
import { organisationNumber } from './agency.ts';
import { list, listCell, open, readList, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** A number without a name says that it is one: municipalities and others are not in the directory. */
const numbered: Text = { nb: 'org.nr.', nn: 'org.nr.', en: 'org. no.' };

/** Several agencies, by organisation number. */
export const agencies: Kind<'agencies', readonly string[]> = {
  ...listCell,
  ...open,
  name: 'agencies',
  several: true,
  answer: (question) => list(organisationNumber, question.atMost),
  read: (_question, cells) => readList([(cells[0] ?? '').replace(/\s/g, '')]),
  codes: (_question, answer) => answer,
  show: (_question, answer, language, names) =>
    answer
      .map((orgnr) => names.agency(orgnr)?.[language] ?? `${numbered[language]} ${showOrganisationNumber(orgnr)}`)
      .join(', '),
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    notAnOrganisationNumber: texts.notAnOrganisationNumber,
    tooMany: texts.tooMany,
    repeated: texts.repeated,
  },
};
