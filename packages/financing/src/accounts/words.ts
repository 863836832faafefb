import type { Text } from '@samblikk/text';
import type { AccountCostType, IncomeForm, IncomeSource, Indicator } from './accounts.ts';

export const accountCostTypeNames: Record<AccountCostType, Text> = {
  fixedOperation: { nb: 'Fast drift', nn: 'Fast drift', en: 'Fixed operation' },
  variableOperation: { nb: 'Variabel drift', nn: 'Variabel drift', en: 'Variable operation' },
  management: { nb: 'Forvaltning', nn: 'Forvalting', en: 'Management' },
  maintenance: { nb: 'Vedlikehold', nn: 'Vedlikehald', en: 'Maintenance' },
  furtherDevelopment: { nb: 'Videreutvikling', nn: 'Vidareutvikling', en: 'Further development' },
  newDevelopment: { nb: 'Nyutvikling', nn: 'Nyutvikling', en: 'New development' },
};

export const indicatorNames: Record<Indicator, Text> = {
  users: { nb: 'Brukere', nn: 'Brukarar', en: 'Users' },
  serviceOwners: { nb: 'Tjenesteeiere', nn: 'Tenesteeigarar', en: 'Service owners' },
  transactions: { nb: 'Transaksjoner', nn: 'Transaksjonar', en: 'Transactions' },
};

export const incomeSourceNames: Record<IncomeSource, Text> = {
  central: { nb: 'Sentralt', nn: 'Sentralt', en: 'Central' },
  serviceOwner: { nb: 'Tjenesteeier', nn: 'Tenesteeigar', en: 'Service owner' },
  endUser: { nb: 'Sluttbruker', nn: 'Sluttbrukar', en: 'End user' },
};

export const incomeFormNames: Record<IncomeForm, Text> = {
  frame: { nb: 'Ramme', nn: 'Ramme', en: 'Frame' },
  proposal: { nb: 'Satsingsforslag', nn: 'Satsingsforslag', en: 'Budget proposal' },
  fund: { nb: 'Fond', nn: 'Fond', en: 'Fund' },
  coFinancing: { nb: 'Medfinansiering', nn: 'Medfinansiering', en: 'Co-financing' },
  frameCut: { nb: 'Rammekutt', nn: 'Rammekutt', en: 'Cut of frames' },
  voluntary: { nb: 'Frivillig samfinansiering', nn: 'Frivillig samfinansiering', en: 'Voluntary joint funding' },
  useBased: { nb: 'Bruksbasert', nn: 'Bruksbasert', en: 'Use-based' },
  membership: { nb: 'Medlemsavgift', nn: 'Medlemsavgift', en: 'Membership fee' },
  fee: { nb: 'Gebyr', nn: 'Gebyr', en: 'Fee' },
};

/** What each form is: Digdir's "Modell for fellesløsninger" (2020), "Hvordan kan finansieringen tas inn", in our words. */
export const incomeFormTexts: Record<IncomeForm, Text> = {
  frame: {
    nb: 'En sum over den årlige rammen til den som forvalter løsningen.',
    nn: 'Ein sum over den årlege ramma til den som forvaltar løysinga.',
    en: 'A sum in the yearly frame of the one that manages the solution.',
  },
  proposal: {
    nb: 'Penger til én satsing, fra regjeringens årlige budsjettarbeid.',
    nn: 'Pengar til éi satsing, frå det årlege budsjettarbeidet til regjeringa.',
    en: 'Money for one effort, from the yearly budget work of the government.',
  },
  fund: {
    nb: 'Penger som er satt av for en sektor eller et formål, som DigiFin for kommunene.',
    nn: 'Pengar som er sette av for ein sektor eller eit føremål, som DigiFin for kommunane.',
    en: 'Money set aside for a sector or a purpose, as DigiFin for municipalities.',
  },
  coFinancing: {
    nb: 'En del av kostnaden til et prosjekt, men ikke til drift og forvaltning.',
    nn: 'Ein del av kostnaden til eit prosjekt, men ikkje til drift og forvalting.',
    en: 'A part of the cost of a project, but not of operation and management.',
  },
  frameCut: {
    nb: 'Rammene til dem som har gevinst av løsningen, kuttes, og pengene går til løsningen (dansk modell).',
    nn: 'Rammene til dei som har gevinst av løysinga, blir kutta, og pengane går til løysinga (dansk modell).',
    en: 'The frames of those who gain by the solution are cut, and the money goes to the solution (the Danish model).',
  },
  voluntary: {
    nb: 'Tjenesteeiere bidrar etter behov og bruk. Det kan være krevende å dekke drift og forvaltning slik.',
    nn: 'Tenesteeigarar bidreg etter behov og bruk. Det kan vere krevjande å dekkje drift og forvalting slik.',
    en: 'Service owners contribute by need and use. It can be hard to cover operation and management so.',
  },
  useBased: {
    nb: 'Tjenesteeiere betaler for det de bruker.',
    nn: 'Tenesteeigarar betaler for det dei bruker.',
    en: 'Service owners pay for what they use.',
  },
  membership: {
    nb: 'Tjenesteeiere betaler for å være koblet til, eventuelt en sum hvert år.',
    nn: 'Tenesteeigarar betaler for å vere kopla til, eventuelt ein sum kvart år.',
    en: 'Service owners pay to be connected, possibly a sum each year.',
  },
  fee: {
    nb: 'Et gebyr for hver sak eller transaksjon, etter hva den koster.',
    nn: 'Eit gebyr for kvar sak eller transaksjon, etter kva ho kostar.',
    en: 'A fee for each case or transaction, by what it costs.',
  },
};
