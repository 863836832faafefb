export { record, recordAll } from './record.ts';
export { verifyChain } from './verify.ts';
