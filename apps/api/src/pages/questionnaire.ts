import { type QuestionnaireChanges, readQuestionnaireChanges } from '@samblikk/contract';
import { askedQuestions, type Edition, editionOf, editions, questionsOf } from '@samblikk/questionnaire';
import { type AskedShares, answeringTime, calibratedBy, costOfDifference } from '@samblikk/questionnaire/difference';
import { figuresReading } from '@samblikk/statistics';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { minutesOf } from '../receipts/index.ts';
import { lastSubmitted, savingTimesIn, submittedMeasures } from '../responses/index.ts';
import { editionOfRound, populationOf, type RoundRow, roundBefore, roundOf } from '../rounds/index.ts';

/** What is other in a round's questionnaire than in the one before, for those who plan it. */
export function questionnaireRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, readQuestionnaireChanges, async ({ params, query }) => {
    const edition =
      query.edition === undefined ? editionOfRound(await roundOf(db, params.year)) : requireEdition(query.edition);
    const last = await roundBefore(db, params.year);
    const from = query.from === undefined ? last && editionOfRound(last) : requireEdition(query.from);
    const held = last && (await heldWith(db, last));
    return changesOf(edition, from, last?.year ?? null, held ?? nothingHeld);
  });
}

function requireEdition(id: string): Edition {
  const edition = editionOf(id);
  if (!edition) throw new ApiError('invalidRequest', { detail: ['noEdition', { edition: id }] });
  return edition;
}

/** What is known of how a round was answered. */
interface Held {
  readonly measures: number;
  readonly measuredAgencies: number;
  readonly factor: number;
  readonly asked: AskedShares;
}
const nothingHeld: Held = { measures: 0, measuredAgencies: 0, factor: 1, asked: {} };

function changesOf(
  edition: Edition,
  from: Edition | undefined,
  fromYear: number | null,
  held: Held,
): QuestionnaireChanges {
  const { asked, ...basis } = held;
  const { changes, before, after } = costOfDifference(from ?? edition, edition, editions, {
    asked,
    factor: held.factor,
  });
  return {
    ...{ edition: edition.id, from: from?.id ?? null, fromYear, basis, before, after },
    changes: changes.map((change) => ({
      ...change,
      parts: [...change.parts],
      figures: seriesTouched(change)
        ? figuresReading([change.id], change.change === 'removed' && from ? from : edition).map(({ id, title }) => ({
            id,
            title,
          }))
        : [],
    })),
  };
}

const seriesTouched = ({ comparability }: Pick<QuestionnaireChanges['changes'][number], 'comparability'>) =>
  comparability !== null && comparability.with !== 'same';

/** How often each question was asked in a round, and how the time it took compares with the model. */
async function heldWith(db: Database, round: RoundRow): Promise<Held> {
  const edition = editionOfRound(round);
  const counts = new Map<string, number>();
  const byAgency = new Map<string, number>();
  let measures = 0;
  for await (const page of submittedMeasures(db, round.id, 500))
    for (const { answers, orgnr } of page) {
      measures += 1;
      byAgency.set(orgnr, (byAgency.get(orgnr) ?? 0) + 1);
      for (const id of askedQuestions(edition, answers)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  const asked = Object.fromEntries(
    measures === 0 ? [] : questionsOf(edition).map(({ id }) => [id, (counts.get(id) ?? 0) / measures]),
  );
  const saved = await savingTimesIn(db, round.id);
  const submitted = await lastSubmitted(db, round.id);
  const each = answeringTime(edition, edition, editions, asked).anew;
  const measured = (await populationOf(db, round.id)).flatMap(({ agencyId, orgnr }) => {
    const until = submitted.get(agencyId);
    const minutes = until ? minutesOf((saved.get(agencyId) ?? []).filter((at) => at <= until)) : 0;
    return minutes > 0 ? [{ minutes, modelled: each * (byAgency.get(orgnr) ?? 0) }] : [];
  });
  return { measures, measuredAgencies: measured.length, factor: calibratedBy(measured), asked };
}
