export { FeedOf } from './follow.tsx';
export { MeasureList } from './measure-list.tsx';
export { Pages } from './pages.tsx';
