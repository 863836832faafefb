import type { Text } from '@samblikk/questionnaire';

/** What problems of financing and cost sharing say beside their title. */
export const financingDetails = {
  noSuchMeasure: {
    nb: 'Det er ikke noe slikt tiltak.',
    nn: 'Det er ikkje noko slikt tiltak.',
    en: 'There is no such measure.',
  },
  noPlan: {
    nb: 'Tiltaket har ingen finansieringsplan.',
    nn: 'Tiltaket har ingen finansieringsplan.',
    en: 'The measure has no financing plan.',
  },
  noOpenPlan: {
    nb: 'Ingen finansieringsplan er åpnet for tiltak {number}.',
    nn: 'Ingen finansieringsplan er opna for tiltak {number}.',
    en: 'No financing plan is open for measure {number}.',
  },
  notOwnLine: {
    nb: 'Bare egne kostnader og egen finansiering kan endres av {actor}.',
    nn: 'Berre eigne kostnader og eiga finansiering kan endrast av {actor}.',
    en: '{actor} may only change costs and funding of its own.',
  },
  planChanged: {
    nb: 'Planen er endret siden du leste den. Den nyeste versjonen er {newest}.',
    nn: 'Planen er endra sidan du las han. Den nyaste versjonen er {newest}.',
    en: 'The plan has been changed since you read it. The newest version is {newest}.',
  },
  termsChanged: {
    nb: 'Nøkkelen, kostnadene som deles, eller partene er endret siden du leste planen. Les den på nytt før du svarer.',
    nn: 'Nøkkelen, kostnadene som blir delte, eller partane er endra sidan du las planen. Les han på nytt før du svarar.',
    en: 'The key, the shared costs or the actors have changed since you read the plan. Read it again before you answer.',
  },
  leadProposes: {
    nb: 'Den som leder planen, foreslår fordelingen og svarer ikke på den.',
    nn: 'Den som leier planen, foreslår fordelinga og svarar ikkje på henne.',
    en: 'Whoever leads the plan proposes the sharing, and does not answer it.',
  },
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
  noPool: {
    nb: '{pool} er ingen kostnad med nøkkel. Eksempel: 2600000;use;Drift.',
    nn: '{pool} er ingen kostnad med nøkkel. Døme: 2600000;use;Drift.',
    en: '{pool} is no cost with a key. Example: 2600000;use;Operation.',
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
