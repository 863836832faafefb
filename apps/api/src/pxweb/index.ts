export { pxwebRoutes } from './routes.ts';
