export { planAnswersToArchive, planOpeningsToArchive, plansToArchive } from './archive.ts';
export { type GivenPlan, plantPlan } from './plant.ts';
export { planRoutes } from './routes.ts';
