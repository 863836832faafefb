export { ReleaseReason } from './release-reason.tsx';
