import type { RegisterMeasure } from '@samblikk/contract';
import { askedQuestions, exemptionsIn, type Language, type Question, questionsRead } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { refuseMeasure, refuseMissing, releases } from '../releases/index.ts';
import { corpusOf } from './corpus.ts';
import { estimatesOf, eventsOf, yearOf } from './life.ts';
import { placesOf } from './places.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { answerText, codesAt, headOf, namedRelease, shortAnswer } from './show.ts';
import { solutionsOf } from './solutions/index.ts';

/**
 * A public measure with its answers in one round (the newest it is public in, unless told), and the rounds it is public in.
 * One that is withheld whole is not found, like one that does not exist: that it exists is not public either.
 * @throws ApiError notFound; releaseWithdrawn when the release that was told is; publicMeasureWithdrawn
 */
export async function measurePage(
  db: Database,
  now: Date,
  which: { id: string; round?: number | undefined; release?: number | undefined; unpublished?: true },
  language: Language,
): Promise<RegisterMeasure> {
  const { round: year, release: number, unpublished } = which;
  const searched = (await releases(db, now, { unpublished })).filter((row) =>
    number === undefined || row.year !== year ? row.latest : row.number === number,
  );
  if (year !== undefined && number !== undefined && !searched.some((row) => row.year === year))
    await refuseMissing(db, { year, number });
  const corpus = await corpusOf(db, searched);
  const measures = await measuresAt(db, corpus, await placesOf(db, corpus, which.id));
  const measure = measures.find(({ part }) => which.round === undefined || part.release.year === which.round);
  if (!measure) {
    if (unpublished) throw new ApiError('notFound', { detail: ['noPublicMeasure', { number: which.id }] });
    return refuseMeasure(db, which.id, year);
  }
  const { release, edition } = measure.part;
  const sections = edition.sections
    .map(({ id, title, questions }) => ({
      id,
      title: title[language],
      answers: questions.flatMap((question) => answerOf(measure, question, language)),
    }))
    .filter(({ answers }) => answers.length > 0);
  return {
    ...headOf(measure, language),
    release: {
      id: release.id,
      number: release.number,
      ...namedRelease(release),
    },
    notice: release.notice?.[language] ?? null,
    highlights: highlightsOf(measure, sections, language),
    sections,
    derived: derivedOf(measure, language),
    history: measures.map((each) => yearOf(each, language)),
    events: await eventsOf(db, corpus, measures, language),
    estimates: estimatesOf(measures, language),
    solutions: unpublished ? [] : await solutionsOf(db, measure, language),
    grounds: groundsOf(measure),
  };
}

/** The questions by which the agency says why something is kept back, and until when; none where nothing is. */
function groundsOf({ part: { edition }, visibility, answers }: PublicMeasure): string[] {
  return visibility === 'whole' ? [] : exemptionsIn(edition, answers).grounds.map(({ id }) => id);
}

type Answer = RegisterMeasure['sections'][number]['answers'][number];

/** Of each list of the edition’s highlights the first question that was answered, else the first that was asked. */
function highlightsOf(
  measure: PublicMeasure,
  sections: RegisterMeasure['sections'],
  language: Language,
): RegisterMeasure['highlights'] {
  const shown = sections.flatMap(({ answers }) => answers);
  return (measure.part.edition.highlights ?? []).flatMap((ids) => {
    const asked = ids.flatMap((id) => shown.find(({ question }) => question === id) ?? []);
    const one = asked.find(({ state }) => state === 'answered') ?? asked[0];
    if (!one) return [];
    return [
      {
        question: one.question,
        text: one.state === 'answered' ? shortAnswer(measure, one.question, language) : one.text,
      },
    ];
  });
}

/** A question as the page shows it: nothing for closed ones, those known from the owner, and those not asked. */
function answerOf(measure: PublicMeasure, question: Question, language: Language): Answer[] {
  if (question.closed || question.known) return [];
  const { part, place, hidden, corrected, answers } = measure;
  const head = {
    question: question.id,
    number: question.number ?? null,
    label: question.label[language],
    name: (question.name ?? question.label)[language],
  };
  if (hidden.includes(question.id)) {
    // What was asked because of an exempt answer is not even mentioned: that it was asked would tell.
    const follows = question.showIf !== undefined && questionsRead(question.showIf).some((id) => hidden.includes(id));
    return follows ? [] : [{ ...head, state: 'withheld', text: null, values: [] }];
  }
  if (!askedQuestions(part.edition, answers).has(question.id)) return [];
  const text = answerText(measure, question.id, language);
  return [
    {
      ...head,
      state: text === null ? 'blank' : 'answered',
      text,
      values: codesAt(part, question.id, place, language),
      ...(corrected.includes(question.id) && { corrected: true as const }),
    },
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
