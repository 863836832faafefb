export { isAboutRound, revisionsToArchive, submissionsToArchive } from './archive.ts';
export { type AgencyAnswers, answersByAgency, firstSentIn, firstSubmissions } from './by-agency.ts';
export { ContentHash } from './content-hash.ts';
export {
  carryForward,
  decideOutcome,
  decideOutcomes,
  measuresToCarryForward,
  undoOutcome,
  type WithdrawnMeasure,
  withAnswers,
  withdrawnMeasures,
} from './earlier.ts';
export { authorNamesIn, contactAnswersIn } from './erasures.ts';
export { history, receiptOf } from './history.ts';
export { firstRevisions, importRevisions } from './import-revisions.ts';
export { lastSaved } from './last-saved.ts';
export type { MeasureAccess } from './measure-access.ts';
export { latestPins, pinsIn, revisionsIn, submissionsIn } from './relations.ts';
export { restore } from './restore.ts';
export { type RoundStanding, roundStandings, sentInBefore } from './round-standings.ts';
export { draftWriter, saveDraft } from './save-draft.ts';
export {
  isSubmitted,
  lastAuthor,
  lastSubmitted,
  latestRevision,
  latestSubmission,
  latestVersion,
  type MeasureRow,
  measuresOf,
  newestRevisions,
  type PreviousRevision,
  previousAnswers,
  previousRevisions,
  type RevisionRow,
  revisionOf,
  revisionsBefore,
  revisionsById,
  standings,
  submissionsOf,
  titleOf,
  toSubmission,
} from './store.ts';
export { insertSubmission, submitResponse } from './submit.ts';
export {
  pinnedBy,
  type SubmittedMeasure,
  savingTimes,
  savingTimesIn,
  sentIn,
  submittedAnswers,
  submittedMeasures,
  submittedSince,
  typedIn,
} from './submitted.ts';
export {
  type EarlierSummary,
  earlierSummaries,
  issuesOf,
  knownOf,
  type MeasureSummary,
  measureSummaries,
  type ReasonedIssue,
} from './summary.ts';
