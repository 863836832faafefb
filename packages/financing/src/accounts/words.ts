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
