export { Receivers, Skipped } from './receivers.tsx';
