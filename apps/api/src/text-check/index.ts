export { checkAgainst } from './check-release.ts';
export { textFaults } from './faults.ts';
export { TextFault } from './limits.ts';
export { textCheckRoutes } from './routes.ts';
