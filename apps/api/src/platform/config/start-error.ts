/**
 * Something the person who starts the program can do something about: a taken port, a database that does not answer.
 * Whoever runs the process prints the message alone (one line, no stack) and exits with status 1.
 */
export class StartError extends Error {
  override name = 'StartError';
}

/** The innermost reason of an error, as one line without a stack. Several errors in one (a host with two addresses) give the first. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reason(error.cause);
  return (error.message || error.name).split('\n')[0] ?? error.name;
}
