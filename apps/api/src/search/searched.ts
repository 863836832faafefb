import { kindOf, questionsOf } from '@samblikk/questionnaire';
import { LRUCache } from 'lru-cache';
import { type OwnersCalled, ownersCalled } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type LoadedRelease, publicAnswersOf } from '../releases/index.ts';
import { categoryNames } from './categories.ts';
import type { SearchedRelease } from './find.ts';
import { type WordIndex, WordIndexBuilder } from './word-index.ts';

/** What the indexes of words may take, in bytes; a million measures take some 300 MB. The least recently used goes first. */
const mostKept = 1e9;

const caches = new WeakMap<Database, LRUCache<string, WordIndex, LoadedRelease>>();

/** The words of a release’s public measures, inverted. A release never changes, so this is a pure cache, made when first asked for. */
async function wordsOfRelease(db: Database, part: LoadedRelease): Promise<WordIndex> {
  let cache = caches.get(db);
  if (!cache) {
    cache = new LRUCache<string, WordIndex, LoadedRelease>({
      maxSize: mostKept,
      sizeCalculation: (index) => index.bytes + 1,
      fetchMethod: (_id, _stale, { context }) => readWords(db, context),
    });
    caches.set(db, cache);
  }
  return cache.forceFetch(part.release.id, { context: part });
}

/** Only what the publication filter let out is read, of the questions that the edition lets search. */
async function readWords(db: Database, { release, edition }: LoadedRelease): Promise<WordIndex> {
  const questions = questionsOf(edition).flatMap((question) =>
    question.search && !question.closed ? [{ question, weight: question.search }] : [],
  );
  const builder = new WordIndexBuilder();
  for await (const answers of publicAnswersOf(db, release.id)) {
    builder.add(
      questions.flatMap(({ question, weight }) =>
        kindOf(question)
          .cells(question, answers[question.id])
          .flatMap((cell) => cell.split('|').map((text) => ({ weight, text }))),
      ),
    );
  }
  return builder.build();
}

/** How long what owners are called is held, in milliseconds: a name that staff add is found within a minute. */
const held = 60_000;

interface Directory {
  readonly owners: OwnersCalled;
  /** To tell whether it has changed. */
  readonly content: string;
  /** Made of it: the releases as they are searched, by id. */
  readonly releases: Map<string, SearchedRelease>;
  until: number;
}

const directories = new WeakMap<Database, Directory>();

async function directoryOf(db: Database): Promise<Directory> {
  const known = directories.get(db);
  if (known && performance.now() < known.until) return known;
  const owners = await ownersCalled(db);
  const content = JSON.stringify([...owners.agencies, ...owners.presentMinistries, ...owners.ministries]);
  const until = performance.now() + held;
  if (known?.content === content) {
    known.until = until;
    return known;
  }
  const fresh: Directory = { owners, content, releases: new Map(), until };
  directories.set(db, fresh);
  return fresh;
}

/** Releases as they are searched. The same objects come again as long as the directory says the same. */
export async function searchedReleases(db: Database, parts: readonly LoadedRelease[]): Promise<SearchedRelease[]> {
  const { owners, releases } = await directoryOf(db);
  const searched: SearchedRelease[] = [];
  for (const part of parts) {
    const index = await wordsOfRelease(db, part);
    const known = releases.get(part.release.id);
    const current = known?.index === index ? known : namedRelease(part, index, owners);
    releases.set(part.release.id, current);
    searched.push(current);
  }
  return searched;
}

function namedRelease(part: LoadedRelease, index: WordIndex, owners: OwnersCalled): SearchedRelease {
  const { roles } = part.edition;
  return {
    part,
    index,
    names: categoryNames(part.open, [
      { variable: roles.agency, kind: 'agency', of: (code) => owners.agencies.get(code) ?? [] },
      { variable: roles.agency, kind: 'presentMinistry', of: (code) => owners.presentMinistries.get(code) ?? [] },
      { variable: roles.ministry, kind: 'ministry', of: (code) => owners.ministries.get(code) ?? [] },
    ]),
    numbersOf: (orgnr) => owners.numbers.get(orgnr) ?? [],
  };
}
