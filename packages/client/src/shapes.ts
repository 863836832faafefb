import type {
  addresses,
  EndpointAt,
  EndpointName,
  errors,
  OpenAction,
  ParamsAt,
  Problem,
  QueryGivenAt,
  ReplyAt,
} from '@samblikk/contract/client';

// The contract as types alone: nothing here is ever run. The constants have no types of their own, so that the compiler, when the
// package is built, writes out the ones it infers: what is published then needs neither the contract nor zod.

/** The endpoints that anyone may read, by the permission table. */
type Open = {
  [N in EndpointName]: (typeof addresses)[N] extends `GET ${string}`
    ? EndpointAt<N>['action'] extends OpenAction
      ? N
      : never
    : never;
}[EndpointName];

declare function shapesOf<Name extends EndpointName>(): {
  [N in Name]: { params: ParamsAt<N>; query: QueryGivenAt<N>; reply: ReplyAt<N> };
};
/** What goes into each, and what comes out; of files that is unknown. */
export const open = shapesOf<Open>();

declare function itself<T>(): { [K in keyof T]: T[K] };
export const problem = itself<Problem>();

declare function keysOf<T>(): { [K in keyof T]: true };
export const codes = keysOf<typeof errors>();
