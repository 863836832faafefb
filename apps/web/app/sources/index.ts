export { SourcesLink } from './sources-link.tsx';
