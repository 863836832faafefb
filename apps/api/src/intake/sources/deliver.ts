import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { FetchFault } from '../../platform/fetch/index.ts';
import type { MailContext } from '../../platform/mail/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { fileFaults } from '../spreadsheet/file-fault.ts';
import { FileRefusal } from '../spreadsheet/file-refusal.ts';
import { printOf } from './decide-row.ts';
import { type GotFile, readGot } from './get-list.ts';
import type { SourceFault, StoredCounts, StoredReport } from './schema.ts';
import {
  addDelivery,
  changeRow,
  type DeliveryRow,
  nextLook,
  roundToDeliverTo,
  type SourceRow,
  sourceOf,
} from './store.ts';
import { type Brought, takeInList, tryList } from './take-in.ts';
import { tellPeople } from './tell.ts';

const noRound: SourceFault = { code: 'noRound', params: {} };

/**
 * The row of a source, held, where it is still what the fetch began with. What people say of it meanwhile (another address, a pause, a removal, a mapping, which forgets
 * what was taken in) counts, and the file is had again at its time.
 */
async function asBegun(tx: Transaction, begun: SourceRow): Promise<SourceRow | undefined> {
  const current = await sourceOf(tx, begun.agencyId, begun.id, { lock: true }).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'notFound') return undefined;
    throw error;
  });
  if (!current) return undefined;
  const { address, pausedAt, etag, lastModified, contentHash } = current;
  const sameAddress = address === begun.address && etag === begun.etag && lastModified === begun.lastModified;
  const same = sameAddress && contentHash === begun.contentHash && pausedAt?.getTime() === begun.pausedAt?.getTime();
  // A file that somebody sends is taken in whatever was sent before it.
  return begun.address === null || same ? current : undefined;
}

/** Gives the file of a source. @param again also when it is as before @throws FetchFault */
export type GetFile = (again: boolean) => Promise<GotFile | 'unchanged'>;

export const noCounts: StoredCounts = {
  created: 0,
  carriedForward: 0,
  changed: 0,
  unchanged: 0,
  conflicts: 0,
  left: 0,
  skipped: 0,
};

/** A delivery as it would be: not kept. */
export type Tried = Omit<DeliveryRow, 'id' | 'sourceId'>;

/** A fault of a file or its address; anything else is ours, and is thrown on. */
function faultOf(error: unknown): SourceFault & { outcome: 'refused' | 'failed' } {
  if (error instanceof FileRefusal) return { code: error.code, params: error.params, outcome: 'refused' };
  if (error instanceof FetchFault) return { code: error.code, params: error.params, outcome: 'failed' };
  throw error;
}

/** Whether a fault is in the file itself: it stands until the file is another. */
const isOfFile = (fault: SourceFault | null): boolean =>
  fault !== null && (fault.code in fileFaults || fault.code === 'noName');

/** @throws ApiError roundNotOpen when no round takes answers from the agency now */
async function requireRound(db: Database, { agencyId }: SourceRow, now: Date): Promise<AgencyRound> {
  const of = await roundToDeliverTo(db, agencyId, now);
  if (!of) throw new ApiError('roundNotOpen', { detail: 'noRoundToDeliverTo' });
  return of;
}

/** What a source would bring now. Reads, and changes nothing. @throws ApiError roundNotOpen */
export async function tryDelivery(db: Database, source: SourceRow, get: GetFile, now: Date): Promise<Tried> {
  const of = await requireRound(db, source, now);
  const head = { roundId: of.round.id, at: now, counts: noCounts, report: null, fileName: null };
  try {
    const got = await get(true);
    if (got === 'unchanged') throw new Error('A file that was asked for anew was not sent.');
    const brought = await tryList(db, of, source, await readGot(got), now);
    return { ...head, ...outcomeOf(brought), fileName: got.fileName };
  } catch (error) {
    const { outcome, ...fault } = faultOf(error);
    return { ...head, outcome, fault };
  }
}

/** A list none of whose columns tells which measure a row is, is as good as none. */
function outcomeOf({ counts, report }: Brought): Pick<DeliveryRow, 'outcome' | 'fault' | 'counts' | 'report'> {
  const named = report.columns.some(
    ({ read, target }) =>
      read &&
      (target.as === 'number' ||
        target.as === 'externalId' ||
        (target.as === 'answer' && target.question === report.title)),
  );
  return named
    ? { outcome: 'taken', fault: null, counts, report }
    : { outcome: 'refused', fault: { code: 'noName', params: {} }, counts: noCounts, report: { ...report, rows: [] } };
}

/**
 * Takes in what a source gives now. What is as before does nothing; what cannot be had or read is noted with the reason, and tried again;
 * people at the agency are written to when something needs them.
 * @returns the delivery; undefined when there was nothing new
 */
