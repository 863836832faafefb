import type { Text } from './definition.ts';

/** What the issues say that belong to no kind: missing answers, and the form of files. */
export const checkTexts = {
  required: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' },
  askedAnew: {
    nb: 'Gjenstår. Dette spør vi om på nytt hvert år, så svaret fra sist er ikke fylt inn.',
    nn: 'Står att. Dette spør vi om på nytt kvart år, så svaret frå sist er ikkje fylt inn.',
    en: 'Remains. We ask this anew each year, so last time’s answer is not filled in.',
  },
  /** `required` as a warning: said of answers from the past, which are taken as they are. */
  missing: {
    nb: 'Svaret mangler. Raden tas med likevel.',
    nn: 'Svaret manglar. Rada blir teken med likevel.',
    en: 'The answer is missing. The row is included all the same.',
  },
  unknownQuestion: {
    nb: 'Dette spørsmålet finnes ikke i årets skjema. Fjern svaret.',
    nn: 'Dette spørsmålet finst ikkje i skjemaet i år. Fjern svaret.',
    en: 'This question is not in this year’s form. Remove the answer.',
  },
  wrongType: {
    nb: 'Svarene har feil form. Send dem som ett objekt, med spørsmål og svar.',
    nn: 'Svara har feil form. Send dei som eitt objekt, med spørsmål og svar.',
    en: 'The answers have the wrong form. Send them as one object, with questions and answers.',
  },
  notAsked: {
    nb: 'Spørsmålet ble ikke stilt for dette tiltaket. Svaret tas vare på, men telles ikke.',
    nn: 'Spørsmålet vart ikkje stilt for dette tiltaket. Svaret blir teke vare på, men ikkje talt med.',
    en: 'The question was not asked for this measure. The answer is kept, but not counted.',
  },
  notATime: {
    nb: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    nn: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    en: 'Write the time as 2019-08-30T12:00:00+02:00.',
  },
  emailInText: {
    nb: 'E-postadressen {found} står i teksten, og teksten kan bli offentlig. Skal den stå der?',
    nn: 'E-postadressa {found} står i teksten, og teksten kan bli offentleg. Skal ho stå der?',
    en: 'The e-mail address {found} is in the text, and the text may become public. Should it be there?',
  },
  nationalIdInText: {
    nb: 'Det står et fødselsnummer i teksten. Ta det ut, så kan teksten lagres.',
    nn: 'Det står eit fødselsnummer i teksten. Ta det ut, så kan teksten lagrast.',
    en: 'There is a national identity number in the text. Take it out, and the text can be saved.',
  },
  phoneInText: {
    nb: 'Telefonnummeret {found} står i teksten, og teksten kan bli offentlig. Skal det stå der?',
    nn: 'Telefonnummeret {found} står i teksten, og teksten kan bli offentleg. Skal det stå der?',
    en: 'The telephone number {found} is in the text, and the text may become public. Should it be there?',
  },
} as const satisfies Record<string, Text>;
