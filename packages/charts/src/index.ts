export type * from './chart.ts';
export { drawChart, type Frame } from './draw.ts';
export { looks } from './looks.ts';
