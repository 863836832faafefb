/** Understanding lists that agencies keep themselves: what the columns hold, and what the words in them stand for. */
export * from './match-candidates.ts';
export {
  type AmountUnit,
  amountUnits,
  type Cell,
  type CellContext,
  errorProblem,
  isBlankCell,
  isErrorValue,
  type ListColumn,
  notCalculated,
  type ReadCell,
  saysNothing,
} from './match-cells.ts';
export * from './match-columns.ts';
export * from './match-text.ts';
export * from './match-values.ts';
export * from './match-words.ts';
