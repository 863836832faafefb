import {
  type Answers,
  type Edition,
  findQuestion,
  kindOf,
  type Names,
  publicRow,
  type Text,
  type Visibility,
} from '@samblikk/questionnaire';
import { type SearchWords, searchWords } from './search-words.ts';

/** A submitted revision of a measure, as the freeze reads it. */
export interface PinnedRevision {
  readonly position: number;
  readonly measureId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly revisionId: string;
  readonly late: boolean;
  readonly answers: Answers;
}

/** The agency a measure belongs to, as it was in the round. */
export interface Owner {
  readonly orgnr: string;
  readonly name: Text;
  /** Everything the agency is and has been called: it is found by all of it. */
  readonly called: readonly string[];
  readonly ministry: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly answered: boolean;
}

export interface FrozenMeasure extends PinnedRevision, SearchWords {
  readonly known: Answers;
  readonly visibility: Visibility;
  readonly publicAnswers: Answers;
  readonly publicTitle: string | null;
  readonly hidden: readonly string[];
}

/** One measure of a release: its answers for statistics, and what the publication filter lets out for everything else. */
export function measureToFreeze(edition: Edition, revision: PinnedRevision, owner: Owner, names: Names): FrozenMeasure {
  const { roles } = edition;
  const known = { ...owner.facts, [roles.agency]: owner.orgnr, [roles.ministry]: owner.ministry };
  const row = publicRow(edition, { answers: revision.answers, known });
  const isPublic = row.visibility !== 'withheld';
  const ministry = names.ministry(owner.ministry);
  const ownerNames = isPublic
    ? [...Object.values(owner.name), ...owner.called, owner.ministry, ...(ministry ? Object.values(ministry) : [])]
    : [];
  // Asked for here, so that the release keeps every name its public answers are shown with.
  for (const [id, answer] of Object.entries(row.answers)) {
    const question = findQuestion(edition, id);
    if (question && kindOf(question).unit === undefined) kindOf(question).show(question, answer, 'nb', names, edition);
  }
  const title = row.answers[roles.title];
  return {
    ...revision,
    known,
    visibility: row.visibility,
    publicAnswers: row.answers,
    publicTitle: typeof title === 'string' ? title : null,
    hidden: [...(row.withheld ?? [])].sort(),
    ...searchWords(edition, row.answers, ownerNames),
  };
}
