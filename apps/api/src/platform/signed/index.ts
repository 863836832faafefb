export { type Actor, actorOf, auditName } from './actor.ts';
export { requireSigned, type Signed } from './signed.ts';
