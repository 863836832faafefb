export { measuresToArchive, outcomesToArchive } from './archive.ts';
export {
  addToRound,
  createMeasure,
  createMeasures,
  insertMeasures,
  lockNumbers,
  placeMeasures,
  setExternalId,
} from './create-measure.ts';
export { deleteMeasuresOf } from './delete-measures.ts';
export { deciderNamesIn } from './erasures.ts';
export {
  lockMeasure,
  lockMeasuresOf,
  type MeasureInRound,
  measureCounts,
  measureEverInRound,
  measureInRound,
  measuresByExternalId,
  measuresEverInRound,
  ownMeasures,
  requireNotWithdrawn,
  withdrawnSince,
} from './measure-in-round.ts';
export { readMeasureNumber } from './number.ts';
export { type Owner, ownersOf } from './owner-of.ts';
export { earlierMeasures, freeMeasures, measureNumbers, measuresIn } from './relations.ts';
export {
  type Decision,
  eraseOutcome,
  outcomesInRound,
  outcomesOf,
  outcomesOfMeasure,
  type RollOverRow,
  toRollOver,
  writeOutcome,
} from './roll-over.ts';
export { withdraw, withdrawAll } from './withdraw.ts';
