import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyStandingSchema, declinationSchema } from './follow-up.ts';
import { agencyRound, written } from './params.ts';
import { invitationSchema } from './people.ts';
import { submissionSchema } from './responses.ts';
import { moment, roundSchema } from './rounds.ts';

const words = written(2000);

export const noteSchema = z
  .object({
    id: z.uuid(),
    /** The year of the round in which it was written. */
    year: z.number().int(),
    text: z.string(),
    at: moment,
    by: z.string(),
    /** What it said before, newest first: a note is corrected, never rewritten. */
    earlier: z.array(z.object({ text: z.string(), at: moment, by: z.string() })),
  })
  .meta({ id: 'Note' });
export type Note = z.output<typeof noteSchema>;

/** Something that happened between an agency and the round. */
const happened = z.object({
  at: moment,
  what: z.enum([
    ...['signedIn', 'saved', 'submitted', 'askedMoreTime', 'refusedMoreTime'],
    ...['declined', 'noted', 'asked', 'replied', 'invited'],
  ] as const),
  /** Who did it, where that may be told. */
  by: z.string().nullable(),
});

const followUpPerson = z.object({
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(z.string()),
  signedInAt: moment.nullable(),
});

export const readAgencyFollowUp = endpoint('readAgencyFollowUp', {
  summary: 'All that those who run a round have to know about one agency in it',
  description: 'People and invitations are told to those who may see who they are; to others the lists are empty.',
  tag: 'rounds',
  action: 'round.followUp',
  params: agencyRound,
  reply: z.object({
    round: roundSchema,
    standing: agencyStandingSchema,
    people: z.array(followUpPerson),
    invitations: z.array(invitationSchema),
    submissions: z.array(submissionSchema),
    /** Newest first. */
    activity: z.array(happened),
    /** Newest first, of all rounds. */
    notes: z.array(noteSchema),
  }),
  errors: ['notFound'],
});
export type AgencyFollowUp = z.output<typeof readAgencyFollowUp.reply>;

const note = {
  tag: 'rounds',
  action: 'agency.note',
  body: z.strictObject({ text: words }),
  reply: noteSchema,
} as const;

export const writeNote = endpoint('writeNote', {
  ...note,
  summary: 'Write a note about an agency, for staff alone; it is kept over the rounds',
  params: agencyRound,
  status: 201,
  errors: ['notFound'],
});

export const correctNote = endpoint('correctNote', {
  ...note,
  summary: 'Correct a note; what it said before stays to be read',
  params: agencyRound.extend({ note: z.uuid() }),
  errors: ['notFound'],
});

const declining = { tag: 'rounds', action: 'round.manage', params: agencyRound } as const;

export const decline = endpoint('decline', {
  ...declining,
  summary: 'Write down that an agency will not answer, and why',
  description: 'It counts as not answered, and gets no more reminders. It may answer all the same.',
  body: z.strictObject({ reason: written(1000) }),
  reply: declinationSchema,
  errors: ['alreadyDone', 'notFound'],
});

export const undoDecline = endpoint('undoDecline', {
  ...declining,
  summary: 'Take back that an agency will not answer',
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});
