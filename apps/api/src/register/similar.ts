import type { SimilarMeasure } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { type Alike, alikeMeasures } from '../search/index.ts';
import { latestCorpus } from './corpus.ts';
import { measuresAt } from './rows.ts';
import { codesAt, headOf } from './show.ts';

const mostMeasures = 5;

/** What a measure is to be compared with: its name and what it delivers, each by itself. */
export interface SimilarityQuery {
  readonly title: string;
  readonly text: string;
}

/** Public measures that resemble a name or a text, the most alike first, with the words both have (`alike`). */
export async function similarMeasures(
  db: Database,
  now: Date,
  { title, text }: SimilarityQuery,
  {
    except = [],
    agency = '',
    language,
  }: { except?: readonly string[]; agency?: string | undefined; language: Language },
): Promise<SimilarMeasure[]> {
  const corpus = await latestCorpus(db, now);
  const ownedByAgency = ({ release: { part, numbersOf }, place }: Alike): boolean =>
    codesAt(part, part.edition.roles.agency, place, language).some(({ code }) =>
      [agency, ...numbersOf(agency)].includes(code),
    );
  const found = (await alikeMeasures(db, corpus.parts, { title, text }))
    .filter((one) => !except.includes(one.release.part.numbers[one.place] ?? '') && !ownedByAgency(one))
    .slice(0, mostMeasures);
  const measures = await measuresAt(
    db,
    corpus,
    found.map(({ release: { part }, place }) => corpus.entryIn(part.release, place)),
  );
  return measures.map((measure, i) => {
    const { number, year, title: name, summary, agency: owner, ministry } = headOf(measure, language);
    const { likeness = 0, shared = [] } = found[i] ?? {};
    return { number, year, title: name, summary, agency: owner, ministry, likeness, shared: [...shared] };
  });
}
