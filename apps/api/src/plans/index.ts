export { planAnswersToArchive, planOpeningsToArchive, plansToArchive } from './archive.ts';
export { planRoutes } from './routes.ts';
