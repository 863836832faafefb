import { digitsOf } from './cost-sharing-query.ts';

/** The query that the API is asked with, of what a form sent or an address says: in one order, without what is empty. */
export function schemesAskedBy(sent: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of ['actorType', 'phase'])
    for (const value of new Set(sent.getAll(name))) if (value) asked.append(name, value);
  for (const name of ['total', 'from', 'to', 'year']) {
    const value = sent.get(name)?.trim();
    if (value) asked.set(name, name === 'total' ? digitsOf(value) : value);
  }
  return asked;
}
