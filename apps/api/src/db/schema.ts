import type { Answers, Text, Visibility } from '@samblikk/questionnaire';
import type { Cell, ColumnTarget } from '@samblikk/questionnaire/match';
import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** How an answer came to be: typed now, confirmed from last year, read from a file, or corrected by staff. */
export type Origin = 'entered' | 'confirmed' | 'imported' | 'corrected';
/** Not reported because the phase is as it was; ended, stopped, merged, split, or another agency's now. */
export type RollOverOutcome = 'unchanged' | 'ended' | 'stopped' | 'merged' | 'split' | 'transferred';
export type RoundState = 'planned' | 'open' | 'closed';
export type AgencyRole = 'fill' | 'submit' | 'read';
export type StaffRole = 'admin' | 'analyst';
export type RoleName = AgencyRole | StaffRole | 'coordinator';

/** Names by organisation number and by ministry code. */
export interface ReleaseNames {
  readonly agencies: Readonly<Record<string, Text>>;
  readonly ministries: Readonly<Record<string, Text>>;
}

/** One sheet of a list, as it was read; row 1 is the first. */
export interface UploadedSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}
/** What the columns of one sheet hold, what words stand for, and rows with a will of their own. */
export interface UploadMapping {
  readonly sheet: number;
  readonly columns: readonly ColumnTarget[];
  readonly words: readonly { readonly question: string; readonly word: string; readonly code: string }[];
  readonly rows: Readonly<Record<string, 'new' | 'skip'>>;
}

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

// Directory: who reports. Names, numbers and ministry are valid from–to; the id is ours and for life.

export const ministry = pgTable('ministry', {
  /** Ours; equals the first code the ministry had, e.g. `KMD`. */
  id: text('id').primaryKey(),
  successorId: text('successor_id'),
});

export const ministryVersion = pgTable(
  'ministry_version',
  {
    id: uuid('id').primaryKey(),
    ministryId: text('ministry_id')
      .notNull()
      .references(() => ministry.id),
    code: text('code').notNull(),
    orgnr: text('orgnr'),
    nameNb: text('name_nb').notNull(),
    nameNn: text('name_nn').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    verified: boolean('verified').notNull().default(false),
    source: text('source').notNull(),
  },
  (t) => [index('ministry_version_ministry').on(t.ministryId)],
);

export const agency = pgTable('agency', {
  id: text('id').primaryKey(),
});

export const agencyVersion = pgTable(
  'agency_version',
  {
    id: uuid('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    /** Nine digits, modulus 11; unknown for some agencies in the sources. */
    orgnr: text('orgnr'),
    nameNb: text('name_nb').notNull(),
    nameNn: text('name_nn').notNull(),
    nameEn: text('name_en').notNull(),
    ministryId: text('ministry_id').references(() => ministry.id),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    verified: boolean('verified').notNull().default(false),
    source: text('source').notNull(),
    note: text('note'),
  },
  (t) => [index('agency_version_agency').on(t.agencyId), index('agency_version_orgnr').on(t.orgnr)],
);

/** An agency that merged or was split still owns its past; this says who carries it on. */
export const agencySuccession = pgTable(
  'agency_succession',
  {
    predecessorId: text('predecessor_id')
      .notNull()
      .references(() => agency.id),
    successorId: text('successor_id')
      .notNull()
      .references(() => agency.id),
    from: date('from'),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.predecessorId, t.successorId] })],
);

// People, roles and sessions.

export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  /** HMAC of the login's lasting key; never the national identity number itself. */
  subject: text('subject').notNull().unique(),
  name: text('name').notNull(),
  email: text('email'),
  language: text('language').notNull().default('nb'),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const role = pgTable(
  'role',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role').$type<RoleName>().notNull(),
    /** Set for fill, submit and read. */
    agencyId: text('agency_id').references(() => agency.id),
    /** Set for coordinator. */
    ministryId: text('ministry_id').references(() => ministry.id),
    grantedAt: at('granted_at').notNull().defaultNow(),
    grantedBy: text('granted_by').notNull(),
  },
  (t) => [unique('role_once').on(t.personId, t.role, t.agencyId, t.ministryId).nullsNotDistinct()],
);

