export { calendarToArchive } from './archive.ts';
export { dryRun } from './dry-run.ts';
export { calendarJob } from './job.ts';
export { calendarRoutes } from './routes.ts';
export { calendarFaults, calendarOf, forgetCalendar, nextEvent, runCalendar } from './run.ts';
