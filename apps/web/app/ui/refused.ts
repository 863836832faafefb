import type { ErrorCode, Problem } from '@samblikk/contract/client';
import { ApiProblem } from '../platform/index.ts';

/** The API's refusal of what a form asked for, as the page shows it. */
export interface Refused {
  readonly code: ErrorCode;
  /** What exactly is wrong, in the reader’s language, where there is more to say than the code. */
  readonly detail?: string | undefined;
  readonly issues: NonNullable<Problem['issues']>;
}

/** The refusal in an error; anything else is thrown on. */
export function problemOf(error: unknown): Refused {
  if (!(error instanceof ApiProblem)) throw error;
  return { code: error.code, detail: error.problem.detail, issues: error.problem.issues ?? [] };
}