export const session = pgTable(
  'session',
  {
    /** SHA-256 of the cookie's random value, so that a copy of the table opens no session. */
    id: text('id').primaryKey(),
    personId: uuid('person_id').references(() => person.id),
    /** What the login said: assurance, representation, and the state of a login under way. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** The login provider's session id, found by back-channel logout. */
    sid: text('sid'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('session_sid').on(t.sid), index('session_expires').on(t.expiresAt)],
);

/**
 * A link in an e-mail that gives a role at an agency, or a delegation there, to whoever signs in with it first. Once, within
 * its time; what the database has is a hash, so that a copy of the table lets nobody in.
 */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    /** Null: a delegation is what it gives. */
    role: text('role').$type<AgencyRole | null>(),
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => person.id),
    acceptedAt: at('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => person.id),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('invitation_agency').on(t.agencyId)],
);

/** An e-mail on its way out, written together with what causes it. */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    /** What it is about, as the audit names it: `invitation:…`. */
    subject: text('subject').notNull(),
    /** Receiver and text, encrypted: the text may hold a link that lets in. Erased when sent or given up. */
    sealed: text('sealed'),
    createdAt: at('created_at').notNull(),
    /** Tried from then on; whoever tries puts it off first, so that two copies do not send the same. */
    nextTryAt: at('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: at('sent_at'),
    givenUpAt: at('given_up_at'),
  },
  (t) => [index('mail_waiting').on(t.nextTryAt).where(sql`sent_at is null and given_up_at is null`)],
);

// The yearly round.

export const round = pgTable('round', {
  id: uuid('id').primaryKey(),
  year: integer('year').notNull().unique(),
  edition: text('edition').notNull(),
  state: text('state').$type<RoundState>().notNull(),
  opensAt: at('opens_at'),
  deadline: at('deadline'),
  lateUntil: at('late_until'),
  freezeAt: at('freeze_at'),
  publishAt: at('publish_at'),
  /** Said wherever the data of the round are shown, e.g. that they are invented. */
  notice: jsonb('notice').$type<{ nb: string; nn: string; en: string } | null>(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** Which agencies a round asks, with what was true of them that year. */
export const population = pgTable(
  'population',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    orgnr: text('orgnr').notNull(),
    nameNb: text('name_nb').notNull(),
    nameNn: text('name_nn').notNull(),
    nameEn: text('name_en').notNull(),
    /** The ministry's code that year, e.g. `KMD`. */
    ministry: text('ministry').notNull(),
    /** The edition's population variables by id: `{ skate: 'yes' }`. */
    facts: jsonb('facts').$type<Record<string, string>>().notNull(),
    /** Whether the agency answered; for rounds imported from a file this is what the file says. */
    answered: boolean('answered').notNull().default(false),
    contactEmail: text('contact_email'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] }), unique('population_orgnr').on(t.roundId, t.orgnr)],
);

// Measures, revisions and submissions.

export const measure = pgTable('measure', {
  id: uuid('id').primaryKey(),
  /** Public and for life, e.g. `2019-0042`: year of first report and a running number. */
  number: text('number').notNull().unique(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** A measure's part in a round: who owns it that year, and the key it had in the agency's own file. */
export const measureRound = pgTable(
  'measure_round',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    externalId: text('external_id'),
    /** Withdrawn measures keep their revisions and are left out of submissions and counts. */
    withdrawnAt: at('withdrawn_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.roundId] }),
    index('measure_round_agency').on(t.roundId, t.agencyId),
    uniqueIndex('measure_round_external').on(t.roundId, t.agencyId, t.externalId).where(sql`external_id is not null`),
  ],
);

/** A measure, or one section of it, that a colleague answers: all they see of the agency. Ended ones stay as history. */
export const delegation = pgTable(
  'delegation',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    /** Null: the whole measure. */
    section: text('section'),
    /** Null until the invitation is accepted. */
    personId: uuid('person_id').references(() => person.id),
    invitationId: uuid('invitation_id').references(() => invitation.id),
    dueOn: date('due_on').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    endedAt: at('ended_at'),
  },
  (t) => [
    index('delegation_measure').on(t.measureId, t.roundId),
    index('delegation_person').on(t.personId).where(sql`ended_at is null`),
  ],
);

/** Who is in a measure now, so that two people see each other. Rows live for a minute. */
export const presence = pgTable(
  'presence',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    section: text('section'),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.roundId, t.personId] }), index('presence_seen').on(t.seenAt)],
);

