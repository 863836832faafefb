export { retentionJob } from './job.ts';
export { retentionRoutes } from './routes.ts';
export { dueNow, runRetention } from './run.ts';
export { retentionSchedule } from './schedule.ts';
