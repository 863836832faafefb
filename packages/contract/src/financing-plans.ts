import { costTypes, fundingSources, planPhases, principles } from '@samblikk/financing';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { schemesSchema } from './financing-schemes.ts';
import { csvType } from './formats.ts';
import { written } from './params.ts';
import { moment, textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';

// The financing plan of a measure: one whole, saved in versions. It belongs to the measure for life, and to no round.

const ofMeasure = z.object({ measure: z.uuid() });
const actorId = z.string().min(1).max(100);
const ofActor = ofMeasure.extend({ actor: actorId });
const lineId = z.string().regex(/^[\w-]{1,40}$/);
const kroner = z.number().int().min(0).max(1e13);
const year = z.number().int().min(1990).max(2100);
const words = (most: number) => z.string().trim().max(most);
const code = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes);

const line = {
  id: lineId,
  /** Whose it is: one of the plan’s actors, or several together. */
  actors: z.array(actorId).min(1).max(100),
  phases: z.array(code(planPhases)).min(1),
  /** Both included; null where it is not told. */
  years: z.strictObject({ from: year, to: year }).nullable(),
  /** Whole kroner; null where it is not known. */
  amount: kroner.nullable(),
  /** The amount is told as “about”. */
  about: z.boolean(),
  /** For those who read the plan; never public. */
  note: words(500),
};

export const financingPlanSchema = z
  .strictObject({
    /** What the plan is called among its actors; never public. */
    name: z.string().trim().min(1).max(200),
    actors: z
      .array(
        z.strictObject({
          /** A code of partners, as in cost sharing: an organisation number, `kommune:5001`, `fylke:50`, `KS`, or `annen:` and a name. */
          id: actorId,
          /** Takes part and pays nothing. */
          observer: z.boolean(),
          /** What keys count by, by basis. Inhabitants of municipalities are known. */
          numbers: z.partialRecord(z.enum(['own', 'population', 'budget', 'use', 'benefit', 'discretion']), kroner),
          /** Of each pool, in kroner. */
          minimum: kroner.nullable(),
          maximum: kroner.nullable(),
        }),
      )
      .min(1)
      .max(100),
    costs: z.array(z.strictObject({ ...line, type: code(costTypes) })).max(500),
    funding: z
      .array(
        z.strictObject({
          ...line,
          from: code(fundingSources),
          /** The actor that gives a grant or an authority to charge. */
          giver: actorId.nullable(),
        }),
      )
      .max(500),
    /** Costs that are shared by a key. */
    pools: z
      .array(
        z.strictObject({
          id: lineId,
          name: z.string().trim().min(1).max(200),
          amount: kroner,
          /** Who share it. */
          actors: z.array(actorId).min(1).max(100),
          /** As in cost sharing: `population`, or `equal:50,population:50`. */
          key: z.string().max(200),
        }),
      )
      .max(20),
    /** The year of the inhabitants that keys count by. */
    population: z.number().int(),
    principle: code(principles),
    costsOfOthers: z
      .array(
        z.strictObject({
          id: lineId,
          who: written(200),
          what: z.enum(['connection', 'fee', 'ownSystem']),
          text: words(1000),
        }),
      )
      .max(50),
    /** How sure the cost is; kroner of the price year. What follows from the others may be left out. */
    frame: z
      .strictObject({
        priceYear: year,
        includesVat: z.boolean(),
        baseCost: kroner.nullable(),
        expectedAddition: kroner.nullable(),
        steeringFrame: kroner.nullable(),
        costFrame: kroner.nullable(),
      })
      .nullable(),
    /** An index of prices, and the year that the frame is shown in besides: none is converted without one that is stated. */
    index: z
      .strictObject({
        name: written(100),
        to: year,
        values: z.array(z.strictObject({ year, value: z.string().trim().max(30) })).max(50),
      })
      .nullable(),
  })
  .meta({ id: 'FinancingPlan' });
/** A plan as it is saved. */
export type SavedPlan = z.output<typeof financingPlanSchema>;

const named = z.object({ code: z.string(), label: z.string() });
const amounts = { cost: z.number().int(), funding: z.number().int(), gap: z.number().int(), unknown: z.number().int() };
/** `key` null: lines of several, or not told. */
const coverage = z.object({ key: z.string().nullable(), label: z.string().nullable(), ...amounts });
const frameAmounts = z.object({
  priceYear: z.number().int(),
  baseCost: z.number().int().nullable(),
  expectedAddition: z.number().int().nullable(),
  steeringFrame: z.number().int().nullable(),
  reserve: z.number().int().nullable(),
  costFrame: z.number().int().nullable(),
});
const planState = z.enum(['proposes', 'agreed', 'refused', 'lapsed', 'waiting']);
export type AgreementState = z.output<typeof planState>;

