import type { listDeliveringAgencies, ReplyOf, SourceWay } from '@samblikk/contract';
import {
  askedQuestions,
  type Edition,
  type Language,
  locales,
  questionsOf,
  releaseName,
} from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { waysIn } from '../intake/index.ts';
import type { Database } from '../platform/db/index.ts';
import { answersTo, type LoadedRelease, publicAnswersOf } from '../releases/index.ts';
import { firstSentIn, lastSubmitted, typedIn } from '../responses/index.ts';
import { populationOf } from '../rounds/index.ts';

type Reply = ReplyOf<typeof listDeliveringAgencies>;

interface Complete {
  measures: number;
  answered: number;
  asked: number;
}

/**
 * The agencies that had answered when a release was frozen, how and when last, and how complete what is public of their answers is. What
 * came later is told with the release it is in.
 */
export async function deliveringAgencies(db: Database, from: LoadedRelease, language: Language): Promise<Reply> {
  const { release, names } = from;
  const { roundId, frozenAt } = release;
  const [population, first, last, imported, typed, complete] = await Promise.all([
    populationOf(db, roundId),
    firstSentIn(db, roundId),
    lastSubmitted(db, roundId, frozenAt),
    waysIn(db, roundId, frozenAt),
    typedIn(db, roundId, frozenAt),
    completeness(db, from),
  ]);
  const collator = new Intl.Collator(locales[language]);
  const agencies = population
    .filter(({ agencyId, answered }) => answered && (first.get(agencyId) ?? frozenAt) <= frozenAt)
    .map(({ agencyId, orgnr, nameNb }) => {
      const ways: SourceWay[] = [
        ...(typed.has(agencyId) ? (['form'] as const) : []),
        ...(imported.get(agencyId) ?? []),
      ];
      const at = last.get(agencyId);
      const { measures, answered, asked } = complete.get(orgnr) ?? { measures: 0, answered: 0, asked: 0 };
      return {
        ...{ orgnr, name: names.agency(orgnr)?.[language] ?? nameNb, ways },
        ...{ lastOn: at ? osloDay(at) : null, publicMeasures: measures, answered, asked },
      };
    })
    .sort((a, b) => collator.compare(a.name, b.name));
  return { release: releaseName(release), agencies };
}

/** Of the questions that the public may read, how many are asked in the public measures of each agency, and how many answered. */
async function completeness(db: Database, from: LoadedRelease): Promise<Map<string, Complete>> {
  const { edition, release } = from;
  const open = openQuestions(edition);
  const owners = answersTo(from, edition.roles.agency).map((agency) => agency?.code ?? '');
  const complete = new Map<string, Complete>();
  let at = 0;
  for await (const answers of publicAnswersOf(db, release.id)) {
    const owner = owners[at] ?? '';
    const so = complete.get(owner) ?? { measures: 0, answered: 0, asked: 0 };
    const asked = [...askedQuestions(edition, answers)].filter((id) => open.has(id));
    so.measures += 1;
    so.asked += asked.length;
    so.answered += asked.filter((id) => answers[id] !== undefined).length;
    complete.set(owner, so);
    at += 1;
  }
  return complete;
}

const openQuestions = (edition: Edition): ReadonlySet<string> =>
  new Set(questionsOf(edition).flatMap(({ id, known, closed }) => (known || closed ? [] : id)));
