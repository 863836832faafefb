import type { Detail } from '@samblikk/contract';
import { ApiError } from '../platform/problem/index.ts';

type WithParams = Extract<Detail, readonly unknown[]>;

/** What the address of a calculation cannot be used for, with what exactly is wrong. */
export const unusable = (code: WithParams[0], params: WithParams[1]): ApiError =>
  new ApiError('invalidRequest', { detail: [code, params] });

/** A code that is none of those there are to choose from. */
export const noSuchChoice = (code: string, choices: readonly string[]): ApiError =>
  unusable('noSuchChoice', { code: code.slice(0, 100), choices: choices.join(', ') });
