import type { Draft } from '@samblikk/contract';
import { partOf } from '@samblikk/questionnaire';
import {
  correctionsAbout,
  correctionsSeen,
  ownDelegations,
  queriesAbout,
  queriesSeen,
} from '../../collaboration/index.ts';
import { nameOf } from '../../directory/index.ts';
import type { MeasureInRound } from '../../measures/index.ts';
import { batched, type Database } from '../../platform/db/index.ts';
import {
  isSubmitted,
  issuesOf,
  lastAuthor,
  latestRevision,
  type MeasureAccess,
  type PreviousRevision,
  previousRevisions,
  type RevisionRow,
} from '../../responses/index.ts';
import { takesAnswers } from '../../rounds/index.ts';

/** Views of drafts, for one app: what many people ask for in the same moment is asked of the database once. */
export interface DraftViews {
  /**
   * One measure’s answers as they stand, what the check says, and last year’s to look back on. Whoever was given a section sees
   * that, the title, and what decides what the section asks.
   */
  show(of: MeasureInRound, access: MeasureAccess, now: Date): Promise<Draft>;
  /** The same after a write, which is awaited while everything else is read. */
  showWritten(
    of: MeasureInRound,
    access: MeasureAccess,
    now: Date,
    write: Promise<RevisionRow | undefined>,
  ): Promise<Draft>;
}

export function draftViews(db: Database): DraftViews {
  const previousOf = batched((keys: readonly { measureId: string; year: number }[]) => previousRevisions(db, keys));
  const queriesOf = batched((keys: readonly { measureId: string; roundId: string }[]) => queriesAbout(db, keys));
  const correctionsOf = batched((keys: readonly { measureId: string; roundId: string }[]) =>
    correctionsAbout(db, keys),
  );
  const delegationOf = batched((keys: readonly { measureId: string; roundId: string; personId: string }[]) =>
    ownDelegations(db, keys),
  );

  /** What stands beside the answers. */
  const beside = async ({ measure, round }: MeasureInRound, { mayAsk, personId }: MeasureAccess) => {
    const key = { measureId: measure.id, roundId: round.id };
    const [previous, queries, corrections, asks, delegation] = await Promise.all([
      previousOf({ measureId: measure.id, year: round.year }),
      queriesOf(key),
      correctionsOf(key),
      mayAsk && isSubmitted(db, measure.id, round.id),
      personId === undefined ? null : delegationOf({ ...key, personId }),
    ]);
    return { previous, queries, corrections, mayAsk: asks, delegation };
  };

  return {
    async show(of, access, now) {
      const { measure, round } = of;
      const [revision, around] = await Promise.all([latestRevision(db, measure.id, round.year), beside(of, access)]);
      return draftView(of, access, now, { ...around, revision });
    },
    async showWritten(of, access, now, write) {
      // Nobody is answered before it is known what became of the write, also when something else goes wrong.
      const reading = Promise.allSettled([beside(of, access)]);
      const revision = await write;
      const [read] = await reading;
      if (read.status === 'rejected') throw read.reason;
      const around = read.value;
      // What became of what staff asked and proposed depends on what was written.
      const key = { measureId: of.measure.id, roundId: of.round.id };
      const [queries, corrections] = await Promise.all([
        around.queries.length === 0 ? [] : queriesOf(key),
        around.corrections.length === 0 ? [] : correctionsOf(key),
      ]);
      return draftView(of, access, now, { ...around, queries, corrections, revision });
    },
  };
}

interface Content extends Pick<Draft, 'queries' | 'corrections' | 'mayAsk' | 'delegation'> {
  readonly revision: RevisionRow | undefined;
  readonly previous: PreviousRevision | undefined;
}

function draftView(
  of: MeasureInRound,
  access: MeasureAccess,
  now: Date,
  { revision, previous, queries, corrections, mayAsk, delegation }: Content,
): Draft {
  const { shows, tells } = partOf(of.edition, access.sections);
  return {
    id: of.measure.id,
    number: of.measure.number,
    year: of.round.year,
    edition: of.edition.id,
    agency: { orgnr: of.agency.orgnr, name: nameOf(of.agency), ministry: of.agency.ministry },
    version: revision?.version ?? 0,
    answers: only(revision?.answers ?? {}, shows),
    origins: only(revision?.origins ?? {}, shows),
    issues: issuesOf(of, revision, previous).filter(tells),
    savedAt: revision?.createdAt.toISOString() ?? null,
    savedBy: revision ? lastAuthor({ authors: only(revision.authors, shows) }) : null,
    previous: previous
      ? { year: previous.year, edition: previous.edition, answers: only(previous.answers, shows) }
      : null,
    open: takesAnswers(of.round, now),
    mayWrite: access.mayWrite,
    sections: copy(access.mayWrite ? access.answers : access.sections),
    delegated: access.delegated,
    queries: queriesSeen(queries, of.edition, access.sections),
    corrections: correctionsSeen(corrections, of.edition, access.sections),
    mayAnswerCorrections: access.mayAnswerCorrections,
    mayAsk,
    delegation,
  };
}

const copy = <T>(list: readonly T[] | null): T[] | null => list && [...list];

function only<T>(values: Readonly<Record<string, T>>, shows: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => shows(id)));
}
