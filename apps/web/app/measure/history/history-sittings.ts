import type { ReplyAt } from '@samblikk/contract/client';
import { type Edition, questionsOf } from '@samblikk/questionnaire';

export type Revision = ReplyAt<'readRevisions'>[number];

/** Versions that one person saved one after the other, and what came of them. */
export interface Sitting {
  /** Newest first. */
  readonly versions: readonly Revision[];
  readonly by: string;
  /** When the first and the last were saved. */
  readonly from: string;
  readonly to: string;
  /** From before the first version to after the last; what ended as it began is left out. In the questionnaire's order. */
  readonly changes: Revision['changes'];
  readonly reasons: Revision['reasons'];
}

/** A pause longer than this, in ms, ends a sitting. */
const longestPause = 30 * 60 * 1000;

/** The sittings of a history, newest first. @param revisions oldest first */
export function sittingsOf(edition: Edition, revisions: readonly Revision[]): Sitting[] {
  const groups: Revision[][] = [];
  for (const revision of revisions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn = last?.by === revision.by && Date.parse(revision.at) - Date.parse(last.at) <= longestPause;
    if (goesOn) group?.push(revision);
    else groups.push([revision]);
  }
  return groups.map((group) => sittingOf(edition, group)).toReversed();
}

function sittingOf(edition: Edition, group: readonly Revision[]): Sitting {
  const place = new Map(questionsOf(edition).map(({ id }, i) => [id, i]));
  const changes = new Map<string, Revision['changes'][number]>();
  const reasons = new Map<string, Revision['reasons'][number]>();
  for (const revision of group) {
    for (const change of revision.changes) {
      changes.set(change.question, { ...change, from: (changes.get(change.question) ?? change).from });
    }
    for (const reason of revision.reasons) reasons.set(reason.key, reason);
  }
  return {
    versions: group.toReversed(),
    by: group[0]?.by ?? '',
    from: group[0]?.at ?? '',
    to: group.at(-1)?.at ?? '',
    changes: [...changes.values()]
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
      .sort((one, other) => (place.get(one.question) ?? 0) - (place.get(other.question) ?? 0)),
    reasons: [...reasons.values()],
  };
}
