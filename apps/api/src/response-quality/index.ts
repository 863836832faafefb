export { qualityOf } from './of-release.ts';
export { responseQualityRoutes } from './routes.ts';
