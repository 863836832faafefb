export { lookOver } from './look-over.ts';
export { endLooks, looksIn } from './looks.ts';
export { queue } from './queue.ts';
export { qualityRoutes } from './routes.ts';
export { ruleCsv, ruleStatistics } from './rules.ts';
