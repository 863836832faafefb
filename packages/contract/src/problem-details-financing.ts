import type { Text } from '@samblikk/questionnaire';

/** What problems of financing and cost sharing say beside their title. */
export const financingDetails = {
  noInhabitantsOf: {
    nb: 'Folketall finnes for {years}.',
    nn: 'Folketal finst for {years}.',
    en: 'Inhabitants are known of {years}.',
  },
  unknownSharer: {
    nb: 'Ingen heter {sharer}. Skriv kommune: og kommunenummer, et organisasjonsnummer, eller annen: og et navn.',
    nn: 'Ingen heiter {sharer}. Skriv kommune: og kommunenummer, eit organisasjonsnummer, eller annen: og eit namn.',
    en: 'Nobody is called {sharer}. Write kommune: and the number of a municipality, an organisation number, or annen: and a name.',
  },
  tooManySharers: {
    nb: 'Høyst {most} kan dele.',
    nn: 'Høgst {most} kan dele.',
    en: 'At most {most} can share.',
  },
  noSharingKey: {
    nb: '{key} er ingen nøkkel. Eksempler: population, equal:50,population:50.',
    nn: '{key} er ingen nøkkel. Døme: population, equal:50,population:50.',
    en: '{key} is no key. Examples: population, equal:50,population:50.',
  },
  notWholeNumber: {
    nb: 'Tallet for {name} må være helt, og null eller mer.',
    nn: 'Talet for {name} må vere heilt, og null eller meir.',
    en: 'The number of {name} must be whole, and zero or more.',
  },
  noSuchChoice: {
    nb: '{code} finnes ikke. Velg mellom {choices}.',
    nn: '{code} finst ikkje. Vel mellom {choices}.',
    en: 'There is no {code}. Choose among {choices}.',
  },
  yearsBackwards: {
    nb: 'Siste år ({to}) er før første år ({from}).',
    nn: 'Siste år ({to}) er før første år ({from}).',
    en: 'The last year ({to}) is before the first one ({from}).',
  },
  unknownParameter: {
    nb: 'Adressen har ingen parameter {name}.',
    nn: 'Adressa har ingen parameter {name}.',
    en: 'The address has no parameter {name}.',
  },
} satisfies Record<string, Text>;
