export { responseQualityRoutes } from './routes.ts';
