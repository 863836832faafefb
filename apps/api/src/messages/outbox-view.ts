import { isPilot, type MessageView } from '@samblikk/contract';
import { nameOf } from '../directory/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import {
  countLetters,
  type KeptLetter,
  type LetterState,
  lettersOf,
  type OfRound,
  undeliveredLetters,
} from '../platform/mail/index.ts';
import { populationOf, type RoundRow, roundRows } from '../rounds/index.ts';

/** How many letters a page of the outbox has. */
const pageSize = 50;

/** What of the outbox is asked for. */
export interface OutboxQuery {
  readonly kind?: string | undefined;
  readonly state?: LetterState | undefined;
  readonly agency?: string | undefined;
  readonly page?: number | undefined;
}

/** The letters of a round as staff see them, newest first. */
export async function outboxOf(db: Database, round: RoundRow, { kind, state, agency, page = 1 }: OutboxQuery) {
  const show = await shower(db, round);
  const agencyId = agency === undefined ? undefined : show.idOf(agency);
  const of = await lettersWith(db, round);
  const which = { ...of, kind, state, agencyId: agency !== undefined ? (agencyId ?? '-') : undefined };
  const { letters, total } = await lettersOf(db, which, { limit: pageSize, offset: (page - 1) * pageSize });
  return {
    messages: letters.map(show.view),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    counts: await countLetters(db, of),
    bounces: (await undeliveredLetters(db, of)).map(show.view),
  };
}

/** Letters of a round that did not arrive: tasks for staff until they are settled. */
export async function bouncesIn(db: Database, round: RoundRow): Promise<MessageView[]> {
  const show = await shower(db, round);
  return (await undeliveredLetters(db, await lettersWith(db, round))).map(show.view);
}

/** Which letters stand with a round: its own, and those of none with the newest that is open, else the newest. */
export async function lettersWith(db: Database | Transaction, { id, year }: RoundRow): Promise<OfRound> {
  const all = await roundRows(db);
  const shown = all.find((one) => one.state === 'open' && !isPilot(one.year)) ?? all[0];
  return { year, andOfNone: shown?.id === id };
}

/** Shows letters of a round, with the agencies by the names they have in it. */
export async function shower(db: Database, round: RoundRow) {
  const agencies = await populationOf(db, round.id);
  const heads = new Map(agencies.map((row) => [row.agencyId, { orgnr: row.orgnr, name: nameOf(row) }]));
  return {
    idOf: (orgnr: string) => agencies.find((row) => row.orgnr === orgnr)?.agencyId,
    view: (letter: KeptLetter): MessageView => ({
      id: letter.id,
      kind: letter.kind,
      agencies: letter.agencies.flatMap((id) => heads.get(id) ?? []),
      receiver: letter.receiver,
      subject: letter.title,
      ofNoRound: letter.year === null,
      state: letter.state,
      writtenAt: letter.createdAt.toISOString(),
      endedAt: letter.endedAt?.toISOString() ?? null,
      tries: letter.tries,
      fault: letter.fault,
      returnReason: letter.returnReason,
      bounce: letter.undelivered,
    }),
  };
}
