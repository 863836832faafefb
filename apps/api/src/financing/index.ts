export { financingRoutes } from './routes.ts';
