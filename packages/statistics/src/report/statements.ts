import type { Text } from '@samblikk/questionnaire';
import { blankCode, type Filters } from '../filter.ts';
import { answeredCost, answeredEffects, answeredFunding } from './answered.ts';
import { clauses } from './bases.ts';
import { inWhole } from './sentence.ts';

/** The measures that a number is a part of: by filters, and as a clause after “the measures”. */
export interface StatementBase {
  readonly where: Filters;
  readonly clause?: Text;
}

/** What stands in a slot: a number alone, a part or a share of named measures. `either` counts those in one or the other. */
export type StatementNumber =
  | { readonly count: Filters | Either }
  | { readonly part: Filters | Either; readonly of: StatementBase }
  | { readonly share: Filters | Either; readonly of: StatementBase };

/** Those that pass the one or the other, or both. */
export interface Either {
  readonly either: readonly [Filters, Filters];
}

/** A sentence of the report about other numbers than a figure leads with: a template, and what is counted in its slots. */
export interface Statement {
  readonly id: string;
  /** The figure it stands beside. */
  readonly beside: string;
  readonly text: Text;
  readonly numbers: Readonly<Record<string, StatementNumber>>;
  /** The variable it tells of all measures by: those whose answer to it is kept back are told in its slot `keptBack`. */
  readonly keptBack?: string;
}

/** What the slot `keptBack` says. */
export const keptBackText = (n: number): Text => ({
  nb: ` For ${inWhole(n)}\u00a0tiltak er svaret unntatt offentlighet.`,
  nn: ` For ${inWhole(n)}\u00a0tiltak er svaret unnateke offentlegheit.`,
  en: ` For ${inWhole(n)}\u00a0${n === 1 ? 'measure' : 'measures'} the answer is exempt from publication.`,
});

const all: StatementBase = { where: {} };
const { answered, asked } = clauses;
const costStated: StatementBase = { where: answeredCost, clause: answered.costBand as Text };
const fundingStated: StatementBase = { where: answeredFunding, clause: answered.funding as Text };
const effectsStated: StatementBase = { where: answeredEffects, clause: answered.effects as Text };
const beneficiariesStated: StatementBase = {
  where: {
    beneficiaries: ['citizens', 'employees', 'stateAgencies', 'municipalities', 'privateCompanies', 'other'],
  },
  clause: answered.beneficiaries as Text,
};
const involvesOthers: StatementBase = { where: { involvesOthers: ['yes'] }, clause: asked.involvedScope as Text };
const running: Filters = { phaseGroup: ['execution'] };
const lacking: Filters = { fullyFunded: ['lacking'] };
const crossCutting: Filters = { crossCutting: ['yes'] };
const municipal: Filters = { municipal: ['yes'] };
const internal: Filters = { scope: ['agencyInternal'] };
const coherent: Filters = { effects: ['coherentServices'] };
const develops: Filters = { developsShared: ['yes'] };
const reuses: Filters = { reusesShared: ['yes'] };

const runningBase: StatementBase = {
  where: running,
  clause: {
    nb: 'som er i gjennomføring eller drift',
    nn: 'som er i gjennomføring eller drift',
    en: 'that are in execution or operation',
  },
};
const runningLacking: StatementBase = {
  where: { ...running, ...lacking },
  clause: {
    nb: 'som er i gjennomføring eller drift uten full finansiering',
    nn: 'som er i gjennomføring eller drift utan full finansiering',
    en: 'that are in execution or operation without full funding',
  },
};
const planned: StatementBase = {
  where: { phaseGroup: ['planning', 'execution'] },
  clause: {
    nb: 'som er i planlegging, gjennomføring eller drift',
    nn: 'som er i planlegging, gjennomføring eller drift',
    en: 'that are in planning, execution or operation',
  },
};
const municipalBase: StatementBase = {
  where: municipal,
  clause: {
    nb: 'som involverer kommunal sektor',
    nn: 'som involverer kommunal sektor',
    en: 'that involve municipalities or counties',
  },
};
const internalBase: StatementBase = {
  where: internal,
  clause: {
    nb: 'som er virksomhetsinterne',
    nn: 'som er verksemdsinterne',
    en: 'that are internal to one agency',
  },
};
const ofSkate = (skate: 'yes' | 'no', clause: Text): StatementBase => ({
  where: { ...answeredEffects, skate: [skate] },
  clause,
});

