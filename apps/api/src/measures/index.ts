export { bringIntoRound, createMeasure, createMeasures } from './create-measure.ts';
export { demandNotWithdrawn, type MeasureInRound, measureEverInRound, measureInRound } from './measure-in-round.ts';
export { type Decision, eraseOutcome, outcomesOf, type RollOverRow, toRollOver, writeOutcome } from './roll-over.ts';
export { withdraw, withdrawAll } from './withdraw.ts';
