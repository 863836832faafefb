import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, xlsxType } from './formats.ts';
import { listParameter } from './register.ts';
import { languageSchema } from './session.ts';

// Costs shared among agencies, municipalities and others. Nothing is kept: all that a calculation is made of is in its address.

/** So many may share, be added at once, and so many keys stand beside each other. */
export const costSharingLimits = { actors: 400, keys: 8, pools: 10 } as const;

/** Those who share: each a parameter of its own, or joined by comma. All municipalities at once have room. */
const actorParameter = z.union([z.string().max(12_000), z.array(z.string().max(12_000)).max(costSharingLimits.actors)]);

const sharerKinds = ['municipality', 'county', 'agency', 'ks', 'other'] as const;
const found = z.object({ id: z.string(), name: z.string(), kind: z.enum(sharerKinds) });

/** One for each actor, in their order; null where the key cannot be used, or nothing is to be shared yet. */
const shares = z
  .array(
    z.object({
      kroner: z.number().int(),
      percent: z.number(),
      limitedBy: z.enum(['minimum', 'maximum']).nullable(),
    }),
  )
  .nullable();
/** Why a key cannot be used. */
const fault = z.string().nullable();

export const calculateCostSharing = endpoint('calculateCostSharing', {
  summary: 'Shares a sum among agencies, municipalities and others by a key, and by other keys beside it',
  description:
    'Whole kroner, rounded by largest remainder, so that shares add up to the sum. An actor is a code of partners: `kommune:5001`, `fylke:50`, `KS`, an organisation number; or `annen:` and any name. A key is one basis (`own`, `equal`, `population`, `budget`, `use`, `benefit`, `discretion`), or several with weights (`equal:50,population:50`). Inhabitants are known; other numbers are given as `use.kommune:5001=120`, limits as `minimum.…` and `maximum.…` in kroner. `add` takes names, one a line. The format is that of `format`, else what Accept likes best, else JSON.',
  tag: 'financing',
  action: 'public.read',
  query: z
    .object({
      amount: z.coerce.number().int().min(0).max(1e13).optional().meta({ description: 'What is shared, in kroner.' }),
      actor: actorParameter.optional().meta({ description: 'Who share it; several times over.' }),
      add: z.string().max(20_000).optional().meta({ description: 'More actors by name or number, one a line.' }),
      key: z.string().max(200).optional().meta({ description: 'The key; by inhabitants unless told.' }),
      compare: listParameter.optional().meta({
        description: 'Keys to stand beside it, several times over; the usual ones that can be used unless told.',
      }),
      pool: z
        .union([z.string().max(300), z.array(z.string().max(300)).max(costSharingLimits.pools)])
        .optional()
        .meta({
          description:
            'Costs that are shared by keys of their own, several times over: kroner, key and name with semicolons between (`2600000;use;Drift`). Then what is shared is their sum, and `amount` does not count.',
        }),
      leaves: z.string().max(100).optional().meta({
        description: 'An actor that may leave: what it means to each of the others, by the key that was asked for.',
      }),
      population: z.coerce.number().int().optional().meta({
        description:
          'The year of the inhabitants, 1 January; the newest known unless told. An address that names it stays the same.',
      }),
      lang: languageSchema.optional(),
      format: z.enum(['json', 'csv', 'csv-excel', 'xlsx']).optional(),
    })
    .catchall(z.string().max(40).meta({ description: 'A number or a limit of an actor: `budget.991825827=1000000`.' })),
  reply: z.object({
    amount: z.number().int().nullable(),
    population: z.object({ year: z.number().int(), source: z.string(), years: z.array(z.number().int()) }),
    actors: z.array(
      found.extend({
        /** By basis; inhabitants where known. */
        numbers: z.record(z.string(), z.number().int()),
        minimum: z.number().int().nullable(),
        maximum: z.number().int().nullable(),
      }),
    ),
    /** What may be shared by, and how much each weighs in the key that was asked for. */
    bases: z.array(z.object({ basis: z.string(), label: z.string(), weight: z.number().int() })),
    /** The key that was asked for first, then those beside it. */
    keys: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        shares,
        fault,
      }),
    ),
    /** The costs with keys of their own, each shared as `keys` are. */
    pools: z.array(
      z.object({ name: z.string(), amount: z.number().int(), key: z.string(), label: z.string(), shares, fault }),
    ),
    /** What each bears of all pools; null where there are none, or one cannot be shared. */
    together: shares,
    /** What changes for each actor, in their order, when one leaves and the sum stays; null where the others cannot bear it by the key. */
    leaving: z
      .object({
        id: z.string(),
        name: z.string(),
        changes: z.array(z.number().int()).nullable(),
        fault: z.string().nullable(),
      })
      .nullable(),
    /** Lines of `add` that no one, or several, are called, and who may be meant. */
    unknown: z.array(z.object({ said: z.string(), suggestions: z.array(found) })),
  }),
  types: [csvType, xlsxType],
  errors: [],
});
export type CostSharingReply = z.infer<typeof calculateCostSharing.reply>;

export const listCostSharers = endpoint('listCostSharers', {
  summary:
    'Who can be named in a calculation of shares: municipalities, counties, KS, agencies and other bodies of the state',
  tag: 'financing',
  action: 'public.read',
  query: z.object({ lang: languageSchema.optional() }),
  reply: z.object({ sharers: z.array(found) }),
  errors: [],
});
