export { makeReport } from './make.ts';
export { reportRoutes } from './routes.ts';
