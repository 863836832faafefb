import type { MessageView } from '@samblikk/contract';
import { nameOf } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';
import { countLetters, type KeptLetter, type LetterState, lettersOf, refusedLetters } from '../platform/mail/index.ts';
import { populationOf, type RoundRow } from '../rounds/index.ts';

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
  const which = { year: round.year, kind, state, agencyId: agency !== undefined ? (agencyId ?? '-') : undefined };
  const { letters, total } = await lettersOf(db, which, { limit: pageSize, offset: (page - 1) * pageSize });
  return {
    messages: letters.map(show.view),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    counts: (await countLetters(db, round.year)).states,
    bounces: (await refusedLetters(db, round.year)).map(show.view),
  };
}

/** Letters of a round whose address was refused: tasks for staff until they are settled. */
export async function bouncesIn(db: Database, round: RoundRow): Promise<MessageView[]> {
  const show = await shower(db, round);
  return (await refusedLetters(db, round.year)).map(show.view);
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
      state: letter.state,
      writtenAt: letter.createdAt.toISOString(),
      endedAt: letter.endedAt?.toISOString() ?? null,
      tries: letter.tries,
      fault: letter.fault,
      bounce: letter.state === 'refused' && letter.resolvedAt === null,
    }),
  };
}
