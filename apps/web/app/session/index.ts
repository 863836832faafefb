export { heldBy, type SignedInSession, useSession } from './session.ts';
export { SessionMenu } from './session-menu.tsx';
