import type { Text } from '@samblikk/text';
import type { ActorType, CostOfOthers, CostType, FundingSource, PlanPhase, Principle } from './plan.ts';

export const actorTypeNames: Record<ActorType, Text> = {
  stateAgency: { nb: 'Statlige', nn: 'Statlege', en: 'State' },
  municipality: { nb: 'Kommuner', nn: 'Kommunar', en: 'Municipalities' },
  county: { nb: 'Fylkeskommuner', nn: 'Fylkeskommunar', en: 'Counties' },
  ks: { nb: 'KS', nn: 'KS', en: 'KS' },
  private: { nb: 'Private', nn: 'Private', en: 'Private' },
};

export const phaseNames: Record<PlanPhase, Text> = {
  startUp: { nb: 'Oppstart', nn: 'Oppstart', en: 'Start-up' },
  planning: { nb: 'Planlegging', nn: 'Planlegging', en: 'Planning' },
  execution: { nb: 'Gjennomføring', nn: 'Gjennomføring', en: 'Execution' },
  operation: { nb: 'Drift og forvaltning', nn: 'Drift og forvalting', en: 'Operation and management' },
};

export const costTypeNames: Record<CostType, Text> = {
  staff: { nb: 'Egne ansatte', nn: 'Eigne tilsette', en: 'Own staff' },
  consultants: { nb: 'Konsulenter', nn: 'Konsulentar', en: 'Consultants' },
  licences: { nb: 'Lisenser', nn: 'Lisensar', en: 'Licences' },
  infrastructure: { nb: 'Infrastruktur', nn: 'Infrastruktur', en: 'Infrastructure' },
  operation: { nb: 'Drift', nn: 'Drift', en: 'Operation' },
  other: { nb: 'Annet', nn: 'Anna', en: 'Other' },
};

export const fundingSourceNames: Record<FundingSource, Text> = {
  ownBudget: { nb: 'Eget budsjett', nn: 'Eige budsjett', en: 'Own budget' },
  jointProposal: { nb: 'Felles satsingsforslag', nn: 'Felles satsingsforslag', en: 'Joint budget proposal' },
  separateProposal: { nb: 'Eget satsingsforslag', nn: 'Eige satsingsforslag', en: 'Separate budget proposal' },
  revisedBudget: { nb: 'Revidert nasjonalbudsjett', nn: 'Revidert nasjonalbudsjett', en: 'Revised national budget' },
  medfinansiering: { nb: 'Medfinansieringsordningen', nn: 'Medfinansieringsordninga', en: 'The co-financing scheme' },
  stimulab: { nb: 'Stimulab', nn: 'Stimulab', en: 'Stimulab' },
  digifin: { nb: 'DigiFin', nn: 'DigiFin', en: 'DigiFin' },
  researchCouncil: { nb: 'Forskningsrådet', nn: 'Forskingsrådet', en: 'The Research Council' },
  discretionaryGrant: {
    nb: 'Statsforvalterens prosjektskjønnsmidler',
    nn: 'Prosjektskjønsmidlane til Statsforvaltaren',
    en: 'Discretionary grants of the County Governor',
  },
  eu: { nb: 'EU', nn: 'EU', en: 'The EU' },
  grantFromActor: {
    nb: 'Tilskudd fra en annen part',
    nn: 'Tilskot frå ein annan part',
    en: 'Grant from another party',
  },
  chargingAuthority: { nb: 'Belastningsfullmakt', nn: 'Belastningsfullmakt', en: 'Authority to charge another budget' },
  fees: { nb: 'Gebyr', nn: 'Gebyr', en: 'Fees' },
  private: { nb: 'Private midler', nn: 'Private midlar', en: 'Private money' },
};

export const principleNames: Record<Principle, Text> = {
  eachBearsItsOwn: { nb: 'Hver bærer sitt', nn: 'Kvar ber sitt', en: 'Each bears its own' },
  eachSectorBearsItsOwn: {
    nb: 'Stat og kommuner bærer hver sine leveranser',
    nn: 'Stat og kommunar ber kvar sine leveransar',
    en: 'State and municipalities each bear their own deliveries',
  },
  whereTheyAccrue: {
    nb: 'Midlene følger kostnadene der de oppstår, etter ett felles forslag',
    nn: 'Midlane følgjer kostnadene der dei oppstår, etter eitt felles forslag',
    en: 'Money follows costs where they arise, by one joint proposal',
  },
};

export const costOfOthersNames: Record<CostOfOthers['what'], Text> = {
  connection: { nb: 'Tilknytning og endringer', nn: 'Tilknyting og endringar', en: 'Connection and changes' },
  fee: { nb: 'Avgift', nn: 'Avgift', en: 'Fee' },
  ownSystem: { nb: 'Eget system', nn: 'Eige system', en: 'Own system' },
};
