import type { Scheme } from '../scheme.ts';
import {
  chargingAuthority,
  grantFromActor,
  jointProposal,
  ownBudget,
  privateMoney,
  revisedBudget,
  separateProposal,
} from './budget.ts';
import { digifin, discretionaryGrant, eu, researchCouncil, stimulab } from './grants.ts';
import { medfinansiering } from './medfinansiering.ts';
import { stateProjectModel } from './state-project-model.ts';

/** All rules that are known, the demand first, then money as DFØ-rapport 2025:7, 2.1 has it. A rule is added or changed here, and only here. */
export const schemes: readonly Scheme[] = [
  stateProjectModel,
  ownBudget,
  jointProposal,
  separateProposal,
  revisedBudget,
  chargingAuthority,
  medfinansiering,
  stimulab,
  researchCouncil,
  discretionaryGrant,
  digifin,
  grantFromActor,
  eu,
  privateMoney,
];
