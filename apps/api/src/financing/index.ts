export { costSharingRoutes } from './routes.ts';
