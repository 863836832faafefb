import type { Answers, Edition } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { latestPins, revisionsIn } from '../responses/index.ts';
import { askedAgencies, editionOfRound, type RoundRow, roundsIn } from '../rounds/index.ts';
import { exemptionStep } from './schema.ts';
import { isAwaited, isToDecide, type StandingClaim, type StepRow, standingClaims } from './state.ts';

type Reader = Database | Transaction;

/** The steps about measures, oldest first, by measure: of those of a round, or of these. */
export async function stepsAbout(
  db: Reader,
  of: { readonly roundId: string } | { readonly measureId: string },
): Promise<ReadonlyMap<string, StepRow[]>> {
  const rounds = roundsIn();
  const own = measuresIn('roundId' in of ? { roundId: of.roundId } : {});
  const rows = await db
    .select({ step: exemptionStep, year: rounds.year })
    .from(exemptionStep)
    .innerJoin(rounds, eq(rounds.id, exemptionStep.roundId))
    .where(
      'measureId' in of
        ? eq(exemptionStep.measureId, of.measureId)
        : inArray(exemptionStep.measureId, db.select({ id: own.measureId }).from(own)),
    )
    .orderBy(asc(exemptionStep.at), asc(exemptionStep.id));
  return Map.groupBy(
    rows.map(({ step, year }) => ({ ...step, year })),
    ({ measureId }) => measureId,
  );
}

/** A measure as it was last sent in, with what is claimed exempt of it and where each claim stands. */
export interface MeasureClaims {
  readonly measureId: string;
  readonly number: string;
  readonly title: string | null;
  readonly agencyId: string;
  readonly orgnr: string;
  readonly name: { readonly nb: string; readonly nn: string; readonly en: string };
  readonly contactEmail: string | null;
  readonly answers: Answers;
  readonly claims: readonly StandingClaim[];
}

/** What is claimed exempt in a round of what was last sent in, by measure number; of these measures, or of all. @param now its day in Norway is what counts */
export async function roundClaims(
  db: Reader,
  round: RoundRow,
  now: Date,
  measureIds?: readonly string[],
): Promise<{ edition: Edition; measures: MeasureClaims[] }> {
  const edition = editionOfRound(round);
  const rows = await submitted(db, edition, round.id, measureIds);
  const steps = await stepsAbout(db, { roundId: round.id });
  const today = osloDay(now);
  const measures = rows
    .map(({ agency, ...row }) => ({
      ...row,
      orgnr: agency.orgnr,
      name: { nb: agency.nameNb, nn: agency.nameNn, en: agency.nameEn },
      contactEmail: agency.contactEmail,
      title: titleOf(edition, row.answers),
      claims: standingClaims(edition, row.answers, steps.get(row.measureId) ?? [], round, today),
    }))
    .filter(({ claims }) => claims.length > 0);
  return { edition, measures };
}

function submitted(db: Reader, edition: Edition, roundId: string, measureIds?: readonly string[]) {
  const pins = latestPins(roundId);
  const revisions = revisionsIn({ roundId });
  const own = measuresIn({ roundId });
  const asked = askedAgencies;
  const { whole, question } = edition.publication;
  return db
    .select({
      measureId: revisions.measureId,
      number: measureNumbers.number,
      agencyId: own.agencyId,
      agency: asked.agency,
      answers: revisions.answers,
    })
    .from(pins)
    .innerJoin(revisions, eq(revisions.id, pins.revisionId))
    .innerJoin(own, eq(own.measureId, revisions.measureId))
    .innerJoin(measureNumbers, eq(measureNumbers.id, revisions.measureId))
    .innerJoin(asked, and(eq(asked.round.id, roundId), eq(asked.agency.agencyId, own.agencyId)))
    .where(
      and(
        isNull(own.withdrawnAt),
        measureIds && inArray(revisions.measureId, [...measureIds]),
        sql`not (coalesce(${revisions.answers} ->> ${question}, '') = any (${sql.param([...whole])}))`,
      ),
    )
    .orderBy(sql`length(${measureNumbers.number})`, sql`${measureNumbers.number} collate "C"`);
}

function titleOf({ roles }: Edition, answers: Answers): string | null {
  const title = answers[roles.title];
  return typeof title === 'string' ? title : null;
}

/** Claims of a round that wait for Digdir: for what staff are told waits for them. */
export async function exemptionsToDecide(db: Reader, round: RoundRow, now: Date): Promise<MeasureClaims[]> {
  const { measures } = await roundClaims(db, round, now);
  return measures
    .map((measure) => ({ ...measure, claims: measure.claims.filter(isToDecide) }))
    .filter(({ claims }) => claims.length > 0);
}

/**
 * Claims that hold now, or are refused, and stop holding within so many days: the day after, the answers are
 * published, so the agency is told beforehand.
 */
export async function exemptionsExpiring(
  db: Reader,
  round: RoundRow,
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<MeasureClaims[]> {
  const last = osloDay(new Date(now.getTime() + days * 86_400_000));
  const { measures } = await roundClaims(db, round, now);
  const ends = ({ state, step }: StandingClaim) =>
    (state === 'accepted' || state === 'refused') && step?.until != null && step.until <= last;
  return measures
    .map((measure) => ({ ...measure, claims: measure.claims.filter(ends) }))
    .filter(({ claims }) => claims.length > 0);
}

/** Claims of a round that wait for an agency: Digdir has asked, or refused with a last day to answer. */
export async function exemptionsAwaited(
  db: Reader,
  round: RoundRow,
  { now, agencyId }: { readonly now: Date; readonly agencyId?: string },
): Promise<MeasureClaims[]> {
  const own = measuresIn({ roundId: round.id });
  const said = await db
    .selectDistinct({ id: exemptionStep.measureId })
    .from(exemptionStep)
    .innerJoin(own, eq(own.measureId, exemptionStep.measureId))
    .where(
      and(
        eq(exemptionStep.roundId, round.id),
        inArray(exemptionStep.step, ['asked', 'refused']),
        agencyId === undefined ? undefined : eq(own.agencyId, agencyId),
      ),
    );
  // Mostly nothing: an agency’s page is then not made to read what was sent in.
  if (said.length === 0) return [];
  const ids = said.map(({ id }) => id);
  const { measures } = await roundClaims(db, round, now, ids);
  return measures
    .map((measure) => ({ ...measure, claims: measure.claims.filter(isAwaited) }))
    .filter(({ claims }) => claims.length > 0);
}
