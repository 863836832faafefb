export { Bars } from './bars.tsx';
export { DataTable } from './data-table.tsx';
export { type Dataset, listAddress, readDataset } from './dataset.ts';
export { FindingText } from './finding.tsx';
export { showValue } from './value.ts';
