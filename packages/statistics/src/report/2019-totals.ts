import type { Filters } from '../filter.ts';
import { answeredCost, answeredEffects, answeredFunding } from './answered.ts';

/** How a published total is computed. `percent` is rounded to a whole number, as published. */
export type Total =
  | { readonly count: Filters }
  | { readonly percent: Filters; readonly of: Filters }
  /** Categories of a variable that measures fall in. */
  | { readonly distinct: string }
  /** Agencies of the population with these values. */
  | { readonly agencies: Readonly<Record<string, string>> };

const running = { phaseGroup: ['execution'] };
const runningLacking = { ...running, fullyFunded: ['lacking'] };
const planned = { phaseGroup: ['planning', 'execution'] };
const involved = (...codes: string[]) => ({ involvedScope: codes });
const crossCutting = { crossCutting: ['yes'] };
const municipal = { municipal: ['yes'] };
const withEffect = (code: string) => ({ effects: [code] });
const forUser = (code: string) => ({ beneficiaries: [code] });
const coherent = withEffect('coherentServices');
const develops = { developsShared: ['yes'] };
const reuses = { reusesShared: ['yes'] };
const internal = { scope: ['agencyInternal'] };
const innovative = (code: string): Total => ({ percent: { innovation: [code] }, of: {} });

/** All totals published for 2019, in the order of `data/published-2019.json`, and how each is counted. */
export const totals2019: readonly (readonly [what: string, total: Total])[] = [
  ['agencies invited', { agencies: {} }],
  ['agencies answered', { agencies: { answered: 'yes' } }],
  ['measures', { count: {} }],
  ['ministries', { distinct: 'ministry' }],
  ['cost stated', { count: answeredCost }],
  ['cost not stated', { count: { costBand: ['blank'] } }],
  ['% cost not stated', { percent: { costBand: ['blank'] }, of: {} }],
  ['% under 10m of stated', { percent: { costBand: ['under10m'] }, of: answeredCost }],
  ['% over 100m of stated', { percent: { costBand: ['over100m'] }, of: answeredCost }],
  ['% 10-50m of stated', { percent: { costBand: ['from10to50m'] }, of: answeredCost }],
  ['funded', { count: { funding: ['yes'] } }],
  ['not funded', { count: { funding: ['no'] } }],
  ['partly funded', { count: { funding: ['partly'] } }],
  ['funding stated', { count: answeredFunding }],
  ['% funded of stated', { percent: { funding: ['yes'] }, of: answeredFunding }],
  ['idea', { count: { phase: ['idea'] } }],
  ['concept', { count: { phase: ['concept'] } }],
  ['execution+operation funded', { count: { ...running, fullyFunded: ['yes'] } }],
  ['execution+operation lacking', { count: runningLacking }],
  ['of them under 50m', { count: { ...runningLacking, costBand: ['under10m', 'from10to50m'] } }],
  ['of them 50m and over', { count: { ...runningLacking, costBand: ['from50to100m', 'over100m'] } }],
  ['planning..operation', { count: planned }],
  ['planning..operation lacking', { count: { ...planned, fullyFunded: ['lacking'] } }],
  ['involves others', { count: { involvesOthers: ['yes'] } }],
  ['internal', { count: internal }],
  ['own sector', { count: involved('ownSector') }],
  ['other state', { count: involved('otherStateSectors') }],
  ['other levels', { count: involved('otherLevels') }],
  ['both', { count: involved('stateSectorsAndOtherLevels') }],
  ['other', { count: involved('other') }],
  ['cross-cutting', { count: crossCutting }],
  ['municipal', { count: municipal }],
  ['KS yes', { count: { discussedWithKs: ['yes'] } }],
  ['municipal late', { count: { ...municipal, ...running } }],
  ['municipal early', { count: { ...municipal, phaseGroup: ['idea', 'concept'] } }],
  [
    '% cross under 10m',
    { percent: { ...crossCutting, costBand: ['under10m'] }, of: { ...crossCutting, ...answeredCost } },
  ],
  [
    '% cross under 50m',
    { percent: { ...crossCutting, costBand: ['under10m', 'from10to50m'] }, of: { ...crossCutting, ...answeredCost } },
  ],
  [
    '% cross lacking (of stated)',
    { percent: { ...crossCutting, fullyFunded: ['lacking'] }, of: { ...crossCutting, ...answeredFunding } },
  ],
  ['quality', { count: withEffect('serviceQuality') }],
  ['% quality', { percent: withEffect('serviceQuality'), of: answeredEffects }],
  ['efficiency', { count: withEffect('efficiency') }],
  ['% efficiency', { percent: withEffect('efficiency'), of: answeredEffects }],
  ['coherent', { count: coherent }],
  ['% environment', { percent: withEffect('lessEnvironmentalLoad'), of: answeredEffects }],
  ['% coherent, Skate', { percent: { ...coherent, skate: ['yes'] }, of: { ...answeredEffects, skate: ['yes'] } }],
  ['% coherent, municipal', { percent: { ...coherent, ...municipal }, of: { ...answeredEffects, ...municipal } }],
  ['% citizens', { percent: forUser('citizens'), of: {} }],
  ['% employees', { percent: forUser('employees'), of: {} }],
  ['% stateAgencies', { percent: forUser('stateAgencies'), of: {} }],
  ['% municipalities', { percent: forUser('municipalities'), of: {} }],
  ['% privateCompanies', { percent: forUser('privateCompanies'), of: {} }],
  ['% other', { percent: forUser('other'), of: {} }],
  ['citizens', { count: forUser('citizens') }],
  ['develops shared', { count: develops }],
  ['reuses shared', { count: reuses }],
  ['both', { count: { ...develops, ...reuses } }],
  ['internal develops', { count: { ...internal, ...develops } }],
  ['internal reuses', { count: { ...internal, ...reuses } }],
  ['% low', innovative('low')],
  ['% some', innovative('some')],
  ['% high', innovative('high')],
  ['% not answered', innovative('blank')],
  ['% cloud', { percent: { technologies: ['cloud'] }, of: {} }],
  ['IoT', { count: { technologies: ['iot'] } }],
];
