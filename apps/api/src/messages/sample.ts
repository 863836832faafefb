import type { EditedKind } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import { compose, inRound, linkTo } from '../platform/mail/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { Standing } from './standings.ts';
import type { Wording } from './texts.ts';
import { writeMessage } from './write.ts';

/** An agency that there is none of: the last digit of its number fits no agency. */
const invented = {
  orgnr: '123456789',
  name: { nb: 'Eksempeldirektoratet', nn: 'Eksempeldirektoratet', en: 'The Example Directorate' },
};

/** What a receipt of an agency would say, with the page it leads to: handed in by the room of receipts, which knows of this one. */
export type SampleReceipt = (
  round: Pick<RoundRow, 'year' | 'deadline'>,
  agency: { readonly orgnr: string; readonly name: Text },
  now: Date,
) => { readonly page: string; readonly values: (language: Language) => Readonly<Record<string, string>> };

/** A letter of the round as it would read to an agency that there is none of. */
export function sampleOf(
  kind: EditedKind,
  round: RoundRow,
  language: Language,
  texts: Readonly<Record<Language, Wording>>,
  where: { readonly publicUrl: string; readonly now: Date; readonly receipt: SampleReceipt },
): Wording {
  const letter = () => {
    if (kind !== 'receipt')
      return writeMessage(kind, round, { to: '', person: null, language, agencies: [standing(kind)] }, texts, where);
    const { page, values } = where.receipt(round, invented, where.now);
    const link = linkTo(where, language, page);
    return compose(kind, '', language, { ...values(language), link }, texts[language]);
  };
  const { subject, text } = inRound(letter(), round.year);
  return { subject, text };
}

/** How the invented agency stands: it has something of what a letter of this kind is about. */
const standing = (kind: EditedKind): Standing => ({
  ...{ agencyId: '', orgnr: invented.orgnr, name: invented.name, contactEmail: null },
  ...{ submitted: kind === 'thanks' || kind === 'queries', declined: false, measures: 3, savedAt: null, until: null },
  questions: [1, 2].map(() => ({
    ...{ kind: 'query', id: '', agencyId: '', measureId: '', number: '', question: null },
    ...{ askedAt: new Date(0), dueAt: null },
  })),
});
