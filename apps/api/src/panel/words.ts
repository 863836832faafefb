import { blankOption, type Text } from '@samblikk/questionnaire';
import { absentCode, newCode, notAskedCode } from '@samblikk/statistics';

/** What measures are called that have no answer in one of the rounds. */
export const standings: Readonly<Record<string, Text>> = {
  [newCode]: { nb: 'Ikke i runden før', nn: 'Ikkje i runden før', en: 'Not in the round before' },
  [absentCode]: {
    nb: 'Ikke blant de offentlige',
    nn: 'Ikkje blant dei offentlege',
    en: 'Not among the public ones',
  },
  [notAskedCode]: { nb: 'Fikk ikke spørsmålet', nn: 'Fekk ikkje spørsmålet', en: 'Not asked' },
  [blankOption.code]: blankOption.label,
  ended: { nb: 'Fullført', nn: 'Fullført', en: 'Completed' },
  stopped: { nb: 'Stanset', nn: 'Stansa', en: 'Stopped' },
  merged: { nb: 'Slått sammen med andre', nn: 'Slått saman med andre', en: 'Merged with others' },
  split: { nb: 'Delt opp', nn: 'Delt opp', en: 'Split up' },
  transferred: {
    nb: 'Overført til en annen virksomhet',
    nn: 'Overført til ei anna verksemd',
    en: 'Transferred to another agency',
  },
  unchanged: {
    nb: 'Uendret, ikke meldt på nytt',
    nn: 'Uendra, ikkje meldt på nytt',
    en: 'Unchanged, not reported again',
  },
};

/** What a picture of flows says of itself where it is found alone. */
export const pictureWords = {
  title: {
    nb: '{variable}: fra {from} til {to}',
    nn: '{variable}: frå {from} til {to}',
    en: '{variable}: from {from} to {to}',
  },
  base: {
    nb: '{n} offentlige tiltak er med i begge rundene, av {ofFrom} i {from} og {ofTo} i {to}. {withheld} som er unntatt offentlighet, følges ikke.',
    nn: '{n} offentlege tiltak er med i begge rundane, av {ofFrom} i {from} og {ofTo} i {to}. {withheld} som er unnatekne offentlegheit, blir ikkje følgde.',
    en: '{n} public measures are in both rounds, of {ofFrom} in {from} and {ofTo} in {to}. {withheld} that are exempt from publication are not followed.',
  },
} satisfies Record<string, Text>;
