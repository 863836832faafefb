import type { ErrorCode, Problem } from '@samblikk/contract/client';
import { ApiProblem } from '../platform/index.ts';

/** The API's refusal of what a form asked for, as the page shows it. */
export interface Refused {
  readonly code: ErrorCode;
  readonly issues: NonNullable<Problem['issues']>;
}

/** The refusal in an error; anything else is thrown on. */
export function problemOf(error: unknown): Refused {
  if (!(error instanceof ApiProblem)) throw error;
  return { code: error.code, issues: error.problem.issues ?? [] };
}
