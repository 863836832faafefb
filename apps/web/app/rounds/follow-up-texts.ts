import type { Text } from '@samblikk/questionnaire';

/** What the page that follows a round says, and what stands in the way of freezing it. */
export const followUpTexts = {
  'followUp.count': {
    nb: '{submitted} av {all} virksomheter har sendt inn. {begun} er i gang.',
    nn: '{submitted} av {all} verksemder har sendt inn. {begun} er i gang.',
    en: '{submitted} of {all} agencies have submitted. {begun} have begun.',
  },
  'followUp.caption': {
    nb: 'Virksomheter i runden {year}',
    nn: 'Verksemder i runden {year}',
    en: 'Agencies in the {year} round',
  },
  'followUp.agency': {
    nb: 'Virksomhet',
    nn: 'Verksemd',
    en: 'Agency',
  },
  'followUp.ministry': {
    nb: 'Departement',
    nn: 'Departement',
    en: 'Ministry',
  },
  'followUp.state': {
    nb: 'Status',
    nn: 'Status',
    en: 'Status',
  },
  'followUp.measures': {
    nb: 'Tiltak',
    nn: 'Tiltak',
    en: 'Measures',
  },
  'followUp.submittedAt': {
    nb: 'Sendt inn',
    nn: 'Sendt inn',
    en: 'Submitted',
  },
  'followUp.notStarted': {
    nb: 'Ikke startet',
    nn: 'Ikkje starta',
    en: 'Not started',
  },
  'followUp.begun': {
    nb: 'I gang',
    nn: 'I gang',
    en: 'Begun',
  },
  'followUp.submitted': {
    nb: 'Sendt inn',
    nn: 'Sendt inn',
    en: 'Submitted',
  },
  'followUp.export': {
    nb: 'Last ned det som er sendt inn',
    nn: 'Last ned det som er sendt inn',
    en: 'Download what has been submitted',
  },
  'followUp.exportText': {
    nb: 'Filene har alle svar, også dem som er unntatt offentlighet. Behandle dem deretter.',
    nn: 'Filene har alle svar, også dei som er unnatekne offentlegheit. Behandle dei deretter.',
    en: 'The files hold all answers, also those exempt from publication. Handle them accordingly.',
  },
  'followUp.queries': {
    nb: 'Spørsmål',
    nn: 'Spørsmål',
    en: 'Questions',
  },
  'followUp.queryCount': {
    nb: '{open, plural, one {# åpent} other {# åpne}}, {answered, plural, one {# besvart} other {# besvarte}}',
    nn: '{open, plural, one {# ope} other {# opne}}, {answered} svara på',
    en: '{open} open, {answered} answered',
  },
} as const satisfies Readonly<Record<string, Text>>;
