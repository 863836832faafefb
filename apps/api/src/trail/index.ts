export { auditPieces, trailRoutes } from './routes.ts';
