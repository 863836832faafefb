export { chaining, eventRows, eventsOf, record, recordAll } from './record.ts';
export { verifyChain } from './verify.ts';
