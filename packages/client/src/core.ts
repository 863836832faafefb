import type { codes, problem } from './shapes.ts';

// What any caller of the API needs: the open client, and the web for all the rest. It knows no endpoint, and is small.

/** RFC 9457 problem details. */
export type Problem = typeof problem;
export type ErrorCode = keyof typeof codes;

/** A part of a call: may be left out when it may be undefined. */
export type Given<Name extends string, T> = undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** The API's refusal, as problem details with a stable code. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: ErrorCode;
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code as ErrorCode;
    this.problem = problem;
  }
}

/** A path with its parameters filled in (`/register/:id`) and its query; lists are joined by comma, and what is empty is left out. */
export function fill(path: string, input: { params?: unknown; query?: unknown } = {}): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const query = queryOf(input.query);
  return query === '' ? filled : `${filled}?${query}`;
}

function queryOf(query: unknown): string {
  if (query instanceof URLSearchParams) return query.toString();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return search.toString();
}

/** What is read of a reply to know whether it refuses. */
type Reply = Pick<Response, 'ok' | 'status' | 'statusText' | 'text'>;

/** The reply itself, when it is none of refusal. Throws `ApiProblem`. */
export async function accepted<R extends Reply>(reply: R): Promise<R> {
  if (!reply.ok) throw new ApiProblem(await problemOf(reply));
  return reply;
}

async function problemOf(reply: Reply): Promise<Problem> {
  const text = await reply.text();
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === 'string') return problem;
  } catch {
    // Not ours: a proxy's page, say. Told as an unavailable service below.
  }
  return { type: 'about:blank', title: reply.statusText, status: reply.status, code: 'unavailable' };
}
