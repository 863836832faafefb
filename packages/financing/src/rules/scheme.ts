import type { Text } from '@samblikk/text';
import type { ActorType, FundingSource, PlanPhase, SourceRef } from '../plan/plan.ts';
import type { Kroner } from '../sharing/kroner.ts';

/** What a plan may be paid by, and the one demand that is no money: Statens prosjektmodell. */
export type SchemeId = Exclude<FundingSource, 'fees'> | 'stateProjectModel';

/** Where a rule is from, and the year of the source. */
export interface RuleSource extends SourceRef {
  /** Left out where nothing tells it. */
  readonly year?: number;
  readonly address?: string;
  /** The source has no date; the year, if any, is read out of what it tells. */
  readonly undated?: true;
}

/** Kinds of measures that a scheme has different terms for. */
export type Category = 'small' | 'jointServices' | 'municipalLed' | 'stateLed' | 'trondelag' | 'nordTrondelag';

/** What a rule demands and gives. What a source does not tell is left out: it is neither allowed nor forbidden. */
export interface Terms {
  /** Who may apply, or is bound by it. */
  readonly applicants: readonly ActorType[];
  /** Who may take part when another applies. */
  readonly partners?: readonly ActorType[];
  /** Phases that the source says are paid for. */
  readonly phases: readonly PlanPhase[];
  /** Phases that the source says are not. */
  readonly notPhases?: readonly PlanPhase[];
  /** The total cost of the measure, both ends included. */
  readonly totalFrom?: Kroner;
  readonly totalTo?: Kroner;
  /** The total must be more than this. */
  readonly totalOver?: Kroner;
  /** How much of the total is covered at most. */
  readonly sharePercent?: number;
  /** The support itself, both ends included. */
  readonly supportFrom?: Kroner;
  readonly supportTo?: Kroner;
  /** Budget years that money is paid over at most. */
  readonly paidOverYears?: number;
  /** Calendar years that the measure may last at most. */
  readonly lastsYears?: number;
  /** The money is paid back with so much added for risk. */
  readonly riskPercent?: number;
}

/** A rule as it was for a time. Days, `2019-09-21`; without `to` nothing tells that it has ended. */
export interface RuleVersion {
  readonly id: string;
  readonly category?: Category;
  readonly from: string;
  readonly to?: string;
  /** The source does not tell from when, or until when; the days are our reading of it. */
  readonly daysAreRead?: true;
  readonly terms: Terms;
  /** What else is demanded, to be judged by people. */
  readonly conditions: readonly Text[];
  readonly sources: readonly [RuleSource, ...RuleSource[]];
}

export interface Scheme {
  readonly id: SchemeId;
  /** `demand`: says how a measure must be planned, and gives no money. */
  readonly kind: 'money' | 'demand';
  readonly about: Text;
  readonly versions: readonly [RuleVersion, ...RuleVersion[]];
}

/** Millions of kroner as kroner. */
export const millions = (amount: number): Kroner => amount * 1_000_000;

/** DFØ-rapport 2025:7, a section, and the page where it is known. */
export const dfoRule = (at: string, page?: number): RuleSource => ({
  document: 'DFØ-rapport 2025:7',
  year: 2025,
  at,
  ...(page !== undefined && { page }),
});

/** A web page, of a year or without a date. */
export const webRule = (document: string, year: number | undefined, address: string): RuleSource => ({
  document,
  address: `https://${address}`,
  ...(year === undefined ? { undated: true } : { year }),
});
