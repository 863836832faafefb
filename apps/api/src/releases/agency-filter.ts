import type { Filters } from '@samblikk/statistics';
import { numbersCalled } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { LoadedRelease } from './loaded.ts';

/**
 * The filters with organisation numbers where they have the name of an agency, one it had before or its abbreviation:
 * `agency=Difi`. A word that names no agency stays as it is, and finds nothing.
 */
export async function withAgencyNumbers(
  db: Database,
  parts: readonly Pick<LoadedRelease, 'edition'>[],
  filters: Filters,
): Promise<Filters> {
  const roles = new Set(parts.map(({ edition }) => edition.roles.agency));
  const numbered = Object.entries(filters).map(async ([variable, codes]) => {
    if (!roles.has(variable)) return [variable, codes] as const;
    const each = codes.map(async (code) => {
      const numbers = /^\d/.test(code) ? [] : await numbersCalled(db, code);
      return numbers.length > 0 ? numbers : [code];
    });
    return [variable, (await Promise.all(each)).flat()] as const;
  });
  return Object.fromEntries(await Promise.all(numbered));
}
