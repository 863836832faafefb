export { type AuditRow, chainUpTo, eventsIn, readings } from './read.ts';
export {
  type AuditAction,
  chaining,
  eventRows,
  eventsOf,
  hashOf,
  record,
  recordAll,
} from './record.ts';
export { verifyChain } from './verify.ts';