/** What the yearly report tells besides the sentences its figures lead with, in the order of Difi Notat 2019:10. */
export const statements: readonly Statement[] = [
  {
    id: 'effects-number',
    beside: 'effects',
    text: {
      nb: '{quality} skal gi bedre tjenester og {efficiency} effektivisering. {environment} skal redusere belastningen på miljøet.',
      nn: '{quality} skal gi betre tenester og {efficiency} effektivisering. {environment} skal redusere belastninga på miljøet.',
      en: '{quality} are to give better services, {efficiency} efficiency. {environment} are to reduce the load on the environment.',
    },
    numbers: {
      quality: { part: { effects: ['serviceQuality'] }, of: effectsStated },
      efficiency: { share: { effects: ['efficiency'] }, of: effectsStated },
      environment: { share: { effects: ['lessEnvironmentalLoad'] }, of: effectsStated },
    },
  },
  {
    id: 'efficiency-number',
    beside: 'effects',
    text: {
      nb: 'Effektivisering er ventet av {efficiency} tiltak, og sammenhengende tjenester av {part}: {share}.',
      nn: 'Effektivisering er venta av {efficiency} tiltak, og samanhengande tenester av {part}: {share}.',
      en: 'Efficiency is expected of {efficiency} measures, and coherent services of {part}: {share}.',
    },
    numbers: {
      efficiency: { count: { effects: ['efficiency'] } },
      part: { count: coherent },
      share: { share: coherent, of: effectsStated },
    },
  },
  {
    id: 'coherent-skate',
    beside: 'effects',
    text: {
      nb: 'Sammenhengende tjenester er en ventet effekt av {skate} og av {others}.',
      nn: 'Samanhengande tenester er ein venta effekt av {skate} og av {others}.',
      en: 'Coherent services are an expected effect of {skate} and of {others}.',
    },
    numbers: {
      skate: {
        share: { ...coherent, skate: ['yes'] },
        of: ofSkate('yes', {
          nb: 'som virksomheter i Skate har oppgitt effekter av',
          nn: 'som verksemder i Skate har oppgitt effektar av',
          en: 'that agencies in Skate stated effects of',
        }),
      },
      others: {
        share: { ...coherent, skate: ['no'] },
        of: ofSkate('no', {
          nb: 'som virksomheter utenfor Skate har oppgitt effekter av',
          nn: 'som verksemder utanfor Skate har oppgitt effektar av',
          en: 'that agencies outside Skate stated effects of',
        }),
      },
    },
  },
  {
    id: 'coherent-municipal',
    beside: 'effects',
    text: {
      nb: 'Sammenhengende tjenester er ventet av {municipal}.',
      nn: 'Samanhengande tenester er venta av {municipal}.',
      en: 'Coherent services are expected of {municipal}.',
    },
    numbers: {
      municipal: {
        share: { ...coherent, ...municipal },
        of: {
          where: { ...answeredEffects, ...municipal },
          clause: {
            nb: 'som involverer kommunal sektor og har oppgitt effekter',
            nn: 'som involverer kommunal sektor og har oppgitt effektar',
            en: 'that involve municipalities or counties and state effects',
          },
        },
      },
    },
  },
  {
    id: 'beneficiaries-each',
    beside: 'beneficiaries',
    text: {
      nb: '{citizens} er til nytte for innbyggere: {share}. Statlige virksomheter er nevnt av {state}, private virksomheter av {companies}, kommuner av {municipalities} og andre av {other}.',
      nn: '{citizens} er til nytte for innbyggjarar: {share}. Statlege verksemder er nemnde av {state}, private verksemder av {companies}, kommunar av {municipalities} og andre av {other}.',
      en: '{citizens} benefit citizens: {share}. State agencies are named by {state}, private companies by {companies}, municipalities by {municipalities} and others by {other}.',
    },
    numbers: {
      citizens: { part: { beneficiaries: ['citizens'] }, of: beneficiariesStated },
      share: { share: { beneficiaries: ['citizens'] }, of: beneficiariesStated },
      state: { share: { beneficiaries: ['stateAgencies'] }, of: beneficiariesStated },
      companies: { share: { beneficiaries: ['privateCompanies'] }, of: beneficiariesStated },
      municipalities: { share: { beneficiaries: ['municipalities'] }, of: beneficiariesStated },
      other: { share: { beneficiaries: ['other'] }, of: beneficiariesStated },
    },
  },
  {
    id: 'cost-stated',
    beside: 'cost-bands',
    keptBack: 'costBand',
    text: {
      nb: '{stated} har oppgitt kostnadsramme. {missing} har ikke gjort det: {share}.{keptBack}',
      nn: '{stated} har oppgitt kostnadsramme. {missing} har ikkje gjort det: {share}.{keptBack}',
      en: '{stated} state a total cost. {missing} do not: {share}.{keptBack}',
    },
    numbers: {
      stated: { part: answeredCost, of: all },
      missing: { count: { costBand: [blankCode] } },
      share: { share: { costBand: [blankCode] }, of: all },
    },
  },
  {
    id: 'cost-each',
    beside: 'cost-bands',
    text: {
      nb: '{middle} koster 10–50 mill. kroner, {upper} koster 50–100 mill. kroner og {top} koster over 100 mill. kroner.',
      nn: '{middle} kostar 10–50 mill. kroner, {upper} kostar 50–100 mill. kroner og {top} kostar over 100 mill. kroner.',
      en: '{middle} cost NOK 10–50 million, {upper} NOK 50–100 million and {top} more than NOK 100 million.',
    },
    numbers: {
      middle: { share: { costBand: ['from10to50m'] }, of: costStated },
      upper: { share: { costBand: ['from50to100m'] }, of: costStated },
      top: { share: { costBand: ['over100m'] }, of: costStated },
    },
  },
  {
    id: 'funding-each',
    beside: 'funding',
    keptBack: 'funding',
    text: {
      nb: 'Det er {share}. {no} har ikke finansiering og {partly} er delvis finansiert: til sammen mangler {lacking} hel eller delvis finansiering. {blank} tiltak har ikke svart og er ikke med i andelene.{keptBack}',
      nn: 'Det er {share}. {no} har ikkje finansiering og {partly} har delvis finansiering: til saman manglar {lacking} heil eller delvis finansiering. {blank} tiltak har ikkje svart og er ikkje med i delane.{keptBack}',
      en: 'That is {share}. {no} have no funding and {partly} are partly funded: together {lacking} lack funding in whole or in part. {blank} measures did not answer and are in none of the shares.{keptBack}',
    },
    numbers: {
      share: { share: { funding: ['yes'] }, of: fundingStated },
      no: { count: { funding: ['no'] } },
      partly: { count: { funding: ['partly'] } },
      lacking: { share: lacking, of: fundingStated },
      blank: { count: { funding: [blankCode] } },
    },
  },
  {
    id: 'phases-early',
    beside: 'phases',
    text: {
      nb: '{idea} er på idéstadiet og {concept} i konseptfasen.',
      nn: '{idea} er på idéstadiet og {concept} i konseptfasen.',
      en: '{idea} are ideas and {concept} are in the concept phase.',
    },
    numbers: { idea: { part: { phase: ['idea'] }, of: all }, concept: { part: { phase: ['concept'] }, of: all } },
  },
  {
    id: 'running-funding',
    beside: 'phases-by-funding',
    text: {
      nb: '{funded} er finansiert, mens {lacking} mangler hel eller delvis finansiering.',
      nn: '{funded} er finansierte, medan {lacking} manglar heil eller delvis finansiering.',
      en: '{funded} are funded, while {lacking} lack funding in whole or in part.',
    },
    numbers: {
      funded: { part: { ...running, fullyFunded: ['yes'] }, of: runningBase },
      lacking: { part: { ...running, ...lacking }, of: runningBase },
    },
  },
  {
    id: 'running-lacking-cost',
    beside: 'phases-by-funding',
    text: {
      nb: '{under} koster under 50 mill. kroner, {over} koster 50 mill. kroner eller mer, og {blank} har ikke oppgitt kostnadsramme.',
      nn: '{under} kostar under 50 mill. kroner, {over} kostar 50 mill. kroner eller meir, og {blank} har ikkje oppgitt kostnadsramme.',
      en: '{under} cost less than NOK 50 million, {over} NOK 50 million or more, and {blank} state no total cost.',
    },
    numbers: {
      under: { part: { ...running, ...lacking, costBand: ['under10m', 'from10to50m'] }, of: runningLacking },
      over: { part: { ...running, ...lacking, costBand: ['from50to100m', 'over100m'] }, of: runningLacking },
      blank: { part: { ...running, ...lacking, costBand: [blankCode] }, of: runningLacking },
    },
  },
  {
    id: 'planned-lacking',
    beside: 'phases-by-funding',
    text: {
      nb: '{lacking} mangler hel eller delvis finansiering.',
      nn: '{lacking} manglar heil eller delvis finansiering.',
      en: '{lacking} lack funding in whole or in part.',
    },
    numbers: { lacking: { part: { ...planned.where, ...lacking }, of: planned } },
  },
  {
    id: 'innovation-each',
    beside: 'innovation',
    keptBack: 'innovation',
    text: {
      nb: '{low} er i liten grad nyskapende og {high} i stor grad. {blank} har ikke svart.{keptBack}',
      nn: '{low} er i liten grad nyskapande og {high} i stor grad. {blank} har ikkje svart.{keptBack}',
      en: '{low} are innovative to a small extent and {high} to a great extent. {blank} did not answer.{keptBack}',
    },
    numbers: {
      low: { share: { innovation: ['low'] }, of: all },
      high: { share: { innovation: ['high'] }, of: all },
      blank: { share: { innovation: [blankCode] }, of: all },
    },
  },
  {
    id: 'technology',
    beside: 'innovation',
    text: {
      nb: '{cloud} skal ta i bruk skytjenester. {iot} gjelder tingenes internett.',
      nn: '{cloud} skal ta i bruk skytenester. {iot} gjeld tinga sitt internett.',
      en: '{cloud} will use cloud services. {iot} concern the internet of things.',
    },
    numbers: {
      cloud: { share: { technologies: ['cloud'] }, of: all },
      iot: { part: { technologies: ['iot'] }, of: all },
    },
  },
  {
    id: 'shared-either',
    beside: 'shared-solutions',
    text: {
      nb: '{both} tiltak skal gjøre begge deler. Til sammen skal {either} utvikle eller gjenbruke en slik løsning: {share}.',
      nn: '{both} tiltak skal gjere begge delar. Til saman skal {either} utvikle eller gjenbruke ei slik løysing: {share}.',
      en: '{both} measures will do both. Together {either} will develop or reuse such a solution: {share}.',
    },
    numbers: {
      both: { count: { ...develops, ...reuses } },
      either: { part: { either: [develops, reuses] }, of: all },
      share: { share: { either: [develops, reuses] }, of: all },
    },
  },
  {
    id: 'shared-internal',
    beside: 'shared-solutions',
    text: {
      nb: '{develops} skal utvikle en løsning for flere, og {reuses} skal gjenbruke en.',
      nn: '{develops} skal utvikle ei løysing for fleire, og {reuses} skal gjenbruke ei.',
      en: '{develops} will develop a solution for several agencies, and {reuses} will reuse one.',
    },
    numbers: {
      develops: { part: { ...internal, ...develops }, of: internalBase },
      reuses: { part: { ...internal, ...reuses }, of: internalBase },
    },
  },
  {
    id: 'involved-whole',
    beside: 'involved',
    keptBack: 'involvesOthers',
    text: {
      nb: '{others} tiltak involverer andre virksomheter, {internal} er virksomhetsinterne, og {neither} har ikke avklart det, vet ikke eller har ikke svart.{keptBack} Til sammen er det {n} tiltak.',
      nn: '{others} tiltak involverer andre verksemder, {internal} er verksemdsinterne, og {neither} har ikkje avklart det, veit ikkje eller har ikkje svart.{keptBack} Til saman er det {n} tiltak.',
      en: '{others} measures involve other organisations, {internal} are internal to one agency, and {neither} have not clarified it, do not know or did not answer.{keptBack} Together they are {n} measures.',
    },
    numbers: {
      others: { count: involvesOthers.where },
      internal: { count: internal },
      neither: { count: { involvesOthers: ['notClarified', 'unknown', blankCode] } },
      n: { count: {} },
    },
  },
  {
    id: 'involved-each',
    beside: 'involved',
    text: {
      nb: '{own} tar med virksomheter i egen sektor, {state} andre statlige sektorer, {levels} andre forvaltningsnivåer, {both} begge deler og {other} andre.',
      nn: '{own} tek med verksemder i eigen sektor, {state} andre statlege sektorar, {levels} andre forvaltningsnivå, {both} begge delar og {other} andre.',
      en: '{own} involve the agency’s own sector, {state} other state sectors, {levels} other levels of government, {both} both and {other} others.',
    },
    numbers: {
      own: { part: { involvedScope: ['ownSector'] }, of: involvesOthers },
      state: { count: { involvedScope: ['otherStateSectors'] } },
      levels: { count: { involvedScope: ['otherLevels'] } },
      both: { count: { involvedScope: ['stateSectorsAndOtherLevels'] } },
      other: { count: { involvedScope: ['other'] } },
    },
  },
  {
    id: 'cross-cutting',
    beside: 'involved',
    text: {
      nb: '{cross} er tverrgående: de involverer andre statlige sektorer, andre forvaltningsnivåer eller begge deler. Det er {share}.',
      nn: '{cross} er tverrgåande: dei involverer andre statlege sektorar, andre forvaltningsnivå eller begge delar. Det er {share}.',
      en: '{cross} are cross-cutting: they involve other state sectors, other levels of government, or both. That is {share}.',
    },
    numbers: { cross: { part: crossCutting, of: all }, share: { share: crossCutting, of: all } },
  },
  {
    id: 'cross-cutting-cost',
    beside: 'involved',
    text: {
      nb: '{small} koster under 10 mill. kroner, og {middle} koster under 50 mill. kroner.',
      nn: '{small} kostar under 10 mill. kroner, og {middle} kostar under 50 mill. kroner.',
      en: '{small} cost less than NOK 10 million, and {middle} less than NOK 50 million.',
    },
    numbers: Object.fromEntries(
      (
        [
          ['small', ['under10m']],
          ['middle', ['under10m', 'from10to50m']],
        ] as const
      ).map(([slot, costBand]) => [
        slot,
        {
          share: { ...crossCutting, costBand },
          of: {
            where: { ...crossCutting, ...answeredCost },
            clause: {
              nb: 'som er tverrgående og har oppgitt kostnadsramme',
              nn: 'som er tverrgåande og har oppgitt kostnadsramme',
              en: 'that are cross-cutting and state a total cost',
            },
          },
        },
      ]),
    ),
  },
  {
    id: 'cross-cutting-funding',
    beside: 'involved',
    text: {
      nb: '{lacking} mangler hel eller delvis finansiering.',
      nn: '{lacking} manglar heil eller delvis finansiering.',
      en: '{lacking} lack funding in whole or in part.',
    },
    numbers: {
      lacking: {
        share: { ...crossCutting, ...lacking },
        of: {
          where: { ...crossCutting, ...answeredFunding },
          clause: {
            nb: 'som er tverrgående og har svart på om de har finansiering',
            nn: 'som er tverrgåande og har svart på om dei har finansiering',
            en: 'that are cross-cutting and answered whether they are funded',
          },
        },
      },
    },
  },
  {
    id: 'municipal',
    beside: 'involved',
    text: {
      nb: '{municipal} involverer kommunal sektor. {late} er i gjennomføring eller drift, og {early} er på idé- eller konseptstadiet. {ks} tiltak er drøftet med KS.',
      nn: '{municipal} involverer kommunal sektor. {late} er i gjennomføring eller drift, og {early} er på idé- eller konseptstadiet. {ks} tiltak er drøfta med KS.',
      en: '{municipal} involve municipalities or counties. {late} are in execution or operation, and {early} are ideas or concepts. {ks} measures have been discussed with KS.',
    },
    numbers: {
      municipal: { part: municipal, of: all },
      late: { part: { ...municipal, ...running }, of: municipalBase },
      early: { part: { ...municipal, phaseGroup: ['idea', 'concept'] }, of: municipalBase },
      ks: { count: { discussedWithKs: ['yes'] } },
    },
  },
];
