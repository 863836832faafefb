export { wholeFile } from './whole-file.ts';
