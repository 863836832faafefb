import { addressOf, type EndpointName, examples } from '@samblikk/contract';

interface Operation {
  description?: string;
  parameters?: { name: string; in: string; example?: unknown }[];
  responses?: Record<string, { content?: Record<string, { example?: unknown }> }>;
  'x-codeSamples'?: { lang: string; source: string }[];
}

/**
 * Puts an example of each public address into the OpenAPI description: its parameters, the request as a line for the shell, and
 * what is answered. OpenAPI has no place for a whole request; `x-codeSamples` is where readers of descriptions look for one.
 */
export function withExamples<T>(document: T): T {
  const { paths = {} } = document as { paths?: Record<string, Record<string, Operation>> };
  for (const [name, example] of Object.entries(examples)) {
    const { method, path } = addressOf(name as EndpointName);
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    if (!operation) continue;
    const [place = '', query] = example.address.split('?');
    const given = new Map([...new URLSearchParams(query), ...placesIn(path, place)]);
    for (const parameter of operation.parameters ?? []) {
      const value = given.get(parameter.name);
      if (value !== undefined) parameter.example = value;
    }
    operation['x-codeSamples'] = [{ lang: 'Shell', source: `curl '${example.address}'` }];
    const content = operation.responses?.['200']?.content?.['application/json'];
    if (content && example.reply !== undefined) content.example = example.reply;
  }
  return document;
}

/** What stands in the places of an address: `/a/:b` and `/a/1` → b is 1. */
function placesIn(path: string, address: string): [string, string][] {
  const values = address.split('/');
  return path.split('/').flatMap((part, at): [string, string][] => {
    const [before = '', name] = part.split(':');
    return name === undefined ? [] : [[name, decodeURIComponent((values[at] ?? '').slice(before.length))]];
  });
}
