// The same page of a selection that is kept: one file is one route.
export { default, headers, loader } from './portfolio.tsx';
