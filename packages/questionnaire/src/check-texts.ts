import type { Text } from './definition.ts';

/** What the issues say that belong to no kind: missing answers, and the form of files. */
export const checkTexts = {
  required: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' },
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
  missingColumn: {
    nb: 'Kolonnen «{column}» mangler. Legg den til.',
    nn: 'Kolonna «{column}» manglar. Legg til kolonna.',
    en: 'The column “{column}” is missing. Add it.',
  },
  unknownColumn: {
    nb: 'Kolonnen «{column}» finnes ikke i skjemaet. Fjern den, eller rett navnet.',
    nn: 'Kolonna «{column}» finst ikkje i skjemaet. Fjern kolonna, eller rett namnet.',
    en: 'The column “{column}” is not in the questionnaire. Remove it, or correct its name.',
  },
  repeatedColumn: {
    nb: 'Kolonnen «{column}» står flere ganger. La den stå bare én gang.',
    nn: 'Kolonna «{column}» står fleire gonger. Lat kolonna stå berre éin gong.',
    en: 'The column “{column}” is there several times. Keep it only once.',
  },
  notATime: {
    nb: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    nn: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    en: 'Write the time as 2019-08-30T12:00:00+02:00.',
  },
} as const satisfies Record<string, Text>;
