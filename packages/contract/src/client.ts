import type { EndpointName } from './addresses.ts';
import type { BodyOf, Endpoint, ParamsOf, QueryGivenOf, QueryOf, ReplyOf } from './endpoint.ts';
import type * as contract from './index.ts';

// What a browser needs of the contract: addresses, permissions, errors and constants, and the types of everything. No schema.

export { addresses, addressOf, type EndpointName } from './addresses.ts';
export * from './constants.ts';
export { commonErrors, errors } from './errors.ts';
export * from './follow-up-list.ts';
export * from './formats.ts';
export type * from './index.ts';
export { agencyRoles, may } from './permissions.ts';
export { picturePath, pictureSize } from './pictures.ts';
export { reasonKey } from './reason-key.ts';
export { pilotNotice, roundName } from './round-name.ts';
export { type AddressParts, type ScriptEndpoint, scriptAddressOf } from './script-addresses.ts';
export * from './search-address.ts';
export * from './source-constants.ts';

type Contract = typeof contract;
/** An endpoint, as a type, by its name. */
export type EndpointAt<N extends EndpointName> = N extends keyof Contract
  ? Contract[N] extends Endpoint
    ? Contract[N]
    : never
  : ReturnType<typeof contract.saveDraftOf>;

/** Parameters of an address. That for saving has the edition in it. */
export type ParamsAt<N extends EndpointName> = N extends 'saveDraft'
  ? ParamsOf<EndpointAt<N>> & { edition: string }
  : ParamsOf<EndpointAt<N>>;
export type QueryAt<N extends EndpointName> = QueryOf<EndpointAt<N>>;
export type QueryGivenAt<N extends EndpointName> = QueryGivenOf<EndpointAt<N>>;
export type BodyAt<N extends EndpointName> = BodyOf<EndpointAt<N>>;
export type ReplyAt<N extends EndpointName> = ReplyOf<EndpointAt<N>>;
