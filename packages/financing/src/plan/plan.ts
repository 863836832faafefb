import type { Text } from '@samblikk/text';
import type { Kroner } from '../sharing/kroner.ts';

/** What takes part in a measure: who leads, pays or is paid. */
export const actorTypes = ['stateAgency', 'municipality', 'county', 'ks', 'private'] as const;
export type ActorType = (typeof actorTypes)[number];

/** The phases a measure is paid for in. Digdir's framework and DFØ-rapport 2025:7, figure 1; they overlap in practice. */
export const planPhases = ['startUp', 'planning', 'execution', 'operation'] as const;
export type PlanPhase = (typeof planPhases)[number];

export const costTypes = ['staff', 'consultants', 'licences', 'infrastructure', 'operation', 'other'] as const;
export type CostType = (typeof costTypes)[number];

/** Where money comes from. */
export const fundingSources = [
  'ownBudget',
  'jointProposal',
  'separateProposal',
  'revisedBudget',
  'medfinansiering',
  'stimulab',
  'digifin',
  'researchCouncil',
  'discretionaryGrant',
  'eu',
  'grantFromActor',
  'chargingAuthority',
  'fees',
  'private',
] as const;
export type FundingSource = (typeof fundingSources)[number];

/** Where a figure or a statement is from. */
export interface SourceRef {
  readonly document: string;
  readonly page?: number;
  /** The section, or the chapter and item of the budget. */
  readonly at?: string;
}

export interface PlanActor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** Owns the measure, or a part of it. */
  readonly lead?: true;
  /** Takes part and pays nothing. */
  readonly observer?: true;
}

/** Years from–to, both included; of one year both are the same. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly phases: readonly PlanPhase[];
  readonly years?: Years;
  /** Whole kroner; left out where it is not known. */
  readonly amount?: Kroner;
  /** The amount is told as "about". */
  readonly about?: true;
  readonly note?: Text;
  readonly source?: SourceRef;
}

/** A cost, and who has it: an actor, or several together. */
export interface Cost extends Line {
  readonly actors: readonly string[];
  readonly type: CostType;
}

/** Money to an actor, or to several together. */
export interface Funding extends Line {
  readonly actors: readonly string[];
  readonly from: FundingSource;
  /** The actor that gives a grant or an authority to charge. */
  readonly giver?: string;
}

/** Something that others than the actors must pay when they take the solution into use. */
export interface CostOfOthers {
  readonly who: Text;
  readonly what: 'connection' | 'fee' | 'ownSystem';
  readonly text: Text;
  readonly source?: SourceRef;
}

/** How sure a cost is, in the terms of Statens prosjektmodell; kroner of the price year. */
export interface Frame {
  readonly priceYear: number;
  readonly includesVat?: true;
  /** `basiskostnad`: likely cost with an addition for what is not specified. */
  readonly baseCost?: Kroner;
  /** `forventet tillegg`: expected cost of uncertainty; base cost and this make the steering frame. */
  readonly expectedAddition?: Kroner;
  /** `styringsramme` (P50). */
  readonly steeringFrame?: Kroner;
  /** `kostnadsramme` (P85). */
  readonly costFrame?: Kroner;
  readonly source?: SourceRef;
}

/** Who bears what, in words: how costs are shared among the actors. */
export const principles = ['eachBearsItsOwn', 'eachSectorBearsItsOwn', 'whereTheyAccrue'] as const;
export type Principle = (typeof principles)[number];

/** The financing of one measure: its actors, costs, money, and what is left to others. */
export interface FinancingPlan {
  readonly actors: readonly PlanActor[];
  readonly costs: readonly Cost[];
  readonly funding: readonly Funding[];
  readonly principle: Principle;
  readonly costsOfOthers: readonly CostOfOthers[];
  readonly frame?: Frame;
}
