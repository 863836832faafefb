import { type FormatName, formats, offered } from '@samblikk/contract';
import type { FastifyRequest } from 'fastify';

/** What comes in several formats at one address, its JSON among them. */
type Negotiable =
  | 'costSharing'
  | 'financingModels'
  | 'financingPlan'
  | 'flows'
  | 'lifeCycle'
  | 'portfolio'
  | 'quality'
  | 'series'
  | 'table';
type FormatIn<R extends Negotiable> = keyof (typeof offered)[R] & FormatName;

const jsonType = formats.json.type;
const jsonStatType = 'application/vnd.json-stat+json';

/**
 * The format of a reply: the one that the query names; else what Accept likes best of what the resource comes in; else its JSON.
 * Of two CSVs Accept means the one of the standard: Excel's is had by name.
 * @param named `format` of the query
 */
export function negotiateFormat<R extends Negotiable>(
  resource: R,
  named: string | undefined,
  request: FastifyRequest,
): FormatIn<R> {
  const all = Object.entries(offered[resource]) as [FormatIn<R>, { query: { format: string } }][];
  const [asked] = all.find(([, { query }]) => query.format === named) ?? [];
  if (asked !== undefined) return asked;
  const byAccept = all.map(([format]) => format).filter((format) => format !== 'csv-excel');
  const byType = new Map<string, FormatIn<R>>(byAccept.map((format) => [formats[format].type, format]));
  const liked = request.accepts().type([jsonType, jsonStatType, ...byType.keys()]);
  return byType.get(String(liked)) ?? (byType.get(jsonType) as FormatIn<R>);
}
