import { z } from 'zod';
import { accountsFileLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { csvType, xlsxType } from './formats.ts';
import { listParameter } from './register.ts';
import { languageSchema } from './session.ts';

// Product accounts of common solutions, and financing models tried on them. The accounts are an invented example, or those that somebody sends along; nothing is kept.

const model = z.enum(['0', '1', '2', '3', '4', 'own']);
const price = z.enum(['perUse', 'steps', 'fixed', 'share']);
const weight = z.coerce.number().int().min(0).max(9).optional().meta({
  description: 'How much this goal counts in the ranking, 0–9; 1 unless told.',
});
const kroner = z.number().int();
const named = z.object({ code: z.string(), label: z.string() });
const byYear = z.array(z.number().int());
const percent = z.number();
const jump = z.object({ owner: named, year: z.number().int(), from: kroner, to: kroner, percent });
const tried = {
  /** Of the costs of all years, in per cent rounded down: as planned, when use is half as much again, and when the largest leaves; prices as planned. */
  coverage: z.object({ planned: percent, growth: percent, leaves: percent }),
  /** What those who stay pay in all years before and after the largest leaves, when prices are set anew; null where nobody pays. */
  staying: z.object({ before: kroner, after: kroner }).nullable(),
  /** What part of all costs service owners pay. */
  paidByOwners: percent,
  /** How many bills are at most a tenth more or less than the year before; null where nobody pays. */
  steady: percent.nullable(),
  /** The bill that rises most for its size. */
  largestJump: jump.nullable(),
  complexity: z.object({
    sources: z.number().int(),
    methods: z.number().int(),
    detail: z.number().int(),
    product: z.number().int(),
  }),
};

const asked = z.object({
  model: model.optional().meta({ description: 'The model; 2 unless told. `own` covers what `use` says.' }),
  use: listParameter.optional().meta({
    description:
      'The cost types that use covers in a model of your own: `fixedOperation`, `variableOperation`, `management`, `maintenance`, `furtherDevelopment`.',
  }),
  price: price.optional().meta({ description: 'How service owners pay; `steps` unless told.' }),
  growth: z.coerce.number().int().min(-50).max(200).optional().meta({
    description: 'Per cent more use than planned in every year; 0 unless told.',
  }),
  leaves: z.enum(['true', 'false']).optional().meta({ description: 'Whether the largest user leaves.' }),
  owner: z.string().max(40).optional().meta({
    description:
      'The service owner whose bills are shown by each price structure; the one whose bill jumps most unless told.',
  }),
  central: z.enum(['frame', 'frameCut']).optional().meta({
    description:
      'What pays where the frame does not reach: nothing (`frame`, unless told), or cuts of the frames of service owners by their use (`frameCut`).',
  }),
  unpaid: z.coerce.number().int().min(0).max(90).optional().meta({
    description:
      'Payment is voluntary, and so many per cent of the service owners, those that use least, do not pay; 0 unless told.',
  }),
  fund: z.coerce.number().int().min(0).max(10).optional().meta({
    description:
      'For how many years there is money for new development (proposals, funds, co-financing); all unless told.',
  }),
  ...{ 'weight.acrossSectors': weight, 'weight.predictable': weight, 'weight.innovation': weight },
  ...{ 'weight.robust': weight, 'weight.sufficient': weight, 'weight.simple': weight },
  lang: languageSchema.optional(),
  format: z.enum(['json', 'csv', 'csv-excel', 'xlsx']).optional(),
});

const reply = z.object({
  /** Whether the accounts are the example, which is made up. */
  invented: z.boolean(),
  /** One's own accounts as they were read, as CSV with semicolons; null for the example. */
  lines: z.string().nullable(),
  asked: z.object({
    ...{ model, price, use: z.array(z.string()), growth: z.number().int(), leaves: z.boolean(), owner: named },
    ...{ central: z.enum(['frame', 'frameCut']), unpaid: z.number().int(), fund: z.number().int().nullable() },
    /** The largest user, who leaves when asked. */
    largest: named,
  }),
  /** What is asked for, year by year; kroner. `gap` is what nobody pays, below 0 where more comes in than it costs. */
  years: z.array(
    z.object({
      ...{ year: z.number().int(), cost: kroner, central: kroner, serviceOwners: kroner, endUsers: kroner },
      ...{ gap: kroner, frameLeft: kroner, coverage: percent },
      newDevelopment: z.object({ cost: kroner, income: kroner }),
    }),
  ),
  /** What each service owner pays, by year; `plan` is the same as planned. */
  owners: z.array(named.extend({ bills: byYear, plan: byYear })),
  /** The prices of the first year, product by product. A price per use is in hundredths of an øre. */
  tariffs: z.array(
    z.object({
      product: named,
      structure: price,
      pricePerUse: z.number().int().nullable(),
      fixed: kroner.nullable(),
      steps: z.array(z.object({ from: z.number().int(), kroner })),
    }),
  ),
  /** The bills of one service owner by each price structure, as planned. */
  curves: z.array(named.extend({ kroner: byYear })),
  models: z.array(
    named.extend({
      ...tried,
      useFunded: z.array(z.string()),
      /** By goal, 0–100. */
      scores: z.record(z.string(), z.number().int()),
      /** Weighted points, and the place they give; those alike share it. */
      points: z.number(),
      place: z.number().int(),
      /** In how many of all weightings it is first, in per cent rounded down. */
      first: percent,
    }),
  ),
  /** The model that was asked for by each price structure. */
  structures: z.array(named.extend({ ...tried, known: z.enum(['bill', 'step', 'price', 'nothing']) })),
  goals: z.array(
    named.extend({
      method: z.string(),
      weight: z.number().int(),
      /** Which models are first when this goal does not count, and when it counts twice. */
      without: z.array(z.string()),
      twice: z.array(z.string()),
    }),
  ),
  costTypes: z.array(named),
  /** How money can be taken in, by who pays; `inAccounts` where the accounts have such income. */
  forms: z.array(named.extend({ source: named, text: z.string(), inAccounts: z.boolean() })),
  accounts: z.object({
    years: z.array(z.number().int()),
    products: z.array(
      named.extend({
        about: z.string(),
        costs: z.array(named.extend({ kroner: byYear, forecast: byYear })),
        income: z.array(named.extend({ source: named, kroner: byYear })),
        indicators: z.array(named.extend({ numbers: byYear, forecast: byYear })),
        /** Per cent a year. */
        growth: percent,
        drivers: z.array(z.object({ type: named, indicator: named, percent: z.number().int() })),
      }),
    ),
    /** All costs, new development too, and what comes in; in the forecast when frame, prices and money for new development stay as they are. */
    gap: z.array(
      z.object({
        ...{ year: z.number().int(), forecast: z.boolean(), cost: kroner, central: kroner },
        ...{ serviceOwners: kroner, endUsers: kroner, gap: kroner },
      }),
    ),
    assumptions: z.object({ frameGrowth: percent, addedByDevelopment: percent, priceYear: z.number().int() }),
  }),
});
export type FinancingModelsReply = z.infer<typeof reply>;

const described =
  'Amounts are whole kroner; bills add up to what service owners pay. `years` and `owners` are those of the model, price structure and change that were asked for; `models` and `structures` stand beside it. CSV has a line for each service owner and year. The format is that of `format`, else what Accept likes best, else JSON.';

export const readFinancingModels = endpoint('readFinancingModels', {
  summary:
    'Financing models tried on product accounts: coverage, bills, jumps, predictability, complexity, and a ranking',
  description: `The accounts are **invented** (\`invented\`): no product, service owner or amount is real. ${described}`,
  tag: 'financing',
  action: 'public.read',
  query: asked,
  reply,
  types: [csvType, xlsxType],
  errors: [],
});

export const tryFinancingModels = endpoint('tryFinancingModels', {
  summary: 'The same, tried on product accounts that are sent along and not kept',
  description: `JSON, or a form that is posted. The accounts are a list with a line for each number; the example (\`GET /api/v1/financing/accounts\`) shows how it is written. ${described}`,
  tag: 'financing',
  action: 'public.read',
  query: asked,
  body: z.union([
    z.object({
      accounts: z.string().min(1).max(accountsFileLimits.characters).meta({
        description: 'The list as text, its columns apart by semicolons, commas or tabs.',
      }),
    }),
    z.object({
      file: z
        .base64()
        .min(1)
        .max(Math.ceil(accountsFileLimits.bytes / 3) * 4)
        .meta({ description: 'The list as an XLSX or CSV file, in base64.' }),
    }),
  ]),
  reply,
  types: [csvType, xlsxType],
  errors: ['fileAtFault'],
});

export const readExampleAccounts = endpoint('readExampleAccounts', {
  summary: 'The invented product accounts as a list, to be filled in with one’s own',
  tag: 'financing',
  action: 'public.read',
  query: z.object({
    lang: languageSchema.optional(),
    format: z.enum(['csv', 'csv-excel', 'xlsx']).optional().meta({ description: 'CSV unless told.' }),
  }),
  reply: 'file',
  types: [csvType, xlsxType],
  errors: [],
});
