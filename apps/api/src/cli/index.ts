export { ReaderGone } from './command.ts';
export { run } from './run.ts';
