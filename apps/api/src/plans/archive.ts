import { asc, eq } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { financingPlan, planAnswer, planOpening } from './schema.ts';

// What the archive of a round holds of this room: all there is, until now, about the measures of the round.

/** Every version of their plans. */
export const plansToArchive = (tx: Transaction, roundId: string) => {
  const own = measuresIn({ roundId });
  const { measureId, version, plan, agencies, termsVersion, savedAt, savedBy } = financingPlan;
  return tx
    .select({ number: measureNumbers.number, measureId, version, plan, agencies, termsVersion, savedAt, savedBy })
    .from(financingPlan)
    .innerJoin(own, eq(own.measureId, measureId))
    .innerJoin(measureNumbers, eq(measureNumbers.id, measureId))
    .orderBy(asc(measureNumbers.number), asc(version));
};

/** What actors answered to the key. */
export const planAnswersToArchive = (tx: Transaction, roundId: string) => {
  const own = measuresIn({ roundId });
  const { id, measureId, actor, agencyId, termsVersion, agreed, reason, answeredAt, answeredBy } = planAnswer;
  return tx
    .select({ id, measureId, actor, agencyId, termsVersion, agreed, reason, answeredAt, answeredBy })
    .from(planAnswer)
    .innerJoin(own, eq(own.measureId, measureId))
    .orderBy(asc(answeredAt), asc(id));
};

/** What was opened to the public. */
export const planOpeningsToArchive = (tx: Transaction, roundId: string) => {
  const own = measuresIn({ roundId });
  const { id, measureId, version, actors, openedAt, openedBy } = planOpening;
  return tx
    .select({ id, measureId, version, actors, openedAt, openedBy })
    .from(planOpening)
    .innerJoin(own, eq(own.measureId, measureId))
    .orderBy(asc(openedAt), asc(id));
};
