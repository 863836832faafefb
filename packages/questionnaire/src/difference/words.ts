import type { KindName, Rule, Text } from '../definition.ts';

/** What each kind of question is called. */
export const kindNames: Readonly<Record<KindName, Text>> = {
  text: { nb: 'Kort tekst', nn: 'Kort tekst', en: 'Short text' },
  longText: { nb: 'Lang tekst', nn: 'Lang tekst', en: 'Long text' },
  email: { nb: 'E-postadresse', nn: 'E-postadresse', en: 'E-mail address' },
  single: { nb: 'Ett valg', nn: 'Eitt val', en: 'One choice' },
  multiple: { nb: 'Flere valg', nn: 'Fleire val', en: 'Several choices' },
  amount: { nb: 'Beløp', nn: 'Beløp', en: 'Amount' },
  date: { nb: 'Dato', nn: 'Dato', en: 'Date' },
  tags: { nb: 'Stikkord', nn: 'Stikkord', en: 'Keywords' },
  agency: { nb: 'Virksomhet', nn: 'Verksemd', en: 'Agency' },
  ministry: { nb: 'Departement', nn: 'Departement', en: 'Ministry' },
  agencies: { nb: 'Andre virksomheter', nn: 'Andre verksemder', en: 'Other bodies' },
  legalBasis: { nb: 'Hjemmel', nn: 'Heimel', en: 'Legal basis' },
  fields: { nb: 'Felt i skjemaet', nn: 'Felt i skjemaet', en: 'Fields of the form' },
};

/** What a rule does when it fires. */
export const levelNames: Readonly<Record<Rule['level'], Text>> = {
  error: { nb: 'Stopper innsending', nn: 'Stoppar innsending', en: 'Stops submission' },
  warning: { nb: 'Spør om det stemmer', nn: 'Spør om det stemmer', en: 'Asks whether it is right' },
  info: { nb: 'Gir en opplysning', nn: 'Gir ei opplysning', en: 'Informs' },
};

/** What is said of a question that has no text of its own in the edition. */
export const said = {
  required: { nb: 'Må besvares', nn: 'Må svarast på', en: 'Must be answered' },
  closed: { nb: 'Blir aldri publisert', nn: 'Blir aldri publisert', en: 'Is never published' },
  known: {
    nb: 'Kjent fra før: blir vist, ikke spurt om',
    nn: 'Kjent frå før: blir vist, ikkje spurt om',
    en: 'Known already: shown, not asked',
  },
  askAnew: {
    nb: 'Fylles ikke ut med svaret fra i fjor',
    nn: 'Blir ikkje fylt ut med svaret frå i fjor',
    en: 'Is not filled in with last year’s answer',
  },
  exclusive: { nb: 'Utelukker andre svar', nn: 'Utelukkar andre svar', en: 'Excludes other answers' },
  atMost: { nb: 'Høyst {count} svar', nn: 'Høgst {count} svar', en: 'At most {count} answers' },
  maxLength: { nb: 'Høyst {count} tegn', nn: 'Høgst {count} teikn', en: 'At most {count} characters' },
  place: { nb: 'Nr. {place} i listen', nn: 'Nr. {place} i lista', en: 'No. {place} in the list' },
  publishedWhole: {
    nb: 'Publiseres helt ved: {codes}',
    nn: 'Blir publisert heilt ved: {codes}',
    en: 'Published whole with: {codes}',
  },
  publishedPart: {
    nb: 'Publiseres delvis ved: {codes}',
    nn: 'Blir publisert delvis ved: {codes}',
    en: 'Published in part with: {codes}',
  },
  publication: { nb: 'Hva som blir offentlig', nn: 'Kva som blir offentleg', en: 'What becomes public' },
} as const satisfies Record<string, Text>;
