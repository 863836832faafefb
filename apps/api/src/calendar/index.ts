export { calendarJob } from './job.ts';
export { calendarRoutes } from './routes.ts';
export { type CalendarRun, forgetCalendar, runCalendar } from './run.ts';
