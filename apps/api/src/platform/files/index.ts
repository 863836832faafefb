export { temporaryFolder } from './temporary-folder.ts';
export { wholeFile } from './whole-file.ts';
