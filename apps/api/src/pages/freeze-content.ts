import type { FreezeConcerns } from '@samblikk/contract';
import { askedQuestions, findQuestion, kindOf, personalDataIn, questionsOf } from '@samblikk/questionnaire';
import { correctionsIn } from '../collaboration/index.ts';
import { exemptionsToDecide } from '../exemptions/index.ts';
import type { Database } from '../platform/db/index.ts';
import { wouldBeFrozen } from '../releases/index.ts';
import { editionOfRound, populationOf, type RoundRow } from '../rounds/index.ts';

type Content = Pick<
  FreezeConcerns,
  'undecidedExemptions' | 'personalData' | 'missingAnswers' | 'openCorrections' | 'lateAnswers'
>;

/** What is open in the answers that a freeze would take now: exemptions, personal data, blanks, corrections, what came late. */
export async function contentConcerns(db: Database, round: RoundRow, now: Date): Promise<Content> {
  const edition = editionOfRound(round);
  const [measures, undecided, corrections, population] = await Promise.all([
    wouldBeFrozen(db, round, now),
    exemptionsToDecide(db, round, now),
    correctionsIn(db, { roundId: round.id }),
    populationOf(db, round.id),
  ]);
  const agencies = new Map(
    population.map(({ agencyId, orgnr, nameNb, nameNn, nameEn }) => [
      agencyId,
      { orgnr, name: { nb: nameNb, nn: nameNn, en: nameEn } },
    ]),
  );
  const ownerOf = (agencyId: string) =>
    agencies.get(agencyId) ?? { orgnr: agencyId, name: { nb: agencyId, nn: agencyId, en: agencyId } };
  const head = (of: { measureId: string; number: string; agencyId: string }) => ({
    ...{ measure: of.measureId, number: of.number },
    ...ownerOf(of.agencyId),
  });
  const labelOf = (id: string) => {
    const question = findQuestion(edition, id);
    return question?.name ?? question?.label ?? { nb: id, nn: id, en: id };
  };

  const personalData = measures.flatMap((measure) =>
    questionsOf(edition).flatMap((question) => {
      const answer = measure.publicAnswers[question.id];
      const words = answer === undefined ? undefined : kindOf(question).ownWords?.(answer);
      return personalDataIn(words ?? '').map(({ code, found }) => ({
        ...head(measure),
        ...{ question: question.id, label: labelOf(question.id), code, found },
      }));
    }),
  );
  const missingAnswers = measures.flatMap((measure) => {
    const blank = [...askedQuestions(edition, measure.answers)].filter((id) => {
      const question = findQuestion(edition, id);
      return question?.required && !question.known && measure.answers[id] === undefined;
    });
    return blank.length === 0 ? [] : [{ ...head(measure), questions: blank.map(labelOf) }];
  });
  const open = Map.groupBy(
    corrections.filter(({ correction }) => correction.state === 'proposed' || correction.state === 'refused'),
    ({ measureId }) => measureId,
  );
  const late = Map.groupBy(
    measures.filter((measure) => measure.late),
    ({ agencyId }) => agencyId,
  );
  return {
    undecidedExemptions: undecided.map((measure) => ({ ...head(measure), claims: measure.claims.length })),
    personalData,
    missingAnswers,
    openCorrections: [...open.values()].flatMap((all) =>
      all[0] ? [{ ...head(all[0]), corrections: all.length }] : [],
    ),
    lateAnswers: [...late].map(([agencyId, all]) => ({ ...ownerOf(agencyId), measures: all.length })),
  };
}
