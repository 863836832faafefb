export { measureName, useEdition, useEditionsOf } from './editions.ts';
export { fieldOf, readField, writeField } from './fields/index.ts';
export { refersToAgencies, useAgencies, useNames } from './lookups.ts';
export { CardQueries, openQueries } from './state/card-queries.tsx';
export { StateTag } from './state/state-tag.tsx';
