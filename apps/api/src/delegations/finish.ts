import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Signed } from '../auth/signed.ts';
import type { Transaction } from '../db/connect.ts';
import { delegation, person } from '../db/schema.ts';
import { ApiError } from '../http/problem.ts';
import { compose } from '../mail/letters.ts';
import { post } from '../mail/outbox.ts';
import type { MeasureInRound } from '../responses/store.ts';
import { nameOf } from '../responses/view.ts';
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
  { secrets, publicUrl }: { secrets: Pick<Secrets, 'seal'>; publicUrl: string },
  of: MeasureInRound,
  by: Signed,
  now: Date,
): Promise<Date> {
  const { round, measure, agency } = of;
  const mine = await delegatedTo(tx, measure.id, round.id, by.personId);
  if (mine.length === 0) throw new ApiError('notFound', { detail: 'Nothing of the measure is delegated to you.' });
  const open = mine.filter(({ finishedAt }) => finishedAt === null);
  if (open.length === 0) return new Date(Math.max(...mine.map(({ finishedAt }) => Number(finishedAt))));
  const ids = open.map(({ id }) => id);
  await tx.update(delegation).set({ finishedAt: now }).where(inArray(delegation.id, ids));
  for (const one of open) {
    const details = { year: round.year, section: one.section };
    const subject = `measure:${measure.id}`;
    await record(tx, { actor: by.personId, action: 'delegation.finished', subject, details }, now);
    const [asker] = await tx
      .select({ email: person.email, language: person.language })
      .from(person)
      .where(and(eq(person.id, one.createdBy)));
    if (!asker?.email) continue;
    const language = asker.language as Signed['language'];
    const front = language === 'nb' ? '' : `/${language}`;
    const values = {
      colleague: by.name,
      agency: nameOf(agency)[language],
      ...partNames(of, one.section, language),
      link: `${publicUrl}${front}/svar/${round.year}/tiltak/${measure.id}/kontroll`,
    };
    await post(tx, secrets, `round:${round.id}`, compose('delegationFinished', asker.email, language, values), now);
  }
  return now;
}
