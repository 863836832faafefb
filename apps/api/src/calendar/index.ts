export { calendarToArchive } from './archive.ts';
export { calendarJob } from './job.ts';
export { calendarRoutes } from './routes.ts';
export { calendarOf, forgetCalendar, runCalendar } from './run.ts';
