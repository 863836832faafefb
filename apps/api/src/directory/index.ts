export { agencyToday } from './agency-today.ts';
export { bodiesAt } from './bodies.ts';
export { loadDirectory } from './load.ts';
export { nameOf } from './name-of.ts';
export { directoryRoutes } from './routes.ts';
export { agenciesAt, agencyById, ministriesAt, namesAt } from './store.ts';
