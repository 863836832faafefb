export { alertJob } from './alert-job.ts';
export { alertRoutes } from './alert-routes.ts';
export { deleteUnconfirmed } from './alerts.ts';
export { feedRoutes } from './feed-routes.ts';
