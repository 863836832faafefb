export { type Decision, decideClaim } from './decide.ts';
export { exemptionRoutes } from './routes.ts';
export { isToDecide, openedIn, type StandingClaim, standingClaims } from './state.ts';
export { exemptionsExpiring, exemptionsToDecide, type MeasureClaims, roundClaims, stepsAbout } from './store.ts';
