import type { ResponseView } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, exemptionsIn } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import {
  type EarlierSummary,
  newestRevisions,
  revisionsBefore,
  revisionsById,
  type WithdrawnMeasure,
  withAnswers,
} from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';

interface Said {
  readonly earlier: readonly EarlierSummary[];
  readonly withdrawn: readonly WithdrawnMeasure[];
}

/** An agency’s measures for those who may not read its answers in a list: what is exempt is left out, titles too. */
export async function withoutExempt(
  db: Database,
  { round, agency, edition }: AgencyRound,
  view: ResponseView,
  { earlier, withdrawn }: Said,
): Promise<ResponseView> {
  const [newest, before, carried] = await Promise.all([
    newestRevisions(db, round.id, agency.agencyId),
    revisionsBefore(db, round.id, agency.agencyId, round.year),
    withAnswers(db, earlier),
  ]);
  const read = await revisionsById(db, [...[...newest.values()].map(({ id }) => id), ...before.values()]);
  const named = (id: string | undefined) => {
    const row = read.get(id ?? '');
    return row !== undefined && isExempt(editionOf(row.edition), row.answers, edition.roles.title);
  };
  const takenOut = new Map(withdrawn.map(({ id, answers }) => [id, answers]));
  const then = new Map(carried.map((one) => [one.id, one]));
  return {
    ...view,
    measures: view.measures.map((one) =>
      named(newest.get(one.id)?.id) || named(before.get(one.id)) ? { ...one, title: null } : one,
    ),
    withdrawn: view.withdrawn.map((one) =>
      isExempt(edition, takenOut.get(one.id) ?? {}, edition.roles.title) ? { ...one, title: null } : one,
    ),
    previous: view.previous.map((one) => {
      const of = editionOf(one.edition);
      const hides = (question: string) => isExempt(of, then.get(one.id)?.answers ?? {}, question);
      return {
        ...one,
        title: of && hides(of.roles.title) ? null : one.title,
        standing: one.standing.filter(({ question }) => !hides(question)),
      };
    }),
  };
}

const isExempt = (edition: Edition | undefined, answers: Answers, question: string): boolean =>
  edition === undefined || exemptionsIn(edition, answers).exempt.has(question);
