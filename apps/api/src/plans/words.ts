import type { Text } from '@samblikk/questionnaire';

/** What may be wrong in a plan that is saved. */
export const faultWords = {
  unknownActor: {
    nb: 'Ingen heter {actor}. Bruk et organisasjonsnummer, kommune: og kommunenummer, fylke: og nummer, KS, eller annen: og et navn.',
    nn: 'Ingen heiter {actor}. Bruk eit organisasjonsnummer, kommune: og kommunenummer, fylke: og nummer, KS, eller annen: og eit namn.',
    en: 'Nobody is called {actor}. Use an organisation number, kommune: and its number, fylke: and its number, KS, or annen: and a name.',
  },
  sameTwice: { nb: '{actor} står to ganger.', nn: '{actor} står to gonger.', en: '{actor} is there twice.' },
  leadMissing: {
    nb: '{actor} eier tiltaket og må være en av partene.',
    nn: '{actor} eig tiltaket og må vere ein av partane.',
    en: '{actor} owns the measure and must be one of the actors.',
  },
  noActor: {
    nb: '{actor} er ikke en av partene. Legg parten til, eller velg en annen.',
    nn: '{actor} er ikkje ein av partane. Legg parten til, eller vel ein annan.',
    en: '{actor} is none of the actors. Add it, or choose another.',
  },
  yearsBackwards: {
    nb: 'Det siste året, {to}, er før det første, {from}.',
    nn: 'Det siste året, {to}, er før det første, {from}.',
    en: 'The last year, {to}, is before the first, {from}.',
  },
  noKey: {
    nb: '{key} er ingen fordelingsnøkkel.',
    nn: '{key} er ingen fordelingsnøkkel.',
    en: '{key} is no sharing key.',
  },
  noInhabitants: {
    nb: 'Folketall finnes for {years}.',
    nn: 'Folketal finst for {years}.',
    en: 'Inhabitants are known of {years}.',
  },
  additionBelowZero: {
    nb: 'Basiskostnad eller forventet tillegg er større enn styringsrammen, med {by} kroner.',
    nn: 'Basiskostnad eller forventa tillegg er større enn styringsramma, med {by} kroner.',
    en: 'Base cost or expected addition is above the steering frame, by {by} kroner.',
  },
  sumDiffers: {
    nb: 'Basiskostnad og forventet tillegg blir ikke styringsrammen: det skiller {by} kroner.',
    nn: 'Basiskostnad og forventa tillegg blir ikkje styringsramma: det skil {by} kroner.',
    en: 'Base cost and expected addition are not the steering frame: they differ by {by} kroner.',
  },
  frameBelowSteering: {
    nb: 'Kostnadsrammen er under styringsrammen, med {by} kroner.',
    nn: 'Kostnadsramma er under styringsramma, med {by} kroner.',
    en: 'The cost frame is below the steering frame, by {by} kroner.',
  },
  badIndex: {
    nb: 'Indeksen må ha et tall over 0 for {year}.',
    nn: 'Indeksen må ha eit tal over 0 for {year}.',
    en: 'The index must have a number above 0 for {year}.',
  },
  reasonMissing: {
    nb: 'Skriv hvorfor dere sier nei.',
    nn: 'Skriv kvifor de seier nei.',
    en: 'Write why you say no.',
  },
  nothingShared: {
    nb: 'Planen har ingen kostnader som {actor} deler med noen.',
    nn: 'Planen har ingen kostnader som {actor} deler med nokon.',
    en: 'The plan has no costs that {actor} shares with anyone.',
  },
} satisfies Record<string, Text>;
export type FaultCode = keyof typeof faultWords;

/** What a plan is called until somebody calls it something. */
export const unnamed: Text = {
  nb: 'Finansieringsplan for tiltak {number}',
  nn: 'Finansieringsplan for tiltak {number}',
  en: 'Financing plan of measure {number}',
};

export const fileWords = {
  kind: { nb: 'Hva', nn: 'Kva', en: 'What' },
  cost: { nb: 'Kostnad', nn: 'Kostnad', en: 'Cost' },
  funding: { nb: 'Finansiering', nn: 'Finansiering', en: 'Funding' },
  actors: { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  of: { nb: 'Type eller kilde', nn: 'Type eller kjelde', en: 'Type or source' },
  phases: { nb: 'Faser', nn: 'Fasar', en: 'Phases' },
  from: { nb: 'Fra år', nn: 'Frå år', en: 'From year' },
  to: { nb: 'Til år', nn: 'Til år', en: 'To year' },
  kroner: { nb: 'Kroner', nn: 'Kroner', en: 'Kroner' },
  about: { nb: 'Omtrentlig', nn: 'Omtrentleg', en: 'About' },
  yes: { nb: 'ja', nn: 'ja', en: 'yes' },
} satisfies Record<string, Text>;
