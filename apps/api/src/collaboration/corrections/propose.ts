import { isDeepStrictEqual } from 'node:util';
import type { BodyOf, CorrectionView, proposeCorrection } from '@samblikk/contract';
import {
  type Answers,
  type AnswerValue,
  askedQuestions,
  checkDraft,
  checkSubmission,
  correctable,
  findQuestion,
} from '@samblikk/questionnaire';
import { endOfOsloDay, endOfWorkingDay } from '@samblikk/text/oslo-clock';
import { v7 } from 'uuid';
import { lockMeasure, type MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { knownOf, previousRevisions, sentIn } from '../../responses/index.ts';
import { workingDays } from '../queries/ask.ts';
import { correction } from '../schema.ts';
import { corrected } from './apply.ts';
import { correctionOf, correctionsAbout, settledCorrections } from './store.ts';

/**
 * Proposes another answer to one question of a measure as it was last sent in; the agency has until a day to accept it or say
 * why not.
 * @throws ApiError notSubmitted; notFound when the edition has no such question; notAllowed for one that decides what is public;
 * answersAtFault when it is no answer, or makes the measure one that could not be sent in; invalidRequest when the measure is
 * not asked it, or the day has passed; alreadyDone when one waits already, the answer is that, or new answers were sent in
 */
export async function propose(
  tx: Transaction,
  of: MeasureInRound,
  asked: BodyOf<typeof proposeCorrection>,
  by: Actor,
  now: Date,
): Promise<CorrectionView> {
  const { round, measure } = of;
  const { question, reason, version } = asked;
  const value = (asked.value ?? null) as AnswerValue | null;
  requireCorrectable(of, question);
  const dueAt = asked.dueOn === undefined ? endOfWorkingDay(now, workingDays) : endOfOsloDay(asked.dueOn);
  if (dueAt <= now) throw new ApiError('invalidRequest', { detail: 'lastDayPassed' });
  await lockMeasure(tx, measure.id, round.id);
  const sent = await sentIn(tx, of);
  if (!sent) throw new ApiError('notSubmitted');
  if (sent.version !== version) throw new ApiError('alreadyDone', { detail: 'sentInSince' });
  const [all = []] = await correctionsAbout(tx, [{ measureId: measure.id, roundId: round.id }]);
  if (all.some((one) => one.question === question && (one.state === 'proposed' || one.state === 'refused')))
    throw new ApiError('alreadyDone', { detail: 'correctionWaits' });
  await requireAnswer(tx, of, sent.answers, { question, value });

  const id = v7();
  const proposer = { proposedAt: now, proposedBy: by.personId, proposedByName: by.name };
  await tx.insert(correction).values({
    ...{ id, measureId: measure.id, roundId: round.id, question, version, reason, dueAt, ...proposer },
    given: sent.answers[question] ?? null,
    corrected: value,
  });
  const event = { actor: auditName(by), action: 'correction.proposed', subject: `measure:${measure.id}` } as const;
  await record(tx, { ...event, details: { year: round.year, question } }, now);
  return correctionOf(tx, of, id);
}

function requireCorrectable({ edition }: MeasureInRound, question: string): void {
  const found = findQuestion(edition, question);
  if (!found || found.known)
    throw new ApiError('notFound', { detail: ['notAsked', { edition: edition.id, question }] });
  if (!correctable(edition).includes(found))
    throw new ApiError('notAllowed', { detail: ['notCorrectable', { question }] });
}

/** That the corrected answer is one, is asked for, and leaves the measure as one that could be sent in. */
async function requireAnswer(
  tx: Transaction,
  of: MeasureInRound,
  own: Answers,
  { question, value }: { question: string; value: AnswerValue | null },
): Promise<void> {
  const { edition, round, measure } = of;
  const settled = (await settledCorrections(tx, round.id)).filter(({ measureId }) => measureId === measure.id);
  const before = corrected(own, settled).answers;
  if (isDeepStrictEqual(before[question] ?? null, value)) throw new ApiError('alreadyDone', { detail: 'sameAnswer' });
  const issues = value === null ? [] : checkDraft(edition, { [question]: value });
  if (issues.length > 0) throw new ApiError('answersAtFault', { issues });
  const { [question]: _, ...rest } = before;
  const after = value === null ? rest : { ...rest, [question]: value };
  const known = knownOf(of);
  if (!askedQuestions(edition, { ...after, ...known }).has(question))
    throw new ApiError('invalidRequest', { detail: ['notAskedHere', { question }] });
  const [previous] = await previousRevisions(tx, [{ measureId: measure.id, year: round.year }]);
  const errors = (answers: Answers) =>
    checkSubmission(edition, answers, { known, previous: previous?.answers }).filter(({ level }) => level === 'error');
  const there = errors(before);
  const anew = errors(after).filter((issue) => !there.some((one) => isDeepStrictEqual(one, issue)));
  if (anew.length > 0) throw new ApiError('answersAtFault', { issues: anew });
}
