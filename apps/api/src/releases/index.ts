export { withAgencyNumbers } from './agency-filter.ts';
export { isPublished } from './decide.ts';
export { requireVariables, unknown, variablesAmong } from './demand.ts';
export { freezeRound } from './freeze.ts';
export { type LoadedRelease, loaded } from './loaded.ts';
export { bokmalOfBegun, inBokmal, wordsIn } from './norwegian-words.ts';
export { releaseRoutes } from './routes.ts';
export { type DatedRelease, latestRelease, refuseMissing, releaseOf, releases, toRelease } from './store.ts';
