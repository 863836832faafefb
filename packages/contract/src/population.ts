import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { emailAddress, orgnr } from './params.ts';
import { textSchema, yearParams } from './rounds.ts';

/** What is other with an agency than in the round before: its name, ministry or number, that others went into it, or all of it. */
export const populationChanges = ['renamed', 'movedMinistry', 'newNumber', 'merged', 'added'] as const;
export type PopulationChange = (typeof populationChanges)[number];

const agencyThen = z.object({ orgnr: z.string(), name: textSchema, ministry: z.string() });

export const populationProposalSchema = z.object({
  /** The round whose population is carried over; null when there is none before. */
  from: z.number().int().nullable(),
  /** Whether the round asks anybody yet: until then, the list is only a proposal. */
  saved: z.boolean(),
  /** Agencies that exist on the day the round opens, by name. */
  agencies: z.array(
    agencyThen.extend({
      changes: z.array(z.enum(populationChanges)),
      /** As it was asked in the round before; null when it was not. */
      before: agencyThen.nullable(),
      /** Those of the round before that have gone into it. */
      mergedFrom: z.array(agencyThen),
      contactEmail: z.string().nullable(),
      /** That the agency has confirmed people and mailbox in this round, and who did. */
      confirmed: z.object({ at: z.iso.datetime({ offset: true }), by: z.string() }).nullable(),
      /** Whether the round asks it; while it asks nobody yet, whether it should: a pilot asks those who are picked. */
      asked: z.boolean(),
      /** The number by which the round asks it already; null when it does not. */
      askedAs: z.string().nullable(),
      /** Measures it has in the round: one that has any stays. */
      measures: z.number().int(),
    }),
  ),
  /** Agencies of the round before that exist no more, and that nobody carries on. */
  gone: z.array(agencyThen),
});
export type PopulationProposal = z.infer<typeof populationProposalSchema>;

export const proposePopulation = endpoint('proposePopulation', {
  summary: 'Whom the round could ask: the population of the round before carried over, with what has changed since',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  reply: populationProposalSchema,
  errors: ['notFound'],
});

export const writePopulation = endpoint('writePopulation', {
  summary:
    'Says whom the round asks: these agencies and no others, as the directory has them on the day the round opens',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  body: z.strictObject({
    agencies: z
      .array(
        z.strictObject({
          orgnr,
          /** The agency’s own mailbox, for copies; left out, it is as it was. */
          contactEmail: emailAddress.nullable().optional(),
        }),
      )
      .max(2_000),
  }),
  reply: populationProposalSchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});

export const deleteRound = endpoint('deleteRound', {
  summary: 'Deletes a round that nobody has answered',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  reply: z.null(),
  status: 204,
  errors: ['alreadyDone', 'notFound'],
});
