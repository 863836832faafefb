export { shownIn, svgOf } from './pictures/index.ts';
export { sharingRoutes } from './routes.ts';
