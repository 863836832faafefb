export { dryRun } from './dry-run.ts';
export { calendarJob } from './job.ts';
export { calendarRoutes } from './routes.ts';
export { forgetCalendar, nextEvent, runCalendar } from './run.ts';