const sharedPool = z.object({
  id: z.string(),
  name: z.string(),
  amount: z.number().int(),
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The plan’s key first, then others beside it. Shares stand in the order of `actors`; null where the key cannot be used. */
  keys: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      shares: z
        .array(z.object({ kroner: z.number().int(), limitedBy: z.enum(['minimum', 'maximum']).nullable() }))
        .nullable(),
      fault: z.string().nullable(),
    }),
  ),
});

export const financingPlanViewSchema = z.object({
  measure: z.object({ id: z.uuid(), number: z.string() }),
  lead: z.object({ orgnr: z.string(), name: textSchema }),
  /** 0: there is none yet, and `plan` is one to begin with. */
  version: z.number().int(),
  savedAt: moment.nullable(),
  savedBy: z.string().nullable(),
  plan: financingPlanSchema,
  actors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: named,
      lead: z.boolean(),
      observer: z.boolean(),
      /** Inhabitants in the plan’s year, where they are known. */
      population: z.number().int().nullable(),
      /** Whether it is a state agency that reads the plan and answers for itself. */
      agency: z.boolean(),
    }),
  ),
  coverage: z.object({
    total: z.object(amounts),
    phase: z.array(coverage),
    year: z.array(coverage),
    /** Each actor with its part in each phase, in the order of `phase`. */
    actor: z.array(coverage.extend({ phases: z.array(coverage) })),
    source: z.array(named.extend({ kroner: z.number().int(), unknown: z.number().int() })),
  }),
  schemes: schemesSchema,
  pools: z.array(sharedPool),
  /** What each bears of all pools by their keys; null where one of them cannot be used. */
  bears: z.array(z.object({ id: z.string(), name: z.string(), kroner: z.number().int() })).nullable(),
  /** What an actor’s key may be of. */
  bases: z.array(z.object({ basis: z.string(), label: z.string() })),
  population: z.object({ source: z.string(), years: z.array(z.number().int()) }),
  /** The frame with what follows from it, and in the other price year; null where nothing is told, or no index is. */
  frame: frameAmounts.nullable(),
  converted: frameAmounts.extend({ index: z.string() }).nullable(),
  /** The version in which the key, the pools or the actors last changed. */
  termsVersion: z.number().int(),
  agreements: z.array(
    z.object({
      actor: z.string(),
      name: z.string(),
      state: planState,
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: moment.nullable(),
    }),
  ),
  /** What the lead has opened to the public: these actors, as the plan was in this version. */
  opening: z.object({ version: z.number().int(), actors: z.array(z.string()), by: z.string(), at: moment }).nullable(),
  may: z.object({
    lead: z.boolean(),
    open: z.boolean(),
    /** The actors whose own lines this person may change, and those it may answer for. */
    ownLines: z.array(z.string()),
    answer: z.array(z.string()),
  }),
});
export type FinancingPlanView = z.output<typeof financingPlanViewSchema>;

const tag = 'financing plans';
const language = z.object({ lang: languageSchema.optional() });

export const listFinancingPlans = endpoint('listFinancingPlans', {
  summary: 'The financing plans that the person may read: those they lead, take part in, or follow',
  tag,
  action: 'plan.list',
  query: language,
  reply: z.object({
    plans: z.array(
      z.object({
        measure: z.object({ id: z.uuid(), number: z.string() }),
        name: z.string(),
        lead: z.string(),
        /** How the person has to do with it. */
        as: z.enum(['lead', 'actor', 'reader']),
        savedAt: moment,
        gap: z.number().int(),
        /** Whether an agency of the person’s has yet to answer the key. */
        waits: z.boolean(),
        open: z.boolean(),
      }),
    ),
  }),
  errors: [],
});

export const readFinancingPlan = endpoint('readFinancingPlan', {
  summary: 'The financing plan of a measure: what is in it, and what follows from that',
  description:
    'Read by the agency that owns the measure, the state agencies that are actors of the plan as it stands, the coordinators of their ministries, and Digdir. Where there is none yet, the agency that owns the measure gets one to begin with, version 0.',
  tag,
  action: 'plan.read',
  params: ofMeasure,
  query: language,
  reply: financingPlanViewSchema,
  errors: ['notFound'],
});

const save = {
  tag,
  query: language,
  body: z.strictObject({
    /** The version the changes were made on; 0 when there was none. */
    basedOn: z.number().int().min(0),
    plan: financingPlanSchema,
    /** Parts, by their names in `conflicts`, that are to be as they are here, whatever others made of them. */
    keep: z.array(z.string().max(200)).max(1000).default([]),
  }),
  reply: financingPlanViewSchema,
  errors: ['notFound', 'conflict', 'answersAtFault'],
} as const;

