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
  'freeze.confirm': {
    nb: 'Bekreft at du vet om dette før runden låses',
    nn: 'Stadfest at du veit om dette før runden blir låst',
    en: 'Confirm that you know of this before the round is locked',
  },
  'freeze.reason': {
    nb: 'Hvorfor lages utgaven? Skriv på bokmål. Alle kan lese det når den er publisert.',
    nn: 'Kvifor blir utgåva laga? Skriv på bokmål. Alle kan lese det når ho er publisert.',
    en: 'Why is the release made? Write in bokmål. Everyone can read it once it is published.',
  },
  'freeze.reasonFirst': {
    nb: 'Si noe om utgaven, om du vil, på bokmål. Alle kan lese det når den er publisert.',
    nn: 'Sei noko om utgåva, om du vil, på bokmål. Alle kan lese det når ho er publisert.',
    en: 'Say something about the release, if you like, in bokmål. Everyone can read it once it is published.',
  },
  'freeze.reason.nn': {
    nb: 'Det samme på nynorsk. Står feltet tomt, viser sidene på nynorsk bokmålsteksten.',
    nn: 'Det same på nynorsk. Står feltet tomt, viser sidene på nynorsk bokmålsteksten.',
    en: 'The same in nynorsk. If left blank, pages in nynorsk show the text in bokmål.',
  },
  'freeze.reason.en': {
    nb: 'Det samme på engelsk. Står feltet tomt, viser sidene på engelsk bokmålsteksten.',
    nn: 'Det same på engelsk. Står feltet tomt, viser sidene på engelsk bokmålsteksten.',
    en: 'The same in English. If left blank, pages in English show the text in bokmål.',
  },
  'freeze.reasonMissing': {
    nb: 'Skriv på bokmål hvorfor utgaven trengs',
    nn: 'Skriv på bokmål kvifor utgåva trengst',
    en: 'Write in bokmål why the release is needed',
  },
  'freeze.planned': {
    nb: 'Runden er ikke åpnet ennå, og det er ingenting å låse.',
    nn: 'Runden er ikkje opna enno, og det er ingenting å låse.',
    en: 'The round has not opened yet, and there is nothing to lock.',
  },
  'freeze.compare': {
    nb: 'Sammenlign to utgaver',
    nn: 'Samanlikn to utgåver',
    en: 'Compare two releases',
  },
  'freeze.unpublic': {
    nb: 'Trekk ett tiltak tilbake, eller se hva som er trukket tilbake',
    nn: 'Trekk eitt tiltak tilbake, eller sjå kva som er trekt tilbake',
    en: 'Withdraw one measure, or see what has been withdrawn',
  },
} as const satisfies Readonly<Record<string, Text>>;
