import { isDeepStrictEqual } from 'node:util';
import type { Updates } from '@samblikk/contract';
import { type Answers, type Edition, findQuestion, releaseName } from '@samblikk/questionnaire';
import { ownMeasures } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { frozenPublicOf, releases, wouldBeFrozen } from '../../releases/index.ts';
import { latestSubmission, newestRevisions, titleOf } from '../../responses/index.ts';
import { type AgencyRound, takesUpdatesNow } from '../../rounds/index.ts';

/** What the public reads of an agency's measures in a round, and what a freeze of what is sent in now would change of it. */
export async function updatesView(db: Database, of: AgencyRound, now: Date): Promise<Updates> {
  const { round, agency, edition } = of;
  const [release] = (await releases(db, now, { year: round.year })).filter(({ latest }) => latest);
  const own = (await ownMeasures(db, round.id, agency.agencyId)).map(({ id }) => id);
  const before = new Map(release ? (await frozenPublicOf(db, release.id, own)).map((one) => [one.measureId, one]) : []);
  const then = (await wouldBeFrozen(db, round, now, own)).map(({ measureId, number, publicAnswers }) => ({
    ...{ measureId, number },
    answers: publicAnswers,
  }));
  const after = new Map(then.map((one) => [one.measureId, one]));
  const waiting = [...new Map([...before, ...after]).values()].flatMap(({ measureId, number }) => {
    const [was = {}, becomes = {}] = [before.get(measureId)?.answers, after.get(measureId)?.answers];
    const questions = differing(was, becomes);
    if (questions.length === 0) return [];
    const what = isBlank(was) ? ('new' as const) : isBlank(becomes) ? ('gone' as const) : ('changed' as const);
    const title = titleOf(edition, isBlank(becomes) ? was : becomes);
    return [{ measure: measureId, number, title, what, questions: questions.map((id) => labelOf(edition, id)) }];
  });
  const [sent, newest] = await Promise.all([
    latestSubmission(db, round.id, agency.agencyId),
    newestRevisions(db, round.id, agency.agencyId),
  ]);
  const nextSnapshot = round.snapshots.find((at) => new Date(at) > now) ?? null;
  return {
    takesUpdates: takesUpdatesNow(round, now),
    release: release ? { name: releaseName(release), dataAsOf: release.dataAsOf.toISOString() } : null,
    nextSnapshot,
    waiting: waiting.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
    drafts: [...newest.values()].filter(({ id }) => !sent?.revisions.has(id)).length,
  };
}

const isBlank = (answers: Answers): boolean => Object.keys(answers).length === 0;

const differing = (one: Answers, other: Answers): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((id) => !isDeepStrictEqual(one[id], other[id]));

function labelOf(edition: Edition, id: string) {
  const question = findQuestion(edition, id);
  return question?.name ?? question?.label ?? { nb: id, nn: id, en: id };
}
