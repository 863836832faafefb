import type { RegisterMeasure } from '@samblikk/contract';
import { askedQuestions, type Language, type Question, questionsRead } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { releases } from '../releases/index.ts';
import { corpusOf } from './corpus.ts';
import { placesOf } from './places.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { answerText, codesAt, headOf, ownerOf } from './show.ts';

/**
 * A public measure with its answers in one round (the newest it is public in, unless told), and the rounds it is public in.
 * One that is withheld whole is not found, like one that does not exist: that it exists is not public either.
 * @throws ApiError notFound
 */
export async function measurePage(
  db: Database,
  now: Date,
  which: { id: string; round?: number | undefined; release?: number | undefined },
  language: Language,
): Promise<RegisterMeasure> {
  const searched = (await releases(db, now)).filter((row) =>
    which.release === undefined || row.year !== which.round ? row.latest : row.number === which.release,
  );
  const corpus = await corpusOf(db, searched);
  const measures = await measuresAt(db, corpus, await placesOf(db, corpus, which.id));
  const measure = measures.find(({ part }) => which.round === undefined || part.release.year === which.round);
  if (!measure) throw new ApiError('notFound', { detail: ['noPublicMeasure', { number: which.id }] });
  const { release, edition } = measure.part;
  return {
    ...headOf(measure, language),
    release: {
      id: release.id,
      number: release.number,
      frozenAt: release.frozenAt.toISOString(),
      dataAsOf: release.dataAsOf.toISOString(),
    },
    notice: release.notice?.[language] ?? null,
    sections: edition.sections
      .map(({ id, title, questions }) => ({
        id,
        title: title[language],
        answers: questions.flatMap((question) => answerOf(measure, question, language)),
      }))
      .filter(({ answers }) => answers.length > 0),
    derived: derivedOf(measure, language),
    history: measures.map((each) => ({
      year: each.part.release.year,
      title: each.title,
      agency: ownerOf(each, language).agency,
    })),
  };
}

type Answer = RegisterMeasure['sections'][number]['answers'][number];

/** A question as the page shows it: nothing for closed ones, those known from the owner, and those not asked. */
function answerOf(measure: PublicMeasure, question: Question, language: Language): Answer[] {
  if (question.closed || question.known) return [];
  const { part, place, hidden, answers } = measure;
  const head = { question: question.id, number: question.number ?? null, label: question.label[language] };
  if (hidden.includes(question.id)) {
    // What was asked because of an exempt answer is not even mentioned: that it was asked would tell.
    const follows = question.showIf !== undefined && questionsRead(question.showIf).some((id) => hidden.includes(id));
    return follows ? [] : [{ ...head, state: 'withheld', text: null, values: [] }];
  }
  if (!askedQuestions(part.edition, answers).has(question.id)) return [];
  const text = answerText(measure, question.id, language);
  return [
    { ...head, state: text === null ? 'blank' : 'answered', text, values: codesAt(part, question.id, place, language) },
  ];
}

function derivedOf({ part, place, hidden }: PublicMeasure, language: Language): RegisterMeasure['derived'] {
  const shown = part.edition.derived.filter(({ id }) => !hidden.includes(id));
  return shown.flatMap(({ id, label, rule }) =>
    codesAt(part, id, place, language).map(({ code, label: text }) => ({
      id,
      label: label[language],
      rule: rule[language],
      code,
      text,
    })),
  );
}
