import type { Text } from '@samblikk/questionnaire';

/** What is said of a freeze, and of what speaks against it. */
export const freezeTexts = {
  'publishing.title': {
    nb: 'Lås og publiser runden {year}',
    nn: 'Lås og publiser runden {year}',
    en: 'Lock and publish the {year} round',
  },
  'freeze.releases': {
    nb: 'Utgaver',
    nn: 'Utgåver',
    en: 'Releases',
  },
  'freeze.noRelease': {
    nb: 'Runden er ikke låst ennå.',
    nn: 'Runden er ikkje låst enno.',
    en: 'The round has not been locked yet.',
  },
  'freeze.open': {
    nb: 'Lås runden i en ny utgave',
    nn: 'Lås runden i ei ny utgåve',
    en: 'Lock the round in a new release',
  },
  'freeze.text': {
    nb: 'Alt som er sendt inn til nå, blir en ny utgave, som ikke kan endres. Bare dere ser den til dere publiserer den.',
    nn: 'Alt som er sendt inn til no, blir ei ny utgåve, som ikkje kan endrast. Berre de ser henne til de publiserer henne.',
    en: 'Everything that has been submitted so far becomes a new release, which cannot be changed. Only you see it until you publish it.',
  },
  'freeze.yes': {
    nb: 'Lås runden nå',
    nn: 'Lås runden no',
    en: 'Lock the round now',
  },
  'freeze.frozen': {
    nb: 'Utgave {year}.{number} er laget. Se over den før den publiseres.',
    nn: 'Utgåve {year}.{number} er laga. Sjå over henne før ho blir publisert.',
    en: 'Release {year}.{number} has been made. Look through it before it is published.',
  },
  'freeze.unchanged': {
    nb: 'Ingenting er endret siden utgave {year}.{number}.',
    nn: 'Ingenting er endra sidan utgåve {year}.{number}.',
    en: 'Nothing has changed since release {year}.{number}.',
  },
  'freeze.made': {
    nb: 'Låst {time}, med {measures} tiltak',
    nn: 'Låst {time}, med {measures} tiltak',
    en: 'Locked {time}, with {measures} measures',
  },
  'freeze.unconfirmed': {
    nb: 'Noe mangler i runden. Les hva det er, bekreft at den skal låses likevel, og prøv igjen.',
    nn: 'Noko manglar i runden. Les kva det er, stadfest at han skal låsast likevel, og prøv igjen.',
    en: 'Something is missing in the round. Read what it is, confirm that the round is to be locked all the same, and try again.',
  },
  'concern.title': {
    nb: 'Runden {year} er ikke ferdig',
    nn: 'Runden {year} er ikkje ferdig',
    en: 'The round of {year} is not complete',
  },
  'concern.beforeDeadline': {
    nb: 'Fristen er ikke ute. Den er {time}.',
    nn: 'Fristen er ikkje ute. Han er {time}.',
    en: 'The deadline has not passed. It is {time}.',
  },
  'concern.notSubmitted': {
    nb: '{n, plural, one {# virksomhet har ikke sendt inn} other {# virksomheter har ikke sendt inn}}',
    nn: '{n, plural, one {# verksemd har ikkje sendt inn} other {# verksemder har ikkje sendt inn}}',
    en: '{n, plural, one {# agency has not submitted} other {# agencies have not submitted}}',
  },
  'concern.begun': {
    nb: '{name} ({measures, plural, one {# tiltak er begynt på} other {# tiltak er begynt på}})',
    nn: '{name} ({measures, plural, one {# tiltak er påbyrja} other {# tiltak er påbyrja}})',
    en: '{name} ({measures, plural, one {# measure begun} other {# measures begun}})',
  },
  'concern.openQueries': {
    nb: '{n, plural, one {# virksomhet har spørsmål fra dere som ikke er besvart} other {# virksomheter har spørsmål fra dere som ikke er besvart}}',
    nn: '{n, plural, one {# verksemd har spørsmål frå dykk som det ikkje er svart på} other {# verksemder har spørsmål frå dykk som det ikkje er svart på}}',
    en: '{n, plural, one {# agency has questions from you that are not answered} other {# agencies have questions from you that are not answered}}',
  },
  'concern.queries': {
    nb: '{name} ({queries, plural, one {# spørsmål} other {# spørsmål}})',
    nn: '{name} ({queries, plural, one {# spørsmål} other {# spørsmål}})',
    en: '{name} ({queries, plural, one {# question} other {# questions}})',
  },
  'concern.moreTime': {
    nb: '{n, plural, one {# virksomhet har fått mer tid} other {# virksomheter har fått mer tid}}',
    nn: '{n, plural, one {# verksemd har fått meir tid} other {# verksemder har fått meir tid}}',
    en: '{n, plural, one {# agency has been given more time} other {# agencies have been given more time}}',
  },
  'concern.until': {
    nb: '{name} (til {time})',
    nn: '{name} (til {time})',
    en: '{name} (until {time})',
  },
  'concern.confirm': {
    nb: 'Lås runden selv om dette mangler',
    nn: 'Lås runden sjølv om dette manglar',
    en: 'Lock the round although this is missing',
  },
} as const satisfies Readonly<Record<string, Text>>;
