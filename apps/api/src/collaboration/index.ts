export {
  correctionsToArchive,
  delegationsToArchive,
  queriesToArchive,
  submissionRequestsToArchive,
} from './archive.ts';
export { decideCorrection, dropCorrection } from './corrections/answer.ts';
export { corrected, type SettledCorrection } from './corrections/apply.ts';
export { propose } from './corrections/propose.ts';
export { correctionRoutes } from './corrections/routes.ts';
export {
  correctionsAbout,
  correctionsIn,
  correctionsSeen,
  reasonsOfCorrections,
  settledCorrections,
  settledSince,
  waits,
} from './corrections/store.ts';
export { delegationRoutes } from './delegations/routes.ts';
export { delegations, delegationsOf, ownDelegations } from './delegations/store.ts';
export { delegatedMeasures } from './delegations/to-do.ts';
export { replierNamesIn } from './erasures.ts';
export { presenceRoutes } from './presence/routes.ts';
export { deletePassedPresence, othersIn } from './presence/store.ts';
export { close as closeQuery } from './queries/answer.ts';
export { ask, workingDays } from './queries/ask.ts';
export { type OpenQuery, openQueries } from './queries/open.ts';
export { queryRoutes } from './queries/routes.ts';
export { queriesAbout, queriesIn, queriesSeen } from './queries/store.ts';
export { submissionRequestRoutes } from './submission-requests/routes.ts';
export { submittersOf, waitingRequest } from './submission-requests/store.ts';
