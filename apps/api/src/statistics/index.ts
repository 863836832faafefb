export { figureIn } from './figure.ts';
export { statisticsRoutes } from './routes.ts';
