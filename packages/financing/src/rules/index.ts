export { type Disagreement, disagreementsIn } from './disagreements.ts';
export { completeFrame, type FrameAmounts, type FrameFault } from './frame.ts';
export { mayUse, type PlanAsked, paidBack, type RuleOutcome, type SchemeOutcome, type Verdict } from './may-use.ts';
export { askedOf } from './of-plan.ts';
export { inPriceYear, type PriceIndex, PriceYearError } from './price-years.ts';
export { type Said, saidTerms, type TermCode } from './said.ts';
export type { RuleSource, RuleVersion, Scheme } from './scheme.ts';
export { schemes } from './schemes/index.ts';
export { actorWords, categoryNames, inWords, schemeName, verdictNames } from './words.ts';
