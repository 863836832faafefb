import { organisationNumberTexts, type Text } from '@samblikk/questionnaire';

/** What is said of the directory and of Enhetsregisteret. */
export const directoryDetails = {
  orgnrLength: organisationNumberTexts.length,
  orgnrStart: organisationNumberTexts.start,
  orgnrNeverGiven: organisationNumberTexts.neverGiven,
  orgnrCheckDigit: organisationNumberTexts.checkDigit,
  noDirectoryAgency: {
    nb: 'Registeret har ingen virksomhet «{id}».',
    nn: 'Registeret har inga verksemd «{id}».',
    en: 'The directory has no agency “{id}”.',
  },
  noDirectoryMinistry: {
    nb: 'Registeret har ikke noe departement «{id}».',
    nn: 'Registeret har ikkje noko departement «{id}».',
    en: 'The directory has no ministry “{id}”.',
  },
  ministryInUse: {
    nb: '{count, plural, one {# virksomhet er} other {# virksomheter er}} under {name}. Velg et departement som tar over, eller flytt dem først.',
    nn: '{count, plural, one {# verksemd er} other {# verksemder er}} under {name}. Vel eit departement som tek over, eller flytt dei først.',
    en: '{count, plural, one {# agency is} other {# agencies are}} under {name}. Choose a ministry that takes over, or move them first.',
  },
  numberTaken: {
    nb: 'Organisasjonsnummer {orgnr} er i bruk av {name}.',
    nn: 'Organisasjonsnummer {orgnr} er i bruk av {name}.',
    en: 'Organisation number {orgnr} is in use by {name}.',
  },
  codeTaken: {
    nb: 'Koden {code} er i bruk av {name}.',
    nn: 'Koden {code} er i bruk av {name}.',
    en: 'The code {code} is in use by {name}.',
  },
  noMinistryThen: {
    nb: 'Det er ikke noe departement «{ministry}» {from}.',
    nn: 'Det er ikkje noko departement «{ministry}» {from}.',
    en: 'There is no ministry “{ministry}” on {from}.',
  },
  agencyEnded: {
    nb: '{name} er avviklet {day} og kan ikke endres etter det.',
    nn: '{name} er avvikla {day} og kan ikkje endrast etter det.',
    en: '{name} ended on {day} and cannot be changed after that.',
  },
  beforeLatest: {
    nb: 'Det siste som er kjent om {name}, gjelder fra {day}. Velg en senere dag: det som har vært, endres ikke.',
    nn: 'Det siste som er kjent om {name}, gjeld frå {day}. Vel ein seinare dag: det som har vore, blir ikkje endra.',
    en: 'The latest that is known of {name} holds from {day}. Choose a later day: what has been is not changed.',
  },
  nothingOther: {
    nb: '{name} er slik fra før. Ingenting er endret.',
    nn: '{name} er slik frå før. Ingenting er endra.',
    en: '{name} is so already. Nothing has changed.',
  },
  ownSuccessor: {
    nb: '{name} kan ikke tas over av seg selv, eller av noen den selv har tatt over for.',
    nn: '{name} kan ikkje takast over av seg sjølv, eller av nokon ho sjølv har teke over for.',
    en: '{name} cannot be carried on by itself, or by one that it carries on.',
  },
  successorGone: {
    nb: '{name} finnes ikke {from}, og kan ikke ta over.',
    nn: '{name} finst ikkje {from}, og kan ikkje ta over.',
    en: '{name} does not exist on {from}, and cannot take over.',
  },
  pilotStays: {
    nb: '{year} er en prøverunde. Den kan ikke låses eller publiseres.',
    nn: '{year} er ein prøverunde. Han kan ikkje låsast eller publiserast.',
    en: '{year} is a pilot. It can neither be frozen nor published.',
  },
  lookUpOff: {
    nb: 'Oppslag i Enhetsregisteret er ikke slått på (ENHETSREGISTERET_URL).',
    nn: 'Oppslag i Einingsregisteret er ikkje slått på (ENHETSREGISTERET_URL).',
    en: 'Look-up in Enhetsregisteret is not switched on (ENHETSREGISTERET_URL).',
  },
  lookUpNone: {
    nb: 'Enhetsregisteret har ingen enhet med nummer {orgnr}.',
    nn: 'Einingsregisteret har inga eining med nummer {orgnr}.',
    en: 'Enhetsregisteret has no organisation with number {orgnr}.',
  },
  lookUpRemoved: {
    nb: 'Enheten {orgnr} er fjernet fra Enhetsregisteret av juridiske grunner.',
    nn: 'Eininga {orgnr} er fjerna frå Einingsregisteret av juridiske grunnar.',
    en: 'Organisation {orgnr} has been removed from Enhetsregisteret for legal reasons.',
  },
  lookUpBusy: {
    nb: 'Enhetsregisteret tar ikke imot flere spørsmål akkurat nå. Prøv igjen om et minutt, eller fyll ut selv.',
    nn: 'Einingsregisteret tek ikkje imot fleire spørsmål akkurat no. Prøv igjen om eit minutt, eller fyll ut sjølv.',
    en: 'Enhetsregisteret takes no more questions right now. Try again in a minute, or fill it in yourself.',
  },
  lookUpSilent: {
    nb: 'Enhetsregisteret svarte ikke. Prøv igjen, eller fyll ut selv.',
    nn: 'Einingsregisteret svara ikkje. Prøv igjen, eller fyll ut sjølv.',
    en: 'Enhetsregisteret did not answer. Try again, or fill it in yourself.',
  },
  lookUpStrange: {
    nb: 'Enhetsregisteret svarte noe vi ikke forstår. Fyll ut selv, og si fra til den som drifter Samblikk.',
    nn: 'Einingsregisteret svara noko vi ikkje forstår. Fyll ut sjølv, og sei frå til den som driftar Samblikk.',
    en: 'Enhetsregisteret answered something we do not understand. Fill it in yourself, and tell whoever runs Samblikk.',
  },
} as const satisfies Readonly<Record<string, Text>>;
