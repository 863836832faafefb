import type { ActorType, CostOfOthers, FundingSource, PlanActor, PlanPhase, Principle } from '../plan/plan.ts';
import { planPhases } from '../plan/plan.ts';
import type { FinancingCase } from './case.ts';

/** A row of table 1 of DFØ-rapport 2025:7: who takes part, how each group is financed in each phase, and what others must pay. */
export interface CaseRow {
  readonly id: string;
  readonly name: string;
  /** The actors by type, those who lead first. */
  readonly groups: readonly {
    readonly type: ActorType;
    readonly actors: readonly PlanActor[];
    /** Sources by phase; phases without any are left out. */
    readonly financing: readonly { readonly phase: PlanPhase; readonly sources: readonly FundingSource[] }[];
  }[];
  readonly principle: Principle;
  readonly costsOfOthers: readonly CostOfOthers[];
}

/** The cases as table 1 has them, read from their plans. */
export function caseTable(cases: readonly FinancingCase[]): readonly CaseRow[] {
  return cases.map(({ id, name, actors, funding, principle, costsOfOthers }) => ({
    id,
    name,
    principle,
    costsOfOthers,
    groups: [...Map.groupBy(actors, ({ type }) => type)].map(([type, members]) => {
      const ids = new Set(members.map((member) => member.id));
      const own = funding.filter((line) => line.actors.some((actor) => ids.has(actor)));
      const financing = planPhases.map((phase) => ({
        phase,
        sources: [...new Set(own.filter(({ phases }) => phases.includes(phase)).map(({ from }) => from))],
      }));
      return {
        type,
        actors: members.toSorted((one, other) => Number(other.lead ?? false) - Number(one.lead ?? false)),
        financing: financing.filter(({ sources }) => sources.length > 0),
      };
    }),
  }));
}
