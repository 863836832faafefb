import { inArray } from 'drizzle-orm';
import { personAsReceiver } from '../../access/index.ts';
import { nameOf } from '../../directory/index.ts';
import type { MeasureInRound } from '../../measures/index.ts';
import { recordAll } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type MailContext, mailEach } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { delegation } from '../schema.ts';
import { partNames } from './part-names.ts';
import { delegatedTo } from './store.ts';

/**
 * Notes that a colleague has finished what was delegated to them of a measure, and tells those who asked, where we know an
 * address. Said again it changes nothing, and nobody gets another letter.
 * @returns when they had finished
 * @throws ApiError notFound when nothing of the measure is delegated to them
 */
export async function finish(
  tx: Transaction,
  mailContext: MailContext,
  of: MeasureInRound,
  by: Signed,
  now: Date,
): Promise<Date> {
  const { round, measure, agency } = of;
  const mine = await delegatedTo(tx, measure.id, round.id, by.personId);
  if (mine.length === 0) throw new ApiError('notFound', { detail: 'noDelegationToYou' });
  const open = mine.filter(({ finishedAt }) => finishedAt === null);
  if (open.length === 0) return new Date(Math.max(...mine.map(({ finishedAt }) => Number(finishedAt))));
  const ids = open.map(({ id }) => id);
  await tx.update(delegation).set({ finishedAt: now }).where(inArray(delegation.id, ids));
  for (const one of open) {
    await mailEach(
      tx,
      mailContext,
      {
        subject: `round:${round.id}`,
        year: round.year,
        agencies: [agency.agencyId],
        name: 'delegationFinished',
        to: await personAsReceiver(tx, one.createdBy),
        page: `/svar/${round.year}/tiltak/${measure.id}/kontroll`,
        values: (language) => ({
          colleague: by.name,
          agency: nameOf(agency)[language],
          ...partNames(of, one.section, language),
        }),
      },
      now,
    );
  }
  const finished = { actor: by.personId, action: 'delegation.finished', subject: `measure:${measure.id}` } as const;
  await recordAll(
    tx,
    open.map(({ section }) => ({ ...finished, details: { year: round.year, section } })),
    now,
  );
  return now;
}
