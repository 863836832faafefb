export { financingRoutes } from './routes.ts';
export { schemesOf } from './schemes.ts';
export { populationOf, type Sharer, type Sharers, sharersOn } from './sharers.ts';
export { basisNames, faultIn, keyLabel } from './words.ts';
