import type { saveDraftOf } from '@samblikk/contract';
import { answersSchema, type Edition } from '@samblikk/questionnaire';
import { z } from 'zod';

type SaveDraft = ReturnType<typeof saveDraftOf>;

/** The endpoint with what an edition’s answers may be in its description: each of the edition’s types, or null to blank. */
export function withExactAnswers(endpoint: SaveDraft, edition: Edition): SaveDraft {
  const { properties } = z.toJSONSchema(answersSchema(edition), { io: 'input', unrepresentable: 'any' });
  const nullable = Object.entries(properties ?? {}).map(([id, answer]) => [
    id,
    { anyOf: [answer, { type: 'null' as const }] },
  ]);
  const exact = { type: 'object' as const, properties: Object.fromEntries(nullable), additionalProperties: false };
  const { body } = endpoint;
  return { ...endpoint, body: z.strictObject({ ...body.shape, changes: body.shape.changes.meta(exact) }) };
}
