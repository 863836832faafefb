import type { Text } from '@samblikk/questionnaire';

/** What is said where one measure is withdrawn from the public. */
export const unpublicTexts = {
  'unpublic.title': {
    nb: 'Tiltak trukket tilbake i {year}',
    nn: 'Tiltak trekte tilbake i {year}',
    en: 'Measures withdrawn in {year}',
  },
  'unpublic.text': {
    nb: 'Ingen utgave blir endret. Den gjeldende utgaven lages på nytt uten tiltaket og publiseres med en gang. Utgaver som har tiltaket, trekkes tilbake, og adressene til dem viser begrunnelsen. Nye utgaver får det ikke med før det gjøres offentlig igjen.',
    nn: 'Inga utgåve blir endra. Den gjeldande utgåva blir laga på nytt utan tiltaket og publisert med ein gong. Utgåver som har tiltaket, blir trekte tilbake, og adressene til dei viser grunngivinga. Nye utgåver får det ikkje med før det blir gjort offentleg igjen.',
    en: 'No release is changed. The current release is made anew without the measure and published at once. Releases that have the measure are withdrawn, and their addresses show the reason. New releases leave it out until it is made public again.',
  },
  'unpublic.none': {
    nb: 'Ingen tiltak er trukket tilbake.',
    nn: 'Ingen tiltak er trekte tilbake.',
    en: 'No measure has been withdrawn.',
  },
  'unpublic.list': { nb: 'Trukket tilbake', nn: 'Trekte tilbake', en: 'Withdrawn' },
  'unpublic.by': {
    nb: 'Trukket tilbake {time} av {name}.',
    nn: 'Trekt tilbake {time} av {name}.',
    en: 'Withdrawn {time} by {name}.',
  },
  'unpublic.page': {
    nb: 'Se siden slik alle ser den',
    nn: 'Sjå sida slik alle ser henne',
    en: 'See the page as everyone sees it',
  },
  'unpublic.restore': {
    nb: 'Gjør {number} offentlig igjen',
    nn: 'Gjer {number} offentleg igjen',
    en: 'Make {number} public again',
  },
  'unpublic.restoreText': {
    nb: 'Er ingenting sendt inn om tiltaket siden, publiseres en ny utgave med det med en gang. Ellers kommer det med neste gang runden låses.',
    nn: 'Er ingenting sendt inn om tiltaket sidan, blir ei ny utgåve med det publisert med ein gong. Elles kjem det med neste gong runden blir låst.',
    en: 'If nothing was submitted about the measure since, a new release with it is published at once. Otherwise it comes along the next time the round is locked.',
  },
  'unpublic.open': { nb: 'Trekk et tiltak tilbake', nn: 'Trekk eit tiltak tilbake', en: 'Withdraw a measure' },
  'unpublic.number': {
    nb: 'Tiltakets nummer, for eksempel {year}-0042',
    nn: 'Nummeret til tiltaket, til dømes {year}-0042',
    en: 'The number of the measure, for example {year}-0042',
  },
  'unpublic.numberFault': {
    nb: 'Skriv nummeret slik det står på tiltakets side, med årstall, bindestrek og fire sifre',
    nn: 'Skriv nummeret slik det står på sida til tiltaket, med årstal, bindestrek og fire siffer',
    en: 'Write the number as on the page of the measure, with year, hyphen and four digits',
  },
  'unpublic.reasonFault': {
    nb: 'Skriv begrunnelsen på alle tre språk',
    nn: 'Skriv grunngivinga på alle tre språka',
    en: 'Write the reason in all three languages',
  },
  'unpublic.yes': {
    nb: 'Trekk tiltaket tilbake nå',
    nn: 'Trekk tiltaket tilbake no',
    en: 'Withdraw the measure now',
  },
  'unpublic.withdrawn': {
    nb: 'Tiltak {number} er trukket tilbake. Utgave {release} gjelder nå.',
    nn: 'Tiltak {number} er trekt tilbake. Utgåve {release} gjeld no.',
    en: 'Measure {number} has been withdrawn. Release {release} is current now.',
  },
  'unpublic.restored': {
    nb: 'Tiltak {number} er offentlig igjen i utgave {release}.',
    nn: 'Tiltak {number} er offentleg igjen i utgåve {release}.',
    en: 'Measure {number} is public again in release {release}.',
  },
  'unpublic.restoredLater': {
    nb: 'Tiltak {number} blir offentlig igjen neste gang runden låses og publiseres.',
    nn: 'Tiltak {number} blir offentleg igjen neste gong runden blir låst og publisert.',
    en: 'Measure {number} becomes public again the next time the round is locked and published.',
  },
  'unpublic.notPublic': {
    nb: 'Tiltaket er ikke offentlig i noen utgave av runden.',
    nn: 'Tiltaket er ikkje offentleg i nokon utgåve av runden.',
    en: 'The measure is not public in any release of the round.',
  },
} as const satisfies Readonly<Record<string, Text>>;
