export { withAgencyNumbers } from './agency-filter.ts';
export { answersTo } from './answers.ts';
export {
  decisionsToArchive,
  frozenToArchive,
  releasesToArchive,
  schedulesToArchive,
  tombstonesToArchive,
} from './archive.ts';
export { compareReleases, comparisonCsv, publicChangesOf } from './compare/index.ts';
export {
  isPublished,
  publishRelease,
  roundReleases,
  scheduleRelease,
  withdrawRelease,
} from './decide.ts';
export { refuseUnknown, requireVariables, unknown, variablesAmong } from './demand.ts';
export { freezeRound } from './freeze.ts';
export { type LoadedRelease, loaded } from './loaded.ts';
export { openEnded } from './open-ended.ts';
export { openingsOf } from './openings.ts';
export { restoreFrozen } from './partition.ts';
export { correctionCounts, frozenPublicOf, publicAnswersOf, publicRowsOf } from './public-answers.ts';
export { ReleaseHash } from './release-hash.ts';
export { releaseRoutes } from './routes.ts';
export {
  type DatedRelease,
  latestRelease,
  newestReleases,
  refuseMissing,
  releaseOf,
  releases,
  toRelease,
} from './store.ts';
export { refuseMeasure, tombstones } from './tombstones.ts';
export { restorePublic, withdrawPublic } from './unpublish.ts';
export { wouldBeFrozen } from './would-be.ts';
