import type { listVariables, ReplyOf } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { LoadedRelease } from '../releases/index.ts';

type Reply = ReplyOf<typeof listVariables>;

/** What is said of a release beside its numbers. */
export function aboutRelease({ release }: LoadedRelease, language: Language): Reply['release'] {
  const { id, number, year, measures, notice } = release;
  return {
    id,
    number,
    year,
    frozenAt: release.frozenAt.toISOString(),
    dataAsOf: release.dataAsOf.toISOString(),
    n: measures,
    notice: notice?.[language] ?? null,
  };
}

/** What the measures of a release can be counted, filtered and summed by, with the categories that occur. */
export function describeVariables({ sealed }: LoadedRelease, language: Language): Reply['variables'] {
  return [...sealed.columns.values()].map(({ variable, categories }) => {
    const { comparability } = variable;
    return {
      id: variable.id,
      label: variable.label[language],
      source: variable.source,
      several: variable.several,
      unit: variable.unit ?? null,
      facet: variable.facet,
      comparability: comparability
        ? { with: comparability.with, note: 'note' in comparability ? comparability.note[language] : null }
        : null,
      options: categories.map(({ code, label }) => ({ code, label: label[language] })),
    };
  });
}
