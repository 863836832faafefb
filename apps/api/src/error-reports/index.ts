export { errorReportsToArchive } from './archive.ts';
export { errorReportsBefore } from './erasures.ts';
export { errorReportRoutes } from './routes.ts';
export { countReports } from './store.ts';
export { deleteAnswerLetters, errorReportJob } from './tell-job.ts';