/** Append-only (a trigger refuses update and delete). The newest version is the draft. */
export const revision = pgTable(
  'revision',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    version: integer('version').notNull(),
    edition: text('edition').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    origins: jsonb('origins').$type<Record<string, Origin>>().notNull(),
    /** Who and when for each answer, so that a conflict can name them: question id → [author name, ISO time]. */
    authors: jsonb('authors').$type<Record<string, [string, string]>>().notNull(),
    /** Why a warning does not matter here: `reasonKey` → the person's words. They follow the answer from version to version. */
    reasons: jsonb('reasons').$type<Record<string, string>>().notNull().default({}),
    authorId: uuid('author_id').references(() => person.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [unique('revision_version').on(t.measureId, t.roundId, t.version), index('revision_round').on(t.roundId)],
);

/** What became of a measure from an earlier round that is not reported in this one. */
export const rollOver = pgTable(
  'roll_over',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    outcome: text('outcome').$type<RollOverOutcome>().notNull(),
    /** Numbers of the measures it went into, and the organisation number it was transferred to. */
    measures: text('measures').array().notNull(),
    toOrgnr: text('to_orgnr'),
    decidedAt: at('decided_at').notNull(),
    decidedByName: text('decided_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.roundId] }), index('roll_over_agency').on(t.roundId, t.agencyId)],
);

/** An agency's signed-off answer in a round. Pins revisions; never changed. A later one supersedes it. */
export const submission = pgTable(
  'submission',
  {
    id: uuid('id').primaryKey(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    number: integer('number').notNull(),
    /** Reference in an alphabet without look-alikes. */
    receipt: text('receipt').notNull().unique(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 over the pinned answers, in canonical JSON. */
    contentHash: text('content_hash').notNull(),
    nothingToReport: boolean('nothing_to_report').notNull().default(false),
    late: boolean('late').notNull(),
    submittedAt: at('submitted_at').notNull(),
    submittedBy: uuid('submitted_by').references(() => person.id),
    submittedByName: text('submitted_by_name').notNull(),
  },
  (t) => [
    unique('submission_number').on(t.roundId, t.agencyId, t.number),
    unique('submission_key').on(t.roundId, t.agencyId, t.idempotencyKey),
  ],
);

export const submissionRevision = pgTable(
  'submission_revision',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    /** When this measure was sent in: for imported rounds the file's own time, else the submission's. */
    submittedAt: at('submitted_at').notNull(),
    late: boolean('late').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.revisionId] })],
);

/** A round that is open for one agency after it closed for the others, or is asked to be. What was before is in the audit. */
export const reopening = pgTable(
  'reopening',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    /** Why, in the agency's words; null when nobody asked. */
    reason: text('reason'),
    askedAt: at('asked_at'),
    askedBy: uuid('asked_by').references(() => person.id),
    askedByName: text('asked_by_name'),
    /** The agency's own last moment; null until it is granted. */
    until: at('until'),
    grantedAt: at('granted_at'),
    grantedBy: uuid('granted_by').references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] })],
);

// Releases: what statistics and the register read.

