import type { RoundState } from '@samblikk/contract';
import { groundsKey } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database } from './platform/db/index.ts';
import { freezeRound, withdrawPublic, withdrawRelease } from './releases/index.ts';
import { completeAnswers, digdir, exemptField, nav, partlyExempt } from './responses/testing.ts';
import {
  agency,
  agencyNote,
  agencyVersion,
  correction,
  declination,
  invitation,
  mail,
  measure,
  measureRound,
  ministry,
  ministryVersion,
  person,
  population,
  query,
  reopening,
  revision,
  role,
  round,
  submission,
  submissionRevision,
} from './schema.ts';

/** For tests: a round in each state that it can be in, all seen from the same moment, each in a database of its own. */
export const now = new Date('2026-03-25T09:00:00Z');
const at = (day: string) => new Date(`${day}T09:00:00Z`);

interface State {
  readonly year?: number;
  readonly round: RoundState;
  readonly opensAt?: Date;
  readonly deadline?: Date;
  readonly lateUntil?: Date;
  /** Digdir has sent in one measure. */
  readonly submitted: boolean;
  readonly become?: (db: Database, of: { roundId: string; year: number }) => Promise<unknown>;
}

const actor = { personId: null, name: 'Ada' };
const reason = { nb: 'Feil', nn: 'Feil', en: 'Wrong' };
const open = { round: 'open', opensAt: at('2026-03-01'), deadline: at('2026-04-10'), submitted: true } as const;
const closed = { ...open, round: 'closed', deadline: at('2026-03-20') } as const;
const published = async (db: Database, { year }: { year: number }) =>
  freezeRound(db, { year, actor: 'system:test', now: at('2026-03-24') });

export const states = {
  planned: { round: 'planned', opensAt: at('2026-04-01'), deadline: at('2026-04-10'), submitted: false },
  open,
  late: { ...open, deadline: at('2026-03-20'), lateUntil: at('2026-04-10') },
  closed: {
    ...closed,
    become: (db, { roundId }) =>
      db
        .insert(reopening)
        .values({ roundId, agencyId: digdir.id, reason: 'Sykdom', askedAt: now, askedByName: 'Kari' }),
  },
  frozen: {
    ...closed,
    become: (db, { year }) => freezeRound(db, { year, actor: 'system:test', now: at('2026-03-24'), heldBy: 'Ada' }),
  },
  published: { ...closed, become: published },
  'release withdrawn': {
    ...closed,
    async become(db, of) {
      await published(db, of);
      await withdrawRelease(db, { year: of.year, number: 1, actor, now, reason });
    },
  },
  'measure withdrawn from the public': {
    ...closed,
    async become(db, of) {
      await published(db, of);
      await withdrawPublic(db, { year: of.year, measure: numberOf(of.year), actor, now, reason });
    },
  },
  'measure taken out': {
    ...open,
    become: (db, { roundId }) =>
      db.update(measureRound).set({ withdrawnAt: now }).where(eq(measureRound.roundId, roundId)),
  },
  pilot: { ...open, year: 9026 },
  declined: {
    ...open,
    submitted: false,
    become: (db, { roundId }) => {
      const said = { reason: 'Avvikles', declinedAt: now, declinedByName: 'Ada' };
      return db.insert(declination).values({ roundId, agencyId: digdir.id, ...said });
    },
  },
  'more time': {
    ...closed,
    become: (db, { roundId }) =>
      db.insert(reopening).values({ roundId, agencyId: digdir.id, until: at('2026-04-10'), grantedAt: now }),
  },
} as const satisfies Record<string, State>;
export type StateName = keyof typeof states;

/** What can be named in an address, in every state; what there is of it depends on the state. */
export const ids = {
  ...{
    measure: v7(),
    query: v7(),
    refused: v7(),
    correction: v7(),
    note: v7(),
    person: v7(),
    message: v7(),
    invitation: v7(),
  },
};
const numberOf = (year: number) => `${year}-0001`;

/** Claimed exempt in the measure that was sent in. */
const claimed = { field: exemptField, basis: 'OFFL_13', expires: null };
export const claim = { field: claimed.field, grounds: groundsKey(claimed) };

