import type { SimilarToMeasure } from '@samblikk/contract';
import { type Edition, type Language, profileQuestions, questionsOf, withheldOption } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { inBokmal, refuseWithdrawn, releases, wordsIn, wordUse } from '../releases/index.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { placesOf } from './places.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { codesAt, headOf } from './show.ts';
import { similarMeasures } from './similar.ts';

/** More words than these say little new about why. */
const mostWords = 4;

/** Public measures that resemble a public one, as it is now, each with why. @throws ApiError notFound, publicMeasureWithdrawn */
export async function similarToMeasure(
  db: Database,
  now: Date,
  id: string,
  language: Language,
): Promise<SimilarToMeasure> {
  const searched = (await releases(db, now)).filter(({ latest }) => latest);
  const corpus = await corpusOf(db, searched);
  const measure = await newestOf(db, corpus, id);
  if (!measure) {
    await refuseWithdrawn(db, id, undefined);
    throw new ApiError('notFound', { detail: ['noPublicMeasure', { number: id }] });
  }
  const { title, summary } = headOf(measure, language);
  const asked = { title: title ?? '', text: summary ?? '' };
  const found = await similarMeasures(db, now, asked, { except: measure.number, language });
  const each = found.map(async ({ number, agency }) => {
    const other = await newestOf(db, corpus, number);
    if (!other) return [];
    const why = { words: await sharedWords(db, measure, other), shared: sharedAnswers(measure, other, language) };
    return [{ number, year: other.part.release.year, title: other.title, agency, ...why }];
  });
  return (await Promise.all(each)).flat();
}

async function newestOf(db: Database, corpus: Corpus, id: string): Promise<PublicMeasure | undefined> {
  const places = await placesOf(db, corpus, id);
  const [measure] = await measuresAt(db, corpus, places.slice(0, 1));
  return measure;
}

/** Words both have in what is public of name and deliverable, whatever their endings: those that fewest measures have. */
async function sharedWords(db: Database, one: PublicMeasure, other: PublicMeasure): Promise<string[]> {
  const words = (measure: PublicMeasure) => {
    const { title, summary } = headOf(measure, 'nb');
    return [...new Set(wordsIn(`${title ?? ''} ${summary ?? ''}`))];
  };
  const [own, theirs] = [await stemmed(db, words(one)), await stemmed(db, words(other))];
  const stems = new Set(theirs.values());
  const shared = new Map([...own].flatMap(([word, stem]) => (stems.has(stem) ? [[stem, word] as const] : [])));
  const found = [...shared.values()];
  const use = await wordUse(db, one.part.release.id, found);
  const rarity = (word: string) => use.get(word) ?? 0;
  return found.sort((a, b) => rarity(a) - rarity(b) || a.localeCompare(b, 'nb')).slice(0, mostWords);
}

/** The stem of each word, nynorsk and bokmål alike; words that say nothing by themselves have none. */
async function stemmed(db: Database, words: readonly string[]): Promise<Map<string, string>> {
  const given = words.map((word) => ({ word, form: inBokmal(word) }));
  const { rows } = await db.execute<{ word: string; stem: string | null }>(sql`
    select word, (ts_lexize('norwegian_stem', form))[1] as stem
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(word text, form text)`);
  return new Map(rows.flatMap(({ word, stem }) => (stem && stem.length > 2 ? [[word, stem] as const] : [])));
}

/** What both answered to the questions whose answers have pages of their own, and to open lists, such as partners. */
function sharedAnswers(
  one: PublicMeasure,
  other: PublicMeasure,
  language: Language,
): SimilarToMeasure[number]['shared'] {
  const own: ReadonlySet<string> = new Set(Object.values(profileQuestions));
  const { edition } = one.part;
  const { agency, ministry } = edition.roles;
  return [...one.part.open.columns.values()].flatMap(({ variable }) => {
    const { id, label, options } = variable;
    if (id === agency || id === ministry || (options && !own.has(id))) return [];
    const theirs = new Set(codesAt(other.part, id, other.place, language).map(({ code }) => code));
    const values = codesAt(one.part, id, one.place, language).filter(
      ({ code }) => theirs.has(code) && saysSomething(edition, id, code),
    );
    return values.length > 0 ? [{ id, label: label[language], values }] : [];
  });
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
