export { DelegatedTo } from './delegated-to.tsx';
