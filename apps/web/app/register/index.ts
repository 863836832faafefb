export { MeasureList } from './measure-list.tsx';
