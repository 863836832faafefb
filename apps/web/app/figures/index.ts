export { Bars } from './bars.tsx';
export { ChartPicture } from './chart-picture.tsx';
export { DataTable } from './data-table.tsx';
export { type Dataset, readDataset } from './dataset.ts';
export { FindingText } from './finding.tsx';
export { hasProvenance, InventedMark, ProvenanceText } from './provenance.tsx';