export async function deliver(
  db: Database,
  mail: MailContext,
  source: SourceRow,
  get: GetFile,
  now: Date,
): Promise<DeliveryRow | undefined> {
  const of = await roundToDeliverTo(db, source.agencyId, now);
  const looked = { checkedAt: now, failures: 0, nextAt: nextLook(source, 0, now) };
  const noted = (changes: Partial<SourceRow>) =>
    db.transaction(async (tx) => {
      if (await asBegun(tx, source)) await changeRow(tx, source.id, { ...looked, ...changes });
      return undefined;
    });
  if (!of) return noted({ fault: noRound });
  const sameRound = source.takenTo === of.round.id;
  try {
    const got = await get(!sameRound);
    if (got === 'unchanged' || (sameRound && got.hash === source.contentHash)) {
      return await noted({ fault: isOfFile(source.fault) ? source.fault : null });
    }
    const { etag, lastModified, hash: contentHash, fileName } = got;
    const seen = { ...looked, etag, lastModified, contentHash, takenTo: of.round.id };
    return await readAndTake(db, mail, { source, of, got, seen, fileName }, now);
  } catch (error) {
    const { outcome, ...fault } =
      error instanceof FetchFault ? faultOf(error) : { outcome: 'failed' as const, code: 'ours', params: {} };
    const failures = source.failures + 1;
    const delivery = await db.transaction(async (tx) => {
      if (!(await asBegun(tx, source))) return undefined;
      const failed = { checkedAt: now, fault, failures, nextAt: nextLook(source, failures, now) };
      await changeRow(tx, source.id, failed);
      const noted = { outcome, fault, counts: noCounts, report: null, fileName: null };
      const made = await addDelivery(tx, { ...noted, sourceId: source.id, roundId: of.round.id, at: now });
      // The first times it may be passing; then somebody must look.
      if (failures >= patience) await tell(tx, mail, source, of, fault, null, now);
      return made;
    });
    if (!(error instanceof FetchFault)) throw error;
    return delivery;
  }
}

/** Failures on end before people are written to. */
const patience = 3;

interface Taking {
  readonly source: SourceRow;
  readonly of: AgencyRound;
  readonly got: GotFile;
  readonly seen: Partial<SourceRow>;
  readonly fileName: string;
}

async function readAndTake(
  db: Database,
  mail: MailContext,
  { source, of, got, seen, fileName }: Taking,
  now: Date,
): Promise<DeliveryRow | undefined> {
  const head = { sourceId: source.id, roundId: of.round.id, at: now, fileName };
  const note = async (tx: Transaction, told: ReturnType<typeof outcomeOf>) => {
    await changeRow(tx, source.id, { ...seen, fault: told.fault });
    const made = await addDelivery(tx, { ...head, ...told });
    await tell(tx, mail, source, of, told.fault, told.report, now);
    return made;
  };
  try {
    const list = await readGot(got);
    return await db.transaction(async (tx) => {
      const current = await asBegun(tx, source);
      // Changed, or the same was taken in, meanwhile.
      if (!current || (current.takenTo === of.round.id && current.contentHash === got.hash)) return undefined;
      // The round may have closed while the file was fetched and read.
      const open = await roundToDeliverTo(tx, source.agencyId, now);
      if (open?.round.id !== of.round.id) {
        await changeRow(tx, source.id, { checkedAt: now, nextAt: nextLook(source, 0, now), fault: noRound });
        return undefined;
      }
      return note(tx, outcomeOf(await takeInList(tx, of, source, list, now)));
    });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { outcome, ...fault } = faultOf(error);
    return db.transaction(async (tx) =>
      (await asBegun(tx, source)) ? note(tx, { outcome, fault, counts: noCounts, report: null }) : undefined,
    );
  }
}

/** Writes to people when something needs them that they were not told of. */
async function tell(
  tx: Transaction,
  mail: MailContext,
  source: SourceRow,
  of: AgencyRound,
  fault: SourceFault | null,
  report: StoredReport | null,
  now: Date,
): Promise<void> {
  const needs = needsOf(report);
  const about =
    fault === null && needs.length === 0
      ? null
      : createHash('sha256')
          .update(canonical([fault, needs]))
          .digest('hex');
  if (about === source.told) return;
  await changeRow(tx, source.id, { told: about });
  if (about !== null) await tellPeople(tx, mail, { source, of, failed: fault !== null, count: needs.length }, now);
}

/** What of a report only people can settle: rows that were left, answers that differ, words that nobody knows. */
export function needsOf(report: StoredReport | null): (readonly string[])[] {
  if (!report) return [];
  return [
    ...report.rows.flatMap(({ why, title, row }) => (why === null ? [] : [[why, title ?? String(row)]])),
    ...report.rows.flatMap(({ measure, title, conflicts }) =>
      conflicts.flatMap(({ settled, question, to }) =>
        settled ? [] : [[measure ?? title ?? '', question, printOf(to)]],
      ),
    ),
    ...report.words.flatMap(({ code, how, question, word }) =>
      code === null || how === 'unknown' ? [[question, word]] : [],
    ),
  ];
}
