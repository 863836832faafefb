import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bodyName as name, orgnr, year } from './params.ts';
import { textSchema } from './rounds.ts';

// What is true of one agency in one round: its line of the population. The directory may say otherwise.

const params = z.object({ year, orgnr });
/** What is known of the agency that year, by the edition’s population variables; one that is left out is not known. */
const facts = z.record(z.string().max(60), z.string().max(60));

export const askedSchema = z.object({
  orgnr: z.string(),
  name: textSchema,
  ministry: z.string(),
  facts,
  /** What may be chosen: the ministries on the day the round goes by, and the facts that its edition knows. */
  ministries: z.array(z.object({ code: z.string(), name: textSchema })),
  variables: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      options: z.array(z.object({ code: z.string(), label: textSchema })),
    }),
  ),
});
export type Asked = z.infer<typeof askedSchema>;

export const readAsked = endpoint('readAsked', {
  summary: 'What a round says of an agency it asks, and what else it may say',
  tag: 'rounds',
  action: 'round.manage',
  params,
  reply: askedSchema,
  errors: ['notFound'],
});

export const changeAsked = endpoint('changeAsked', {
  summary: 'Gives an agency another name, ministry or facts in one round; a release that is frozen stands as it is',
  tag: 'rounds',
  action: 'round.manage',
  params,
  body: z.strictObject({
    name: z.strictObject({ nb: name, nn: name, en: name }),
    /** Code. */
    ministry: z.string().max(20),
    facts,
  }),
  reply: askedSchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});