/** A frozen list of revisions. Never changed; a late or corrected answer makes a new release. */
export const release = pgTable(
  'release',
  {
    id: uuid('id').primaryKey(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    /** 1, 2, 3 … within the round. */
    number: integer('number').notNull(),
    edition: text('edition').notNull(),
    /** Fingerprint of the edition as it was at the freeze. */
    definition: text('definition').notNull(),
    frozenAt: at('frozen_at').notNull(),
    measures: integer('measures').notNull(),
    /** Those that anyone may read, in whole or in part. */
    publicMeasures: integer('public_measures').notNull(),
    /** Agencies asked and answered at the freeze. */
    invited: integer('invited').notNull(),
    answered: integer('answered').notNull(),
    /** SHA-256 over all that is frozen, in canonical JSON. */
    contentHash: text('content_hash').notNull(),
    /** Names of agencies and ministries as they were, by number and code, so that an old release reads as it did. */
    names: jsonb('names').$type<ReleaseNames>().notNull(),
    /** The round’s notice as it was. */
    notice: jsonb('notice').$type<Text | null>(),
  },
  (t) => [unique('release_number').on(t.roundId, t.number)],
);

/**
 * One frozen measure: everything statistics need, and beside it what the publication filter lets out.
 * Only `entry` reads `answers`; public code reads the `public…` columns, which are written once, at the freeze, by that filter.
 */
export const releaseMeasure = pgTable(
  'release_measure',
  {
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measure.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    /** Position in the release: order of public number, so that files come out the same each time. */
    position: integer('position').notNull(),
    number: text('number').notNull(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Agency number, ministry code and population variables as they were that year. */
    known: jsonb('known').$type<Answers>().notNull(),
    late: boolean('late').notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
    publicAnswers: jsonb('public_answers').$type<Answers>().notNull(),
    publicTitle: text('public_title'),
    /** The variables that the public may not count this measure by, because the answer behind is kept back. */
    hidden: text('hidden').array().notNull(),
    /** Public words by weight: stems for whole words, forms as written for unfinished ones. */
    search: tsvector('search').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.measureId] }),
    index('release_measure_number').on(t.number),
    unique('release_measure_position').on(t.releaseId, t.position),
    index('release_measure_search').using('gin', t.search),
  ],
);

/** The public words of a release and how many measures have each: what misspelt searches are corrected to. */
export const releaseWord = pgTable(
  'release_word',
  {
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    word: text('word').notNull(),
    measures: integer('measures').notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.word] })],
);

/** What happened, chained: each event's hash covers the one before it. Append-only by trigger. */
export const auditEvent = pgTable('audit_event', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  at: at('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** The end of the audit chain, one row: writers of the chain wait for each other here, as the last act of their transaction. */
export const auditHead = pgTable('audit_head', {
  one: boolean('one').primaryKey(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** Running numbers given out in a transaction, e.g. for `2019-0042`. */
export const counter = pgTable('counter', {
  name: text('name').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});

// Lists that agencies keep themselves (spreadsheet/).

/** A list that waits to be taken in. Its cells go when it is, or when it expires. */
export const upload = pgTable(
  'upload',
  {
    id: uuid('id').primaryKey(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    fileName: text('file_name').notNull(),
    format: text('format').$type<'xlsx' | 'csv'>().notNull(),
    /** What was unusual about the file, as codes. */
    notes: jsonb('notes').$type<readonly string[]>().notNull(),
    sheets: jsonb('sheets').$type<readonly UploadedSheet[]>().notNull(),
    /** The mapping that was previewed last. */
    mapping: jsonb('mapping').$type<UploadMapping | null>(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    takenInAt: at('taken_in_at'),
  },
  (t) => [index('upload_expires').on(t.expiresAt)],
);

/** What an agency's columns held last time, by plain heading. */
export const columnMapping = pgTable(
  'column_mapping',
  {
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    heading: text('heading').notNull(),
    target: jsonb('target').$type<ColumnTarget>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.heading] })],
);

/** What an agency's words were said to stand for, by question and plain word; an empty code means nothing. */
export const wordMapping = pgTable(
  'word_mapping',
  {
    agencyId: text('agency_id')
      .notNull()
      .references(() => agency.id),
    question: text('question').notNull(),
    word: text('word').notNull(),
    code: text('code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.question, t.word] })],
);
