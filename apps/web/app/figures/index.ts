export { Bars } from './bars.tsx';
export { DataTable } from './data-table.tsx';
export { type Dataset, listAddress, readDataset } from './dataset.ts';
export { showValue } from './value.ts';
