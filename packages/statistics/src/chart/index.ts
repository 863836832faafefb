export { chartOf, chartOfStat, isDrawable, isMixed, layersOf } from './chart-of.ts';
export { chartOfFlows, pictureOfFlows } from './flows-chart.ts';
export { pictureOf } from './picture.ts';
export {
  chartOfSeries,
  drawnLines,
  pictureOfSeries,
  type WrittenLine,
  writtenLines,
} from './series-chart.ts';
export { writtenNumber } from './written.ts';
