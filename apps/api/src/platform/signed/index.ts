export { type Actor, actorOf, auditName } from './actor.ts';
export { personIdOf, requireSigned, type Signed } from './signed.ts';
