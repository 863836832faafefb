import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment, textSchema } from './rounds.ts';

/** What is done with a kind of data when its time is over: erased each night, swept within minutes, or nothing: it is kept. */
export const retentionWays = ['erased', 'swept', 'kept'] as const;

const erased = z.object({
  kind: z.string(),
  /** Of kinds that go round by round. */
  year: z.number().int().nullable(),
  rows: z.number().int(),
});

const kindSchema = z
  .object({
    kind: z.string(),
    what: textSchema,
    /** For how long. */
    kept: textSchema,
    why: textSchema,
    /** What happens then. */
    after: textSchema,
    way: z.enum(retentionWays),
  })
  .meta({ id: 'RetentionKind' });

const roundSchema = z
  .object({
    year: z.number().int(),
    /** Whether the time of what goes round by round is over. */
    over: z.boolean(),
    /** How many later rounds must close first. */
    laterRounds: z.number().int(),
    /** When it is over at the latest; null for a round without a deadline. */
    atLatest: moment.nullable(),
  })
  .meta({ id: 'RetentionRound' });

export const readRetention = endpoint('readRetention', {
  summary: 'How long each kind of data is kept and why, what is due to be erased now, and what has been',
  tag: 'audit',
  action: 'retention.manage',
  reply: z.object({
    kinds: z.array(kindSchema),
    rounds: z.array(roundSchema),
    /** What the next run erases: rows by kind and round, none where there is nothing. */
    due: z.array(erased),
    /** The latest runs that erased something, newest first. */
    done: z.array(erased.extend({ at: moment })),
  }),
  errors: [],
});

export const runRetention = endpoint('runRetention', {
  summary: 'Erases at once what is due, as is done each night; again changes nothing',
  tag: 'audit',
  action: 'retention.manage',
  reply: z.object({ erased: z.array(erased) }),
  errors: [],
});
