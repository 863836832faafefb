export { checkAgainst } from './check-release.ts';
export { TextFault } from './limits.ts';
