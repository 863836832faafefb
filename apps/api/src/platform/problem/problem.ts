import { type ErrorCode, errors, type Problem } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';

type More = Partial<Pick<Problem, 'detail' | 'issues' | 'conflicts' | 'withdrawn' | 'withdrawal'>>;

/** Thrown by operations; becomes problem+json. The message is for the log, the title for the person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly more: More;

  constructor(code: ErrorCode, more: More = {}) {
    super(more.detail ?? code);
    this.code = code;
    this.more = more;
  }
}

/** The problem+json body of an error, in the reader's language. */
export function toProblem(error: ApiError, language: Language, instance: string): Problem {
  const { status, title } = errors[error.code];
  return {
    type: `/api/docs/errors#${error.code}`,
    title: title[language],
    status,
    code: error.code,
    instance,
    ...error.more,
  };
}
