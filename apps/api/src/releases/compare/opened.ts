import type { MeasureChange } from '@samblikk/contract';
import { claimsIn, type Edition } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { claimView, standingClaims, stepsAbout } from '../../exemptions/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { roundOf } from '../../rounds/index.ts';
import type { DatedRelease } from '../store.ts';
import type { ComparedRow } from './rows.ts';

/** Which exemptions ended from one release of a round to another, measure by measure: there was a claim, and its time was over. */
export async function exemptionsEnded(db: Database, after: DatedRelease, edition: Edition) {
  const round = await roundOf(db, after.year);
  const steps = await stepsAbout(db, { roundId: round.id });
  const day = osloDay(after.frozenAt);
  return (then: ComparedRow | undefined, now: ComparedRow | undefined, reader: 'public' | 'staff' | 'all') => {
    if (!then || then.revisionId !== now?.revisionId) return [];
    const left = new Set(claimsIn(edition, now.answers).map(({ field }) => field));
    const said = (steps.get(then.measureId) ?? []).filter(({ at }) => at <= after.frozenAt);
    return standingClaims(edition, then.answers, said, round, day).flatMap((claim): MeasureChange['opened'] => {
      const lastDay = claim.step?.until;
      if (!lastDay || left.has(claim.field) || !(claim.state === 'expired' || claim.state === 'lapsed')) return [];
      // What nobody could read of it before is not told of it now.
      const { label, basis } = claimView(edition, reader === 'public' ? then.publicAnswers : then.answers, claim);
      return [{ question: claim.field, label, basis, lastDay }];
    });
  };
}
