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

export const publicOnes: Text = { nb: 'Offentlige tiltak', nn: 'Offentlege tiltak', en: 'Public measures' };

/** What flows, and the rest that is told of measures over the years, say of themselves where they are found alone. */
export const saidWords = {
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
  /** What the numbers of the life cycle are of, where they are found alone. */
  lifeCycle: {
    nb: 'Hva ble det av tiltakene? {years}',
    nn: 'Kva vart det av tiltaka? {years}',
    en: 'What became of the measures? {years}',
  },
  time: {
    nb: 'Offentlige tiltak som har svart på spørsmålet. År mellom rundene der svaret ble meldt; de som fortsatt er der, står for seg.',
    nn: 'Offentlege tiltak som har svara på spørsmålet. År mellom rundane der svaret vart meldt; dei som framleis er der, står for seg.',
    en: 'Public measures that answered the question. Years between the rounds where the answer was reported; those still there stand apart.',
  },
  growth: {
    nb: 'Offentlige tiltak som har oppgitt beløpet i to runder eller flere. Kroner i det året de ble oppgitt, ikke justert for prisvekst.',
    nn: 'Offentlege tiltak som har oppgitt beløpet i to rundar eller fleire. Kroner i det året dei vart oppgitte, ikkje justerte for prisvekst.',
    en: 'Public measures that stated the amount in two rounds or more. Kroner of the year they were stated in, not adjusted for inflation.',
  },
  funding: {
    nb: 'Offentlige tiltak som manglet finansiering helt eller delvis i en runde, og som er med i en senere.',
    nn: 'Offentlege tiltak som mangla finansiering heilt eller delvis i ein runde, og som er med i ein seinare.',
    en: 'Public measures that lacked funding wholly or in part in one round, and are in a later one.',
  },
  ended: {
    title: {
      nb: 'Tiltak som ikke er meldt på nytt',
      nn: 'Tiltak som ikkje er melde på nytt',
      en: 'Measures that were not reported again',
    },
    base: {
      nb: 'Offentlige tiltak i en runde som ikke er blant de offentlige i den neste. Hva det ble av dem, er det virksomheten har sagt; om noen er ingenting sagt.',
      nn: 'Offentlege tiltak i ein runde som ikkje er blant dei offentlege i den neste. Kva det vart av dei, er det verksemda har sagt; om nokre er ingenting sagt.',
      en: 'Public measures of one round that are not among the public ones of the next. What became of them is what the agency said; of some nothing is said.',
    },
  },
} satisfies Record<string, Text | Readonly<Record<'title' | 'base', Text>>>;
