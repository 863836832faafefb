import type { addSource, BodyOf, changeSource, mapSource } from '@samblikk/contract';
import { findQuestion, type Language } from '@samblikk/questionnaire';
import { canMean, plain } from '@samblikk/questionnaire/match';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { FetchFault, requireAddress } from '../../platform/fetch/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { isTarget } from '../spreadsheet/layout.ts';
import { rememberColumns, rememberWords } from '../spreadsheet/store.ts';
import { faultText } from './faults.ts';
import { source } from './schema.ts';
import { changeRow, type SourceRow } from './store.ts';

/** Who does it, when, and where addresses may be besides. */
interface By {
  readonly actor: Actor;
  readonly now: Date;
  readonly alsoFrom: string | undefined;
  readonly language: Language;
}

/** @throws ApiError invalidRequest with what is wrong with the address */
function requireOpenAddress(address: string, { alsoFrom, language }: By): string {
  try {
    return requireAddress(address, alsoFrom).href;
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    throw new ApiError('invalidRequest', { detail: ['badAddress', { why: faultText(error, language) }] });
  }
}

type Change = 'added' | 'changed' | 'removed' | 'mapped';
const note = (tx: Transaction, { agencyId, id, kind }: SourceRow, change: Change, { actor, now }: By) =>
  record(
    tx,
    {
      ...{ actor: auditName(actor), action: 'source.changed', subject: `agency:${agencyId}` },
      details: { source: id, kind, change },
    },
    now,
  );

/** Adds a file to watch; an address is looked at for the first time at once. @throws ApiError invalidRequest */
export async function add(
  tx: Transaction,
  agencyId: string,
  said: BodyOf<typeof addSource>,
  by: By,
): Promise<SourceRow> {
  const watched =
    said.kind === 'address' ? { address: requireOpenAddress(said.address, by), pace: said.pace, nextAt: by.now } : {};
  const [row] = await tx
    .insert(source)
    .values({ id: uuid(), agencyId, kind: said.kind, name: said.name, createdAt: by.now, ...watched })
    .returning();
  if (!row) throw new ApiError('internal');
  await note(tx, row, 'added', by);
  return row;
}

/** What was known of the file at an address; forgotten, it is taken for new. */
const unknown = { etag: null, lastModified: null, contentHash: null } as const;

/** Changes a source. Another address is looked at at once, and so is one that is no longer paused. @throws ApiError invalidRequest */
export async function change(
  tx: Transaction,
  row: SourceRow,
  { name, address, pace, paused }: BodyOf<typeof changeSource>,
  by: By,
): Promise<void> {
  if (row.kind !== 'address' && (address ?? pace ?? paused) !== undefined)
    throw new ApiError('invalidRequest', { detail: 'notWatched' });
  const other = address !== undefined && address !== row.address;
  const anew = other || (paused === false && row.pausedAt !== null);
  await changeRow(tx, row.id, {
    ...(name !== undefined && { name }),
    ...(pace !== undefined && { pace }),
    ...(other && { ...unknown, address: requireOpenAddress(address, by), fault: null }),
    ...(paused !== undefined && { pausedAt: paused ? by.now : null }),
    ...(anew && { nextAt: by.now, failures: 0 }),
  });
  await note(tx, row, 'changed', by);
}

/** Watches a source no more. What it has delivered stays, and is told of. */
export async function remove(tx: Transaction, row: SourceRow, by: By): Promise<void> {
  await tx
    .update(source)
    .set({ removedAt: by.now, nextAt: null, address: null, ...unknown })
    .where(eq(source.id, row.id));
  await note(tx, row, 'removed', by);
}

/**
 * Remembers what the agency says of columns and words, for all its lists. A watched file is read again with it, at once.
 * @throws ApiError invalidRequest when the round's form has no such question or category
 */
export async function map(
  tx: Transaction,
  row: SourceRow,
  { edition }: Pick<AgencyRound, 'edition'>,
  { columns, words }: BodyOf<typeof mapSource>,
  by: By,
): Promise<void> {
  for (const { target } of columns)
    if (!isTarget(edition, target))
      throw new ApiError('invalidRequest', { detail: ['noTarget', { target: JSON.stringify(target) }] });
  for (const { question, code } of words) {
    const asked = findQuestion(edition, question);
    if (!asked || !canMean(edition, asked, code))
      throw new ApiError('invalidRequest', { detail: ['noCategory', { question, code }] });
  }
  await rememberColumns(
    tx,
    row.agencyId,
    columns.flatMap(({ heading, target }) => (plain(heading) === '' ? [] : [{ heading: plain(heading), target }])),
  );
  await rememberWords(tx, row.agencyId, words);
  await changeRow(tx, row.id, { ...unknown, ...(row.kind === 'address' && { nextAt: by.now }) });
  await note(tx, row, 'mapped', by);
}
