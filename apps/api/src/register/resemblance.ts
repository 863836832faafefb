import type { DoubleVerdict, SimilarToMeasure } from '@samblikk/contract';
import { type Edition, type Language, profileQuestions, questionsOf, withheldOption } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { type LoadedRelease, refuseMeasure } from '../releases/index.ts';
import type { AnswersAt } from '../search/index.ts';
import { verdictsNow } from '../verdicts/index.ts';
import { latestCorpus } from './corpus.ts';
import { placesOf } from './places.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { codesAt, headOf } from './show.ts';
import { similarMeasures } from './similar.ts';

/** More words than these say little new about why. */
export const mostWords = 4;

/**
 * Public measures that resemble a public one, as it is now, each with why: those that a coordinator has said are the same or related first, and none
 * that one has said is not. @throws ApiError notFound, publicMeasureWithdrawn
 */
export async function similarToMeasure(
  db: Database,
  now: Date,
  id: string,
  language: Language,
): Promise<SimilarToMeasure> {
  const corpus = await latestCorpus(db, now);
  const [measure] = await measuresAt(db, corpus, (await placesOf(db, corpus, id)).slice(0, 1));
  if (!measure) return refuseMeasure(db, id);
  const { title, summary } = headOf(measure, language);
  const verdicts = [...(await verdictsNow(db, measure.number)).values()];
  const judged = (as: DoubleVerdict) =>
    verdicts.flatMap(({ verdict, measures }) =>
      verdict === as ? measures.filter((one) => one !== measure.number) : [],
    );
  const asked = { title: title ?? '', text: summary ?? '' };
  const except = [measure.number, ...judged('not')];
  const found = await similarMeasures(db, now, asked, { except, language });
  const believed = [...judged('same'), ...judged('related')];
  const numbers = [...new Set([...believed, ...found.map(({ number }) => number)])];
  // Each as it is now, whichever year it is most alike; what is public no longer is none.
  const newest = numbers.flatMap((number) => corpus.numbered(number)[0] ?? []);
  return (await measuresAt(db, corpus, newest)).map((other) => {
    const { number, year, title: name, agency } = headOf(other, language);
    const words = found.find((one) => one.number === number)?.shared.slice(0, mostWords) ?? [];
    const verdict = judged('same').includes(number) ? 'same' : judged('related').includes(number) ? 'related' : null;
    return { number, year, title: name, agency, verdict, words, shared: sharedAnswers(measure, other, language) };
  });
}

/** What both answered to the questions whose answers have pages of their own, and to open lists, such as partners. */
export function sharedAnswers(
  one: PublicMeasure,
  other: PublicMeasure,
  language: Language,
): SimilarToMeasure[number]['shared'] {
  return tellingColumns(one.part).flatMap(({ variable }) => {
    const { id, label } = variable;
    const theirs = new Set(codesAt(other.part, id, other.place, language).map(({ code }) => code));
    const values = codesAt(one.part, id, one.place, language).filter(
      ({ code }) => theirs.has(code) && saysSomething(one.part.edition, id, code),
    );
    return values.length > 0 ? [{ id, label: label[language], values }] : [];
  });
}

/** The same answers, by place. */
export function tellingAnswers(part: LoadedRelease): AnswersAt {
  const { edition } = part;
  const columns = tellingColumns(part)
    .filter(({ numbers }) => !numbers)
    .map(({ variable: { id }, keys, members, categories }) => ({
      keys,
      answers: members.map((member) =>
        member.flatMap((at) => {
          const code = categories[at]?.code;
          return code !== undefined && saysSomething(edition, id, code) ? [`${id}=${code}`] : [];
        }),
      ),
    }));
  return (place) => columns.flatMap(({ keys, answers }) => answers[keys[place] as number] ?? []);
}

function tellingColumns({ edition, open }: LoadedRelease) {
  const own: ReadonlySet<string> = new Set(Object.values(profileQuestions));
  const { agency, ministry } = edition.roles;
  return [...open.columns.values()].filter(
    ({ variable: { id, options } }) => id !== agency && id !== ministry && (!options || own.has(id)),
  );
}

/** Not codes for what is kept back, is not relevant, or is something else: two measures with these need not be alike. */
function saysSomething(edition: Edition, id: string, code: string): boolean {
  const questions = questionsOf(edition);
  const opens = questions.some(
    ({ showIf }) => showIf && 'includes' in showIf && showIf.question === id && showIf.includes === code,
  );
  const question = questions.find((one) => one.id === id);
  const option = question && 'options' in question ? question.options.find((one) => one.code === code) : undefined;
  return code !== withheldOption.code && !opens && option?.exclusive !== true;
}
