export { agencyToday } from './agency-today.ts';
export { bodiesAt } from './bodies.ts';
export { type Carriers, carriersOn } from './carriers.ts';
export { numbersCalled, type OwnersCalled, ownersCalled } from './every-name.ts';
export { importDirectory } from './life/import.ts';
export { directoryLifeRoutes } from './life/routes.ts';
export { findIn, wholeDirectory } from './life/show.ts';
export { loadDirectory } from './load.ts';
export { nameOf } from './name-of.ts';
export { newestAgencies, newestMinistries } from './newest.ts';
export {
  addAgency,
  agenciesNumbered,
  agencyIdsOn,
  holdersOfNumber,
  isAgencyNumber,
  isDirectoryLoaded,
  nameOfNumber,
} from './numbers.ts';
export { lookUp, lookUpByName } from './register/look-up.ts';
export { ministryCodes, successions } from './relations.ts';
export { directoryRoutes } from './routes.ts';
export { type AgencyAt, agenciesAt, agencyById, ministriesAt, namesAt } from './store.ts';
export { carriedOnBy, successors } from './successors.ts';
