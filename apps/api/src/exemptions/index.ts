export { exemptionsToArchive } from './archive.ts';
export { decideClaim } from './decide.ts';
export { claimantNamesIn } from './erasures.ts';
export { exemptionRoutes } from './routes.ts';
export { isToDecide, openedIn, type StandingClaim, type StepRow, standingClaims } from './state.ts';
export { exemptionsAwaited, exemptionsExpiring, exemptionsToDecide, roundClaims, stepsAbout } from './store.ts';
export { claimView } from './view.ts';
