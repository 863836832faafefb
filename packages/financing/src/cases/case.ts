import type { Text } from '@samblikk/text';
import type { FinancingPlan, SourceRef, Years } from '../plan/plan.ts';

/** A measure that was financed by several, as a report tells of it. */
export interface FinancingCase extends FinancingPlan {
  readonly id: string;
  readonly name: string;
  readonly years: Years;
  readonly about: Text;
  readonly source: SourceRef;
}

const document = 'DFØ-rapport 2025:7';

/** A page of DFØ's report on financing and sharing of costs in measures across sectors. */
export const dfo = (page: number, at?: string): SourceRef => ({ document, page, ...(at !== undefined && { at }) });
