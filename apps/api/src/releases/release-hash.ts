import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import type { release } from './schema.ts';

type ReleaseRow = typeof release.$inferSelect;

/** What is frozen of a release beside its measures. */
export type ReleaseHeads = Pick<ReleaseRow, 'edition' | 'definition' | 'notice' | 'invited' | 'answered'>;

/** A measure as it is fingerprinted; the answers in canonical JSON. */
export interface HashedMeasure {
  readonly number: string;
  readonly agencyId: string;
  readonly late: boolean;
  readonly visibility: string;
  /** The questions whose answers are not the agency's own. */
  readonly corrected: readonly string[];
  readonly json: Readonly<Record<'answers' | 'known' | 'publicAnswers', string>>;
}

/**
 * The fingerprint of a release: SHA-256 over one list in canonical JSON per measure, in order of position, and then over the
 * heads and the names it keeps.
 */
export class ReleaseHash {
  readonly #hash = createHash('sha256');

  add({ number, agencyId, late, visibility, corrected, json }: HashedMeasure): void {
    const { answers, known, publicAnswers } = json;
    const parts = [canonical(number), canonical(agencyId), answers, known, String(late), canonical(visibility)];
    // Told only where there are any: what has none is hashed as it was before there were corrections.
    const marks = corrected.length === 0 ? [] : [canonical([...corrected])];
    this.#hash.update(`[${[...parts, publicAnswers, ...marks].join(',')}]`);
  }

  /** In hexadecimal. Nothing can be added afterwards. */
  digest({ edition, definition, notice, invited, answered }: ReleaseHeads, names: ReleaseRow['names']): string {
    this.#hash.update(canonical([{ edition, definition, notice, invited, answered }, names]));
    return this.#hash.digest('hex');
  }
}
