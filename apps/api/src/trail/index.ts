export { trailRoutes } from './routes.ts';
