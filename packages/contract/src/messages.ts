import { singleLine } from '@samblikk/questionnaire';
import { z } from 'zod';
import { editedKinds, messageKinds, messageStates } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { emailAddress, orgnr } from './params.ts';
import { moment, textSchema, yearParams } from './rounds.ts';
import { languageSchema } from './session.ts';

export type MessageKind = (typeof messageKinds)[number];
export type EditedKind = (typeof editedKinds)[number];
const kind = z.enum(messageKinds);

/** Why an agency gets no letter. */
export const skipReasons = [
  'notAsked',
  'submitted',
  'notSubmitted',
  'declined',
  'noQuestions',
  'noAddress',
  'bounced',
  'alreadyToday',
  'activeNow',
  'closed',
] as const;
export type SkipReason = (typeof skipReasons)[number];

const agencyHead = z.object({ orgnr: z.string(), name: textSchema });

/** An address that gets a letter, and about which agencies: one letter each, however many agencies. */
export const letterTo = z.object({
  to: z.string(),
  /** The person; null for the mailbox of an agency. */
  person: z.string().nullable(),
  language: languageSchema,
  agencies: z.array(agencyHead),
});
export type LetterTo = z.output<typeof letterTo>;

export const skippedAgency = agencyHead.extend({ reason: z.enum(skipReasons) });
export type SkippedAgency = z.output<typeof skippedAgency>;

const chosen = {
  kind,
  /** Those ticked in the list; all that the round asks when left out. */
  orgnrs: z.array(orgnr).max(2_000).optional(),
};

export const previewMessages = endpoint('previewMessages', {
  summary: 'Exactly who would get a letter now, and why others would not; nothing is sent',
  tag: 'messages',
  action: 'round.followUp',
  params: yearParams,
  body: z.strictObject({
    ...chosen,
    /** The agency whose letter is shown filled in; the first when left out. */
    show: orgnr.optional(),
  }),
  reply: z.object({
    letters: z.array(letterTo),
    skipped: z.array(skippedAgency),
    /** Whether such letters can be sent now: those about answering only while the round takes answers. */
    sendable: z.boolean(),
    /** The letter as it reads for the chosen agency, in each language; by nobody's name when nobody there gets one. */
    shown: z.object({
      agency: agencyHead.nullable(),
      letters: z.array(z.object({ language: languageSchema, subject: z.string(), text: z.string() })),
    }),
  }),
  errors: ['notFound'],
});

export const sendMessages = endpoint('sendMessages', {
  summary: 'Write to those who are to have a letter of this kind now; those who are not are told of with the reason',
  description: 'The same key again sends nothing and answers as the first time.',
  tag: 'messages',
  action: 'round.manage',
  params: yearParams,
  headers: z.looseObject({ 'idempotency-key': z.string().min(8).max(200) }),
  body: z.strictObject(chosen),
  reply: z.object({
    /** How many letters were put in the outbox, and about how many agencies. */
    letters: z.number().int(),
    agencies: z.number().int(),
    skipped: z.array(skippedAgency),
  }),
  errors: ['roundNotOpen', 'keyUsedForOther', 'notFound'],
});
export type MessagesSent = z.output<typeof sendMessages.reply>;

const messageSchema = z.object({
  id: z.uuid(),
  /** One of the kinds that staff send, or the name of a letter that something else causes, e.g. `receipt`. */
  kind: z.string(),
  agencies: z.array(agencyHead),
  /** The address, or a pseudonym when the letter is old. */
  receiver: z.string().nullable(),
  subject: z.string().nullable(),
  /** Whether it is about no round: such letters stand with the newest round that is open, else the newest. */
  ofNoRound: z.boolean(),
  /** Refused: the mail server did not take it. Returned: it did, and the letter came back later. Failed: all tries failed. Stopped: taken back before it was sent, e.g. since the agency has submitted. */
  state: z.enum(messageStates),
  writtenAt: moment,
  /** When it was sent, given up or came back. */
  endedAt: moment.nullable(),
  tries: z.number().int(),
  /** What the mail server answered at the last try that failed. */
  fault: z.string().nullable(),
  /** Why it came back, in the words of staff. */
  returnReason: z.string().nullable(),
  /** It did not arrive, and nobody has seen to it: a task for staff. */
  bounce: z.boolean(),
});
export type MessageView = z.output<typeof messageSchema>;

