export { figureIn } from './figure.ts';
export { statisticsRoutes } from './routes.ts';
export { seriesRoutes } from './series-routes.ts';
export { countedTable, requestedTable } from './table.ts';
