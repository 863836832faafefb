import type { Text } from '@samblikk/questionnaire';

/** What is said where two releases are held against each other. */
export const compareTexts = {
  'compare.title': { nb: 'Sammenlign utgaver', nn: 'Samanlikn utgåver', en: 'Compare releases' },
  'compare.from': { nb: 'Fra utgave', nn: 'Frå utgåve', en: 'From release' },
  'compare.to': { nb: 'Til utgave', nn: 'Til utgåve', en: 'To release' },
  'compare.show': { nb: 'Sammenlign', nn: 'Samanlikn', en: 'Compare' },
  'compare.none': {
    nb: 'Det trengs to utgaver for å sammenligne. Velg to ovenfor.',
    nn: 'Det trengst to utgåver for å samanlikne. Vel to ovanfor.',
    en: 'It takes two releases to compare. Choose two above.',
  },
  'compare.same': {
    nb: 'Velg to ulike utgaver.',
    nn: 'Vel to ulike utgåver.',
    en: 'Choose two different releases.',
  },
  'compare.heading': {
    nb: 'Fra utgave {before} til {after}',
    nn: 'Frå utgåve {before} til {after}',
    en: 'From release {before} to {after}',
  },
  'compare.csv': { nb: 'Alt som er ulikt, som CSV', nn: 'Alt som er ulikt, som CSV', en: 'All that differs, as CSV' },
  'compare.figuresToo': {
    nb: 'Sammenlign utgavene, også figurene',
    nn: 'Samanlikn utgåvene, også figurane',
    en: 'Compare the releases, the figures too',
  },
  'compare.measures': { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  'compare.publicMeasures': {
    nb: 'Tiltak alle kan lese',
    nn: 'Tiltak alle kan lese',
    en: 'Measures everyone can read',
  },
  'compare.invited': { nb: 'Virksomheter som ble spurt', nn: 'Verksemder som vart spurde', en: 'Agencies asked' },
  'compare.answered': {
    nb: 'Virksomheter som svarte',
    nn: 'Verksemder som svarte',
    en: 'Agencies that answered',
  },
  'compare.what': { nb: 'Hva', nn: 'Kva', en: 'What' },
  'compare.difference': { nb: 'Forskjell', nn: 'Forskjell', en: 'Difference' },
  'compare.totals': { nb: 'Omfang', nn: 'Omfang', en: 'Size' },
  'compare.answers': { nb: 'Tiltak og svar', nn: 'Tiltak og svar', en: 'Measures and answers' },
  'compare.figures': { nb: 'Figurer', nn: 'Figurar', en: 'Figures' },
  'compare.figureSame': {
    nb: '{title} – ingen tall er endret',
    nn: '{title} – ingen tal er endra',
    en: '{title} – no number has changed',
  },
  'compare.figureDiffers': {
    nb: '{title} – {n, plural, one {# tall er endret} other {# tall er endret}}',
    nn: '{title} – {n, plural, one {# tal er endra} other {# tal er endra}}',
    en: '{title} – {n, plural, one {# number has changed} other {# numbers have changed}}',
  },
  'compare.figureBreak': {
    nb: '{title} – kan ikke sammenlignes, for spørsmålene er for ulike',
    nn: '{title} – kan ikkje samanliknast, for spørsmåla er for ulike',
    en: '{title} – cannot be compared, for the questions differ too much',
  },
  'compare.noFigures': {
    nb: 'Utgavene har ingen figurer felles.',
    nn: 'Utgåvene har ingen figurar felles.',
    en: 'The releases have no figures in common.',
  },
} as const satisfies Readonly<Record<string, Text>>;
