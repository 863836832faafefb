export { type Actor, actorOf, auditName, importAuthor } from './actor.ts';
export { personIdOf, requireSigned, type Signed } from './signed.ts';
