import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { issueSchema } from './problem.ts';

/** The most one request may have: measures, and bytes of its body. */
export const batchLimit = 500;
export const batchBytes = 1_048_576;

export const batchMeasures = endpoint('batchMeasures', {
  summary: 'Send many measures from the agency’s own system; the same request again changes nothing',
  description: `For systems with a token from Maskinporten (\`Authorization: Bearer …\`) whose \`consumer\` is the agency of the address; people who are signed in may use it too. A measure is known by \`externalId\`, the agency’s own id. The first time, \`number\` ties it to a measure that is here already or was reported before; without it a new one is made. Answers are merged by question: null blanks, what is not named stays. With \`basedOn\` nothing newer than that version is overwritten. All or nothing: when any row is at fault, nothing is saved, and each of \`issues\`, or of \`conflicts\`, names its row (from 1), \`externalId\` (as \`measure\`) and question. At most ${batchLimit} measures and ${batchBytes / 1_048_576} MB (${batchBytes} bytes) in one request: more is \`invalidRequest\` or \`tooLarge\`; send it in parts. The questions are those of the round’s edition: \`GET /api/v1/editions/{edition}\` has them, and the schema of \`answers\` is that of \`PUT /api/v1/measures/{measure}/answers/{edition}\`. Nothing is sent in by this: a person with the right does that.`,
  tag: 'responses',
  action: 'measures.write',
  tokens: true,
  params: agencyRound,
  body: z.strictObject({
    measures: z
      .array(
        z.strictObject({
          externalId: z.string().trim().min(1).max(200),
          number: z.string().max(20).optional(),
          basedOn: z.number().int().min(0).optional(),
          answers: z.record(z.string().max(100), z.unknown()),
        }),
      )
      .min(1)
      .max(batchLimit, `At most ${batchLimit} measures in one request: send them in parts.`),
  }),
  reply: z.object({
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    measures: z.array(
      z.object({
        externalId: z.string(),
        id: z.uuid(),
        number: z.string(),
        result: z.enum(['created', 'changed', 'unchanged']),
        version: z.number().int(),
        /** What still stops submission, or asks whether it is right. */
        issues: z.array(issueSchema),
      }),
    ),
  }),
  errors: ['answersAtFault', 'conflict', 'roundNotOpen', 'notFound'],
});
