export { chartOf, chartOfStat, isDrawable, isMixed, layersOf } from './chart-of.ts';
export { pictureOf } from './picture.ts';
export { writtenNumber } from './written.ts';
