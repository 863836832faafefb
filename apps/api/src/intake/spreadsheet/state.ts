import { type Answers, checkAnswer, type Edition, findQuestion } from '@samblikk/questionnaire';
import { ownMeasures } from '../../measures/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { measuresOf, measuresToCarryForward, previousAnswers, withAnswers } from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';

/** A measure that a row of a list may be about. */
export interface KnownMeasure {
  readonly id: string;
  readonly number: string;
  /** The number the agency itself uses for it. */
  readonly externalId: string | null;
  readonly title: string | null;
  /** Whether it is in this round; else it is from an earlier one and not taken along. */
  readonly here: boolean;
  /** The answers of this round, and its newest version. */
  readonly answers: Answers;
  readonly version: number;
  /** The answers of the round before. */
  readonly previous: Answers | undefined;
  /** Something was said of what became of it, so it is not expected in this round. */
  readonly settled: boolean;
}

/** The measures of an agency in a round, and those of the round before that are not taken along. */
export async function knownMeasures(db: Database | Transaction, of: AgencyRound): Promise<KnownMeasure[]> {
  const { round, agency, edition } = of;
  const here = await measuresOf(db, round.id, agency.agencyId);
  const previous = await previousAnswers(db, round.id, agency.agencyId, round.year);
  const earlier = await withAnswers(db, await measuresToCarryForward(db, of));
  const own = await ownMeasures(db, round.id, agency.agencyId);
  const externalIds = new Map(own.map(({ id, externalId }) => [id, externalId]));
  const title = (answers: Answers | undefined) => {
    const text = answers?.[edition.roles.title];
    return typeof text === 'string' ? text : null;
  };
  return [
    ...here.map(({ id, number, revision }) => ({
      id,
      number,
      externalId: externalIds.get(id) ?? null,
      title: title(revision?.answers) ?? title(previous.get(id)?.answers),
      here: true,
      answers: revision?.answers ?? {},
      version: revision?.version ?? 0,
      previous: previous.get(id)?.answers,
      settled: false,
    })),
    ...earlier.map(({ id, number, answers, rollOver }) => ({
      id,
      number,
      externalId: null,
      title: title(answers),
      here: false,
      answers: {},
      version: 0,
      previous: answers,
      settled: rollOver !== undefined,
    })),
  ];
}

/** Last year’s answers that can stand this year as well: the question is asked, and not anew, and the answer is still valid. */
export function carried(edition: Edition, previous: Answers): Answers {
  return Object.fromEntries(
    Object.entries(previous).filter(([id, answer]) => {
      const question = findQuestion(edition, id);
      return question && !question.known && !question.askAnew && checkAnswer(edition, question, answer).length === 0;
    }),
  );
}
