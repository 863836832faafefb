export { hashOfSecret } from './auth/cookies.ts';
export type { DelegationHeld, Delegations } from './auth/delegations.ts';
export { loginRoutes } from './auth/login-routes.ts';
export type { LoginClient } from './auth/provider.ts';
export { auditRefusals } from './auth/refusals.ts';
export { sessionLimits, sessions } from './auth/sessions.ts';
export {
  deleteStale,
  insertLogin,
  type RoleHeld,
  type SessionLimits,
  sessionFinder,
  touchSession,
} from './auth/store.ts';
export { type AgencyPerson, agencyPeople, type Period } from './people/agency-people.ts';
export { invitationsExpiredBefore, peopleUnseenSince } from './people/erasures.ts';
export { holdersAt, mendAddress } from './people/holders-at.ts';
export { acceptInvitation, invitationsOf, makeInvitation, renewLink, revokeIfOpen } from './people/invitations.ts';
export { setLanguageOf } from './people/language.ts';
export { holdersOf, nameOfColleague, namesOfHolders, personAsReceiver } from './people/receivers.ts';
export { peopleRoutes } from './people/routes.ts';
export { invitedAddresses, people } from './relations.ts';
