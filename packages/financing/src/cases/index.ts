import { altinn3 } from './altinn-3.ts';
import type { FinancingCase } from './case.ts';
import { digibarnevern } from './digibarnevern.ts';
import { digitaltDodsbo } from './digitalt-dodsbo.ts';
import { digiung } from './digiung.ts';
import { fremtidensInnkreving } from './fremtidens-innkreving.ts';

export type { FinancingCase } from './case.ts';

/** The five cases of DFØ-rapport 2025:7, in the order of its table 1. */
export const financingCases: readonly FinancingCase[] = [
  fremtidensInnkreving,
  altinn3,
  digibarnevern,
  digiung,
  digitaltDodsbo,
];
