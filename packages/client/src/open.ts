import * as contract from '@samblikk/contract';
import type { OpenName } from './index.ts';

// What the client knows of the contract when it runs. The published package has the values alone (build.mjs).

const all = contract as unknown as Readonly<Record<string, contract.Endpoint | undefined>>;
const isOpen = (endpoint: contract.Endpoint | undefined) =>
  endpoint?.method === 'GET' && contract.isOpen(endpoint.action);

/** The path of every endpoint that anyone may read. */
export const paths = Object.fromEntries(
  Object.keys(contract.addresses)
    .filter((name) => isOpen(all[name]))
    .map((name) => [name, all[name]?.path]),
) as Readonly<Record<OpenName, string>>;

/** The most measures that one page of a search may hold. */
export const largestPage: number = contract.registerLimits.size;
