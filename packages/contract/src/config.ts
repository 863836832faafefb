import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

const most = z.number().int().positive();

export const configSchema = z.object({
  /** The version of the API: it stands in every address, and what is said of an address holds as long as its version does. */
  version: z.literal('v1'),
  /** The version of the program. */
  program: z.string(),
  languages: z.array(languageSchema),
  license: z.object({ id: z.string(), name: z.string(), url: z.url() }),
  /** How to name the source. */
  source: z.string(),
  limits: z.object({
    /** Measures on a page of the register. */
    pageSize: z.object({ usual: most, most }),
    /** Agencies, tags and so on on a page of their list. */
    profiles: most,
    /** The last page that may be asked for by number; by cursor there is no last. */
    page: most,
    /** Characters of free text. */
    text: most,
    /** Characters of one list of codes. */
    list: most,
    /** Lines of a file: null, none is cut. */
    fileRows: most.nullable(),
    /** Requests from one address in so many seconds, by kind; null when they are not limited. The headers `RateLimit-*` say how many are left. */
    requests: z.object({ seconds: most, read: most, write: most, login: most, report: most }).nullable(),
  }),
  /** The formats of each kind of data, as the ending of the address (register) or as `format` (tables). */
  formats: z.object({ register: z.array(z.string()), tables: z.array(z.string()), feeds: z.array(z.string()) }),
  /** Where more is said, below the address of the service. */
  links: z.object({ description: z.string(), documentation: z.string(), errors: z.string() }),
  /** Every release that is public, newest first. */
  releases: z.array(
    z.object({
      name: z.string(),
      year: z.number().int(),
      number: z.number().int(),
      latest: z.boolean(),
      dataAsOf: moment,
      href: z.string(),
    }),
  ),
});
export type ApiConfig = z.output<typeof configSchema>;

export const readConfig = endpoint('readConfig', {
  summary: 'What a program has to know beforehand: limits, formats, languages, licence and releases',
  tag: 'config',
  action: 'public.read',
  query: z.object({ lang: languageSchema.optional() }),
  reply: configSchema,
  errors: [],
});