export const saveFinancingPlan = endpoint('saveFinancingPlan', {
  ...save,
  summary: 'Save the financing plan of a measure, as the agency that owns it',
  description:
    'The whole plan. What others changed since `basedOn` is merged line by line; where both changed the same, nothing is saved and `conflicts` has both. A change of key, pools or actors ends the agreements.',
  action: 'plan.lead',
  params: ofMeasure,
});

export const saveOwnPlanLines = endpoint('saveOwnPlanLines', {
  ...save,
  summary: 'Save an actor’s own costs and funding in a financing plan',
  description:
    'The whole plan too, in which nothing but costs and funding of this actor alone may be changed. Merged as when the lead saves.',
  action: 'plan.ownLines',
  params: ofActor,
});

export const answerPlanKey = endpoint('answerPlanKey', {
  summary: 'Agree to how costs are shared in a plan, or say no with a reason, as one of its actors',
  tag,
  action: 'plan.answer',
  params: ofActor,
  query: language,
  body: z.strictObject({
    /** The version that was read: when key, pools or actors have changed since, nothing is agreed to. */
    version: z.number().int().min(1),
    agreed: z.boolean(),
    /** Must be there when the answer is no. */
    reason: words(1000),
  }),
  reply: financingPlanViewSchema,
  errors: ['notFound', 'conflict', 'alreadyDone', 'answersAtFault'],
});

export const openFinancingPlan = endpoint('openFinancingPlan', {
  summary: 'Say which actors of a plan the public may see, as the plan is now; none closes it',
  description:
    'What is changed later is not public before it is opened again. What concerns an actor that is not opened is left out, and totals are told only when all actors are opened.',
  tag,
  action: 'plan.open',
  params: ofMeasure,
  query: language,
  body: z.strictObject({ version: z.number().int().min(1), actors: z.array(actorId).max(100) }),
  reply: financingPlanViewSchema,
  errors: ['notFound', 'conflict', 'measureNotPublic', 'answersAtFault'],
});

export const listFinancingPlanVersions = endpoint('listFinancingPlanVersions', {
  summary: 'Every saved version of a financing plan: who, when, what changed',
  tag,
  action: 'plan.read',
  params: ofMeasure,
  reply: z.object({
    versions: z.array(
      z.object({
        version: z.number().int(),
        at: moment,
        by: z.string(),
        /** `costs:…`, `principle`; what was before and after, null where it was not there. */
        changes: z.array(z.object({ part: z.string(), from: z.unknown(), to: z.unknown() })),
      }),
    ),
  }),
  errors: ['notFound'],
});

const publicLine = z.object({
  kind: z.enum(['cost', 'funding']),
  actors: z.array(z.string()),
  /** What a cost is for, or where money is from. */
  what: named,
  phases: z.array(named),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  kroner: z.number().int().nullable(),
  about: z.boolean(),
});

export const readPublicFinancingPlan = endpoint('readPublicFinancingPlan', {
  summary: 'What is open of the financing plan of a public measure',
  description:
    'Those actors that the agency which owns the measure has opened, as the plan was then. Lines that also concern an actor that is not open are left out. `sums` are those of the lines told; what is of the plan as a whole (`whole`) is told only when every actor is open, so that nothing follows by subtraction. The format is that of `format`, else what Accept likes best, else JSON.',
  tag: 'financing',
  action: 'public.read',
  params: z.object({ id: z.string().max(40).meta({ description: 'The measure’s number, or its id.' }) }),
  query: language.extend({ format: z.enum(['json', 'csv', 'csv-excel']).optional() }),
  reply: z.object({
    number: z.string(),
    title: z.string().nullable(),
    openedAt: moment,
    actors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: named,
        lead: z.boolean(),
        /** Of lines that are this actor’s alone. */
        sums: z.object({ cost: z.number().int(), funding: z.number().int() }),
      }),
    ),
    lines: z.array(publicLine),
    sums: z.object({ cost: z.number().int(), funding: z.number().int() }),
    whole: z
      .object({
        principle: named,
        gap: z.number().int(),
        frame: frameAmounts.nullable(),
        pools: z.array(
          z.object({
            name: z.string(),
            amount: z.number().int(),
            key: z.string(),
            shares: z.array(z.object({ name: z.string(), kroner: z.number().int() })).nullable(),
          }),
        ),
        costsOfOthers: z.array(z.object({ who: z.string(), what: named, text: z.string() })),
      })
      .nullable(),
  }),
  types: [csvType],
  errors: ['notFound', 'publicMeasureWithdrawn', 'releaseWithdrawn'],
});
export type PublicFinancingPlan = z.output<typeof readPublicFinancingPlan.reply>;
