import { tidyQuery } from '@samblikk/contract/client';

/** The parts of a list of numbers as people type them: with commas, spaces or a line each. */
const between = /[\s,;]+/;

/** What the address asks for: each parameter once, and numbers of measures joined by comma. */
export function askedIn(search: URLSearchParams): URLSearchParams {
  const asked = tidyQuery(search);
  const numbers = search
    .getAll('number')
    .flatMap((text) => text.split(between))
    .filter(Boolean);
  if (numbers.length > 0) asked.set('number', [...new Set(numbers)].join(','));
  for (const name of ['page', 'size', 'cursor', 'sort', 'lang', 'format']) asked.delete(name);
  return asked;
}

/** A kept selection, and what the address says besides: another round, say. */
export function withKept(kept: string, search: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams(kept);
  for (const [name, value] of askedIn(search)) asked.set(name, value);
  return asked;
}
