import type { RegisterMeasure } from '@samblikk/contract';
import {
  comparabilityOf,
  editions,
  findQuestion,
  type Language,
  releaseName,
  showAmount,
} from '@samblikk/questionnaire';
import { nameOfNumber } from '../directory/index.ts';
import { outcomesOfMeasure } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type LoadedRelease, tombstones } from '../releases/index.ts';
import type { Corpus } from './corpus.ts';
import { keptBackAmong } from './places.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { kronerAt, ownerOf, shortAnswer } from './show.ts';

type Year = RegisterMeasure['history'][number];
type Event = RegisterMeasure['events'][number];

/** A measure as it was in one round: whose it was then, and of each list of the edition’s highlights what was told. */
export function yearOf(measure: PublicMeasure, language: Language): Year {
  const { part, place, title, late } = measure;
  return {
    year: part.release.year,
    title,
    ...ownerOf(measure, language),
    release: releaseName(part.release),
    late,
    facts: (part.edition.highlights ?? []).flatMap((ids) => factOf(measure, ids, language)),
    cost: kronerAt(part, place),
  };
}

/** Of these questions the first that was answered; else the first, and why there is no answer. */
function factOf(measure: PublicMeasure, ids: readonly string[], language: Language): Year['facts'] {
  const { part, hidden } = measure;
  const told = ids.flatMap((id): Year['facts'] => {
    const question = findQuestion(part.edition, id);
    if (!question || question.closed) return [];
    const text = shortAnswer(measure, id, language);
    const state = text !== null ? 'answered' : hidden.includes(id) ? 'withheld' : 'blank';
    return [{ question: id, label: (question.name ?? question.label)[language], state, text }];
  });
  // What follows from an exempt answer is not mentioned: the question before it in the list is.
  const one =
    told.find(({ state }) => state === 'answered') ?? told.find(({ state }) => state === 'withheld') ?? told[0];
  return one ? [one] : [];
}

/**
 * The first and the newest estimate of the cost, with what must be said where the question has changed between them; null
 * until two rounds have told one.
 */
export function estimatesOf(measures: readonly PublicMeasure[], language: Language): RegisterMeasure['estimates'] {
  const told = measures.flatMap(({ part, place }) => {
    const kroner = kronerAt(part, place);
    return kroner === null ? [] : [{ part, kroner }];
  });
  const [latest, first] = [told[0], told.at(-1)];
  if (!latest || !first || latest === first) return null;
  const { edition } = latest.part;
  const question = edition.roles.cost;
  const { notes } = comparabilityOf(edition, question, first.part.edition.id, editions);
  const estimate = ({ part, kroner }: typeof latest) => ({
    year: part.release.year,
    kroner,
    text: showAmount(kroner, language, 'words'),
  });
  const asked = findQuestion(edition, question);
  return {
    label: asked ? (asked.name ?? asked.label)[language] : question,
    first: estimate(first),
    latest: estimate(latest),
    note: notes.map((note) => note[language]).join(' ') || null,
  };
}

/**
 * What became of a measure in the rounds whose releases lack it, newest first: what its agency said before that release was
 * frozen, that it was withdrawn from the public, or no more than that it is not there. One that a release has and keeps back
 * is told as one that was not reported: which it is, is not public.
 */
export async function eventsOf(
  db: Database,
  corpus: Corpus,
  measures: readonly PublicMeasure[],
  language: Language,
): Promise<Event[]> {
  const [newest, oldest] = [measures[0], measures.at(-1)];
  if (!newest || !oldest) return [];
  const there = new Set(measures.map(({ part }) => part.release.year));
  const lacking = corpus.parts.filter(({ release: { year } }) => year > oldest.part.release.year && !there.has(year));
  const [outcomes, stones] = await Promise.all([
    outcomesOfMeasure(db, newest.id),
    tombstones(db, { measure: newest.id }),
  ]);
  const events = lacking.map(async (part): Promise<Event> => {
    const { release } = part;
    const nothing = { measures: [], agency: null, at: null, reason: null };
    const head = { year: release.year, release: releaseName(release), ...nothing };
    const stone = stones.find(({ roundId }) => roundId === release.roundId);
    if (stone?.reason)
      return { ...head, what: 'withdrawn', at: stone.at.toISOString(), reason: stone.reason[language] };
    const said = outcomes.find(
      ({ roundId, decidedAt }) => roundId === release.roundId && decidedAt <= release.frozenAt,
    );
    if (!said || (await keptBackAmong(db, release.id, [newest.id])).size > 0) return { ...head, what: 'absent' };
    return {
      ...head,
      what: said.outcome,
      measures: await publicAmong(db, corpus, said.measures),
      agency: said.toOrgnr === null ? null : await agencyNamed(db, part, said.toOrgnr, language),
    };
  });
  return Promise.all(events);
}

/** Those of these measures that are public somewhere, by the name they have now. */
async function publicAmong(db: Database, corpus: Corpus, numbers: readonly string[]): Promise<Event['measures']> {
  const entries = numbers.flatMap((number) => corpus.numbered(number).slice(0, 1));
  return (await measuresAt(db, corpus, entries)).map(({ number, title }) => ({ number, title }));
}

async function agencyNamed(
  db: Database,
  { names }: LoadedRelease,
  orgnr: string,
  language: Language,
): Promise<Event['agency']> {
  const name = names.agency(orgnr) ?? (await nameOfNumber(db, orgnr));
  return { code: orgnr, label: name?.[language] ?? orgnr };
}
