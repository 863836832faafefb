import type { Text } from '@samblikk/questionnaire';
import type { Dataset } from './dataset.ts';
import { type Filters, maskOf } from './filter.ts';
import { measuresBehind } from './measures-behind.ts';
import { mapMargins, type Place, placesOf } from './places.ts';
import type { Margins, ShareOf, Table } from './table.ts';

/** Where a number is from: told in the publication, or computed from measures that were made up to fit it. */
type Origin = 'published' | 'invented';

/** The origin of every number of a table, in the shape of the numbers themselves. */
export interface Provenance {
  /** Where the published numbers stand. */
  readonly source: Text;
  readonly values: readonly Origin[];
  /** Of the measures behind each cell, and of the margins and the whole. */
  readonly counts: readonly Origin[];
  readonly margins: Margins<Origin>;
  readonly n: Origin;
}

/** What a publication tells of a round: counts of measures, and shares of measures of others. */
export interface Publication {
  readonly source: Text;
  readonly counts: readonly Filters[];
  readonly shares: readonly { readonly of: Filters; readonly share: Filters }[];
}

const origin = (isTold: boolean): Origin => (isTold ? 'published' : 'invented');

interface Told {
  /** The measures that pass, as a text that is the same for the same measures. */
  readonly setOf: (filters: Filters) => string;
  readonly told: ReadonlySet<string>;
  readonly shares: ReadonlySet<string>;
}

/** A dataset never changes: what is told of it is found once. */
const known = new WeakMap<Dataset, Map<Publication, Told>>();

function toldOf(dataset: Dataset, publication: Publication): Told {
  const found = known.get(dataset)?.get(publication);
  if (found) return found;
  const bytes = new TextDecoder('latin1');
  const everyMeasure = new Uint8Array(dataset.size).fill(1);
  const setOf = (filters: Filters) => bytes.decode(maskOf(dataset, filters) ?? everyMeasure);
  const told: Told = {
    setOf,
    told: new Set(publication.counts.map(setOf)),
    shares: new Set(publication.shares.map(({ share, of }) => setOf(share) + setOf(of))),
  };
  known.set(dataset, (known.get(dataset) ?? new Map<Publication, Told>()).set(publication, told));
  return told;
}

/** Whether a publication tells how many measures pass these filters; with `of`, what share they are of those that pass that. */
export function originOf(dataset: Dataset, publication: Publication, filters: Filters, of?: Filters): Origin {
  const { setOf, told, shares } = toldOf(dataset, publication);
  if (of === undefined) return origin(told.has(setOf(filters)));
  return origin(shares.has(setOf(filters) + setOf(of)) || (told.has(setOf(filters)) && told.has(setOf(of))));
}

/**
 * Which numbers of a table the publication tells. A number is told when the publication counts the very same measures, by
 * whatever variables; a share also when both what it counts and its base are told. Sums and medians never are.
 */
export function provenanceOf(table: Table, dataset: Dataset, publication: Publication): Provenance {
  const { setOf, told, shares } = toldOf(dataset, publication);

  const behind = (...codes: Place) => setOf(measuresBehind(table, ...codes));
  const originOf = (place: Place) => origin(told.has(behind(...place)));
  const { cells, margins } = placesOf(table);
  const baseOf = ([row, column, layer]: Place): string => {
    const bases: Record<ShareOf, () => string> = {
      table: () => behind(),
      rows: () => behind(row, undefined, layer),
      columns: () => behind(undefined, column, layer),
      layers: () => behind(undefined, undefined, layer),
    };
    return bases[table.shareOf ?? 'table']();
  };
  const counts = cells.map(originOf);
  const values: Record<Table['unit'], () => readonly Origin[]> = {
    measures: () => counts,
    percent: () =>
      cells.map((cell, index) => {
        const base = baseOf(cell);
        const both = counts[index] === 'published' && told.has(base);
        return origin(both || shares.has(behind(...cell) + base));
      }),
    kroner: () => cells.map(() => 'invented'),
  };
  return {
    source: publication.source,
    values: values[table.unit](),
    counts,
    margins: mapMargins(margins, originOf),
    n: origin(told.has(behind())),
  };
}
