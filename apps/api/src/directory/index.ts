export { agencyToday } from './agency-today.ts';
export { everyName, numbersCalled } from './every-name.ts';
export { loadDirectory } from './load.ts';
export { nameOf } from './name-of.ts';
export { directoryRoutes } from './routes.ts';
export { agenciesAt, agencyById, ministriesAt, namesAt } from './store.ts';