/** Puts a database in a state. @returns the year of the round */
export async function plantState(db: Database, name: StateName): Promise<number> {
  const { year = 2026, round: state, submitted, become, ...calendar }: State = states[name];
  const roundId = v7();
  await db.insert(round).values([
    { id: roundId, year, edition: '2026', state, ...calendar },
    { id: v7(), year: 2019, edition: '2019', state: 'closed' },
  ]);
  await plantDirectory(db, roundId, submitted);
  if (submitted) await plantSubmission(db, roundId, year);
  const written = { year, text: 'Ringte.', writtenAt: now, writtenByName: 'Ada' };
  await db.insert(agencyNote).values({ id: ids.note, version: 1, agencyId: digdir.id, ...written });
  const given = { gaveUp: 'refused', givenUpAt: now, createdAt: now, nextTryAt: now, body: 'Hei!' } as const;
  await db.insert(mail).values({ id: ids.message, subject: `round:${year}`, year, ...given });
  const invited = { agencyId: digdir.id, role: 'read' as const, email: 'x@example.org', tokenHash: ids.invitation };
  await db.insert(person).values({ id: ids.person, subject: 'test:kari', name: 'Kari' });
  const held = { personId: ids.person, role: 'submit' as const, agencyId: digdir.id, grantedBy: 'test' };
  await db.insert(role).values({ id: v7(), ...held });
  await db
    .insert(invitation)
    .values({ id: ids.invitation, ...invited, invitedBy: ids.person, createdAt: now, expiresAt: at('2100-01-01') });
  await become?.(db, { roundId, year });
  return year;
}

async function plantDirectory(db: Database, roundId: string, submitted: boolean): Promise<void> {
  const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
  for (const id of ['DFD', 'AID']) {
    await db.insert(ministry).values({ id });
    await db.insert(ministryVersion).values({ id: v7(), ministryId: id, code: id, ...names });
  }
  for (const { id, orgnr } of [digdir, nav]) {
    await db.insert(agency).values({ id });
    await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ministryId: 'DFD', ...names });
    const { source: _, ...named } = names;
    const asked = { ministry: 'DFD', facts: { skate: 'yes' }, contactEmail: `post@${id}.example` };
    const answered = submitted && id === digdir.id;
    await db.insert(population).values({ roundId, agencyId: id, orgnr, ...named, ...asked, answered });
  }
}

/** A measure that was sent in, asked about, and with two corrections: one waits, one was refused. */
async function plantSubmission(db: Database, roundId: string, year: number): Promise<void> {
  const of = { roundId, agencyId: digdir.id };
  const answers = partlyExempt;
  const [revisionId, submissionId] = [v7(), v7()];
  const sent = { late: false, submittedAt: at('2026-03-10') };
  await db.insert(measure).values({ id: ids.measure, number: numberOf(year) });
  await db.insert(measureRound).values({ measureId: ids.measure, ...of });
  await db.insert(revision).values({
    ...{
      id: revisionId,
      measureId: ids.measure,
      roundId,
      version: 1,
      edition: '2026',
      answers,
      origins: {},
      authors: {},
    },
  });
  const said = { number: 1, receipt: 'SB-2026-0001', idempotencyKey: 'x', contentHash: '', submittedByName: 'Kari' };
  await db.insert(submission).values({ id: submissionId, ...of, ...said, ...sent });
  await db.insert(submissionRevision).values({ submissionId, revisionId, ...sent });
  const about = { measureId: ids.measure, roundId, version: 1 };
  const asked = { text: 'Stemmer det?', askedAt: at('2026-03-11'), askedByName: 'Ada' };
  await db.insert(query).values({ id: ids.query, ...about, question: 'deliverable', ...asked });
  const proposed = { reason: 'Feil', dueAt: at('2026-03-18'), proposedAt: at('2026-03-11'), proposedByName: 'Ada' };
  await db.insert(correction).values([
    {
      ...{ id: ids.correction, ...about, ...proposed, question: 'deliverable' },
      ...{ given: completeAnswers.deliverable, corrected: 'Et annet oppslag.' },
    },
    {
      ...{
        id: ids.refused,
        ...about,
        ...proposed,
        question: 'name',
        given: completeAnswers.name,
        corrected: 'Et navn',
      },
      ...{ answer: 'refused', answerText: 'Nei', answeredAt: at('2026-03-12'), answeredByName: 'Kari' },
    },
  ]);
}