export const listMessages = endpoint('listMessages', {
  summary: 'The letters of the round, newest first',
  tag: 'messages',
  action: 'round.followUp',
  params: yearParams,
  query: z.object({
    kind: z.string().max(50).optional(),
    state: z.enum(messageStates).optional(),
    agency: orgnr.optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  reply: z.object({
    messages: z.array(messageSchema),
    total: z.number().int(),
    pages: z.number().int(),
    counts: z.record(z.enum(messageStates), z.number().int()),
    /** Those that did not arrive and wait for staff, oldest first, whatever is filtered by. */
    bounces: z.array(messageSchema),
    /** Whether letters leave: a mail server is configured. */
    mailServer: z.boolean(),
  }),
  errors: ['notFound'],
});

const one = yearParams.extend({ message: z.uuid() });

export const readMessage = endpoint('readMessage', {
  summary: 'One letter as it was written, without a link that lets in',
  tag: 'messages',
  action: 'round.followUp',
  params: one,
  /** Null when its time has passed. */
  reply: messageSchema.extend({ text: z.string().nullable() }),
  errors: ['notFound'],
});

export const markReturned = endpoint('markReturned', {
  summary: 'Note that a letter that was sent came back: it becomes a task, as one that was refused',
  tag: 'messages',
  action: 'round.manage',
  params: one,
  body: z.strictObject({
    /** Why, as the returned letter says; kept as long as the letter. */
    reason: z.string().trim().max(500).optional(),
  }),
  reply: z.null(),
  status: 204,
  errors: ['alreadyDone', 'notFound'],
});

export const settleBounce = endpoint('settleBounce', {
  summary:
    'Be done with a letter that did not arrive: name the address it goes to, the same or the right one; or none, and nothing is sent',
  description:
    'The right address takes the place of the wrong one, as the agency’s mailbox in the round, the person’s or the invitation’s. An invitation goes with a new link.',
  tag: 'messages',
  action: 'round.manage',
  params: one,
  body: z.strictObject({ email: emailAddress.nullable() }),
  reply: z.null(),
  status: 204,
  errors: ['alreadyDone', 'notFound'],
});

const wording = z.object({ subject: z.string(), text: z.string() });

export const readMessageTexts = endpoint('readMessageTexts', {
  summary: 'What the letters of the round say, in each language, and what they must and may name',
  tag: 'messages',
  action: 'round.followUp',
  params: yearParams,
  reply: z.array(
    z.object({
      kind: z.enum(editedKinds),
      /** What must stand in the text. */
      required: z.array(z.string()),
      /** What may stand in subject and text besides. */
      optional: z.array(z.string()),
      texts: z.record(
        languageSchema,
        wording.extend({
          edited: z.boolean(),
          /** The year of the round that it came along from when this one was made; null when it was written in this one, or is what the program says. */
          carriedFrom: z.number().int().nullable(),
          /** The letter as it would read, to an invented agency. */
          sample: wording,
        }),
      ),
    }),
  ),
  errors: ['notFound'],
});
export type MessageTexts = z.output<typeof readMessageTexts.reply>;

const place = yearParams.extend({ kind: z.enum(editedKinds), language: languageSchema });

export const writeMessageText = endpoint('writeMessageText', {
  summary: 'Writes what a letter of the round says in a language',
  tag: 'messages',
  action: 'round.manage',
  params: place,
  body: z.strictObject({
    /** One line: it becomes a header. */
    subject: z.string().trim().min(1).max(200).regex(singleLine),
    text: z.string().trim().min(1).max(5_000),
  }),
  reply: z.null(),
  status: 204,
  errors: ['invalidRequest', 'notFound'],
});

export const resetMessageText = endpoint('resetMessageText', {
  summary: 'Goes back to what the program says',
  tag: 'messages',
  action: 'round.manage',
  params: place,
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});
