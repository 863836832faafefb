import type { Text } from '@samblikk/questionnaire';
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { ministry, ministryVersion } from '../schema.ts';
import { columns, freeId, requireNumber } from './change.ts';

export interface NewMinistry {
  readonly code: string;
  readonly orgnr: string | null;
  readonly name: Text;
  readonly from: string;
  readonly source: string;
}

/** Adds a ministry from a day on. @returns our id @throws ApiError invalidRequest; alreadyDone when its code or number is in use */
export async function addNewMinistry(
  tx: Transaction,
  { code, name, from, source, ...added }: NewMinistry,
  actor: string,
  now: Date,
): Promise<string> {
  const orgnr = added.orgnr === null ? null : requireNumber(added.orgnr);
  await requireUnused(tx, { code, orgnr }, from);
  const id = await freeId(tx, code, ministry);
  await tx.insert(ministry).values({ id, keptByHand: true });
  const version = { id: uuid(), ministryId: id, code, orgnr, ...columns(name), validFrom: from, source };
  await tx.insert(ministryVersion).values(version);
  const details = { ministry: code, from };
  await record(tx, { actor, action: 'directory.ministryAdded', subject: `ministry:${id}`, details }, now);
  return id;
}

async function requireUnused(
  tx: Transaction,
  { code, orgnr }: { code: string; orgnr: string | null },
  from: string,
): Promise<void> {
  const same =
    orgnr === null
      ? eq(ministryVersion.code, code)
      : or(eq(ministryVersion.code, code), eq(ministryVersion.orgnr, orgnr));
  const [holder] = await tx
    .select()
    .from(ministryVersion)
    .where(and(same, or(isNull(ministryVersion.validTo), gte(ministryVersion.validTo, from))));
  if (!holder) return;
  const { nameNb } = holder;
  throw new ApiError('alreadyDone', {
    detail:
      holder.code === code
        ? ['codeTaken', { code, name: nameNb }]
        : ['numberTaken', { orgnr: orgnr ?? '', name: nameNb }],
  });
}
