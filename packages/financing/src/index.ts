export * from './accounts/accounts.ts';
export { exampleAccounts, exampleAssumptions } from './accounts/example.ts';
export * from './accounts/forecast.ts';
export * from './accounts/words.ts';
export { type FinancingCase, financingCases } from './cases/index.ts';
export { type CaseRow, caseTable } from './cases/table-1.ts';
export {
  inhabitantsOf,
  inhabitantsOfCounty,
  newestPopulation,
  type PopulationYear,
  populations,
} from './data/populations.ts';
export * from './models/assess.ts';
export * from './models/gap.ts';
export * from './models/goals.ts';
export * from './models/models.ts';
export * from './models/tariff.ts';
export * from './models/try-model.ts';
export * from './models/words.ts';
export * from './plan/coverage.ts';
export * from './plan/plan.ts';
export * from './plan/words.ts';
export * from './rules/index.ts';
export * from './sharing/compare.ts';
export { type Actor, type Basis, bases, type KeyPart, SharingError, type SharingKey } from './sharing/key.ts';
export { keyText, parseKey, sameKey } from './sharing/key-text.ts';
export { type Kroner, sumOf } from './sharing/kroner.ts';
export { largestRemainder } from './sharing/largest-remainder.ts';
export * from './sharing/pools.ts';
export { floorOf } from './sharing/quotient.ts';
export { type Share, shareCosts } from './sharing/share.ts';
