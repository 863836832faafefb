import type { Text } from '@samblikk/text';
import type { CostOfOthers, FinancingPlan, SourceRef, Years } from '../plan/plan.ts';

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

/** What those who connect to a solution pay by themselves. */
export const connection: Pick<CostOfOthers, 'what' | 'text'> = {
  what: 'connection',
  text: {
    nb: 'Tilknytning og endringer hos seg selv, over eget budsjett.',
    nn: 'Tilknyting og endringar hos seg sjølve, over eige budsjett.',
    en: 'Connection and changes of their own, from their own budget.',
  },
};
