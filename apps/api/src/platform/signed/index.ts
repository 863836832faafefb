export { type Actor, actorOf, auditName } from './actor.ts';
export { demandSigned, type Signed } from './signed.ts';
