export {
  decideOutcome,
  decideOutcomes,
  measuresToTakeAlong,
  takeAlong,
  undoOutcome,
  withdrawnMeasures,
} from './earlier.ts';
export { history, receiptOf } from './history.ts';
export type { MeasureAccess } from './measure-access.ts';
export { restore } from './restore.ts';
export { firstRevisions, saveDraft } from './save-draft.ts';
export {
  isSubmitted,
  lastAuthor,
  latestRevision,
  latestSubmission,
  latestVersion,
  type MeasureRow,
  measuresOf,
  previousAnswers,
  previousRevision,
  type RevisionRow,
  revisionOf,
  titleOf,
  toSubmission,
} from './store.ts';
export {
  contentHash,
  contentOf,
  insertSubmission,
  issuesOf,
  knownOf,
  lockAgency,
  type ReasonedIssue,
  submitResponse,
} from './submit.ts';
