import type { Text } from '@samblikk/questionnaire';

/** What the receipt on paper says, as ICU messages. */
export const receiptTexts = {
  title: { nb: 'Kvittering', nn: 'Kvittering', en: 'Receipt' },
  documentTitle: {
    nb: 'Kvittering {receipt} for {agency}, {year}',
    nn: 'Kvittering {receipt} for {agency}, {year}',
    en: 'Receipt {receipt} for {agency}, {year}',
  },
  sent: {
    nb: '{agency} har sendt inn {count, plural, one {# tiltak} other {# tiltak}} i kartleggingen av digitaliseringstiltak for {year}.',
    nn: '{agency} har sendt inn {count, plural, one {# tiltak} other {# tiltak}} i kartlegginga av digitaliseringstiltak for {year}.',
    en: '{agency} has submitted {count, plural, one {# measure} other {# measures}} in the survey of digitalisation measures for {year}.',
  },
  nothing: {
    nb: '{agency} har svart at de ikke har digitaliseringstiltak å melde for {year}.',
    nn: '{agency} har svart at dei ikkje har digitaliseringstiltak å melde for {year}.',
    en: '{agency} has answered that it has no digitalisation measures to report for {year}.',
  },
  facts: { nb: 'Om innsendingen', nn: 'Om innsendinga', en: 'About the submission' },
  agency: { nb: 'Virksomhet', nn: 'Verksemd', en: 'Agency' },
  orgnr: { nb: 'Organisasjonsnummer', nn: 'Organisasjonsnummer', en: 'Organisation number' },
  round: { nb: 'Runde', nn: 'Runde', en: 'Round' },
  reference: { nb: 'Referanse', nn: 'Referanse', en: 'Reference' },
  time: { nb: 'Tidspunkt', nn: 'Tidspunkt', en: 'Time' },
  late: { nb: 'etter fristen', nn: 'etter fristen', en: 'after the deadline' },
  by: { nb: 'Sendt inn av', nn: 'Sendt inn av', en: 'Submitted by' },
  number: { nb: 'Innsending nummer', nn: 'Innsending nummer', en: 'Submission number' },
  hash: {
    nb: 'Fingeravtrykk av innholdet (SHA-256)',
    nn: 'Fingeravtrykk av innhaldet (SHA-256)',
    en: 'Fingerprint of the content (SHA-256)',
  },
  content: { nb: 'Det som ble sendt inn', nn: 'Det som vart sendt inn', en: 'What was submitted' },
  undecided: {
    nb: 'Tidligere tiltak det ikke ble sagt noe om',
    nn: 'Tidlegare tiltak det ikkje vart sagt noko om',
    en: 'Earlier measures about which nothing was said',
  },
  measure: { nb: 'Tiltak {number}', nn: 'Tiltak {number}', en: 'Measure {number}' },
  exempt: {
    nb: '(Unntatt offentlighet{given, plural, =0 {} other {: {grounds}}})',
    nn: '(Unnateke offentlegheit{given, plural, =0 {} other {: {grounds}}})',
    en: '(Exempt from publication{given, plural, =0 {} other {: {grounds}}})',
  },
  proof: { nb: 'Kontroll av kvitteringen', nn: 'Kontroll av kvitteringa', en: 'Checking this receipt' },
  replaced: {
    nb: 'Skriften i denne filen mangler noen av tegnene i svarene. De står med nummeret sitt i Unicode, som [U+2610]. I tjenesten står de som dere skrev dem.',
    nn: 'Skrifta i denne fila manglar nokre av teikna i svara. Dei står med nummeret sitt i Unicode, som [U+2610]. I tenesta står dei som de skreiv dei.',
    en: 'The font of this file lacks some of the characters in the answers. They stand as their Unicode number, such as [U+2610]. In the service they stand as you wrote them.',
  },
  page: { nb: 'Side {page} av {pages}', nn: 'Side {page} av {pages}', en: 'Page {page} of {pages}' },
} as const satisfies Record<string, Text>;
