import {
  type Answers,
  type Edition,
  findQuestion,
  kindOf,
  type Names,
  publicRow,
  type Text,
  type Visibility,
  withoutContacts,
} from '@samblikk/questionnaire';

/** A submitted revision of a measure, as the freeze reads it. */
export interface PinnedRevision {
  readonly position: number;
  readonly measureId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly revisionId: string;
  readonly late: boolean;
  readonly answers: Answers;
  /** The questions whose answers are corrected: not the agency's own. */
  readonly corrected: readonly string[];
}

/** The agency a measure belongs to, as it was in the round. */
export interface Owner {
  readonly orgnr: string;
  readonly name: Text;
  readonly ministry: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly answered: boolean;
}

/** What the measures of an agency have in common. */
export interface FrozenOwner {
  /** Agency number, ministry code and population variables. */
  readonly known: Answers;
}

export interface FrozenMeasure extends PinnedRevision {
  readonly known: Answers;
  readonly visibility: Visibility;
  readonly publicAnswers: Answers;
  readonly publicTitle: string | null;
  readonly hidden: readonly string[];
  /** The corrected answers that the public reads. Of others, also that they were corrected is kept back. */
  readonly publicCorrected: readonly string[];
}

/** An agency as its measures are frozen with it: worked out once for all of them. */
export function ownerToFreeze({ roles }: Edition, owner: Owner): FrozenOwner {
  return {
    known: { ...owner.facts, [roles.agency]: owner.orgnr, [roles.ministry]: owner.ministry },
  };
}

/** One measure of a release: its answers for statistics, and what the publication filter lets out for everything else. */
export function measureToFreeze(
  edition: Edition,
  revision: PinnedRevision,
  { known }: FrozenOwner,
  names: Names,
): FrozenMeasure {
  const row = publicRow(edition, { answers: revision.answers, known });
  // Asked for here, so that the release keeps every name its public answers are shown with.
  for (const [id, answer] of Object.entries(row.answers)) {
    const question = findQuestion(edition, id);
    if (question && kindOf(question).unit === undefined) kindOf(question).show(question, answer, 'nb', names, edition);
  }
  const title = row.answers[edition.roles.title];
  return {
    ...revision,
    answers: withoutContacts(edition, revision.answers),
    known,
    visibility: row.visibility,
    publicAnswers: row.answers,
    publicTitle: typeof title === 'string' ? title : null,
    hidden: [...(row.withheld ?? [])].sort(),
    publicCorrected: revision.corrected.filter((id) => row.answers[id] !== undefined),
  };
}
