import { type Detail, details, type ErrorCode, errors, type Problem, valueFaults } from '@samblikk/contract';
import { format, type Language } from '@samblikk/text';

/** A value of the request that its schema does not take. */
export interface ValueFault {
  /** Where it stands, joined by points; empty for the whole. */
  readonly path: string;
  /** The check it did not pass. */
  readonly check: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface More extends Partial<Pick<Problem, 'issues' | 'conflicts' | 'withdrawn' | 'withdrawal'>> {
  readonly detail?: Detail;
  /** Become `issues`, and `{faults}` in the detail. */
  readonly faults?: readonly ValueFault[];
}

/** Thrown by operations; becomes problem+json. The message is for the log, title and detail for the person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly more: More;

  constructor(code: ErrorCode, more: More = {}) {
    super(detailText(more, 'en') ?? code);
    this.code = code;
    this.more = more;
  }
}

/** The problem+json body of an error, in the reader's language. */
export function toProblem(error: ApiError, language: Language, instance: string): Problem {
  const { status, title } = errors[error.code];
  const { detail: _, faults, ...more } = error.more;
  const detail = detailText(error.more, language);
  return {
    type: `/api/docs/errors#${error.code}`,
    title: title[language],
    status,
    code: error.code,
    instance,
    ...(detail !== undefined && { detail }),
    ...(faults && { issues: faults.map((fault) => toIssue(fault, language)) }),
    ...more,
  };
}

function detailText({ detail, faults = [] }: More, language: Language): string | undefined {
  if (detail === undefined) return undefined;
  const [code, params] = typeof detail === 'string' ? [detail, {}] : detail;
  const said = faults.map((fault) => [fault.path, faultText(fault, language)].filter(Boolean).join(' '));
  return format(details[code], language, inTexts({ ...params, faults: said.join('; ') }));
}

function toIssue(fault: ValueFault, language: Language) {
  return { question: fault.path, code: fault.check, params: {}, text: faultText(fault, language) };
}

function faultText({ check, params }: ValueFault, language: Language): string {
  const known = Object.hasOwn(valueFaults, check) ? (check as keyof typeof valueFaults) : 'other';
  return format(valueFaults[known], language, inTexts(params));
}

/** Years and numbers of versions stand as they are. */
function inTexts(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}
