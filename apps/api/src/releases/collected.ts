import { canonical } from '@samblikk/files';
import type { Edition, Names } from '@samblikk/questionnaire';
import type { namesAt } from '../directory/index.ts';
import {
  type FrozenMeasure,
  type FrozenOwner,
  measureToFreeze,
  type Owner,
  ownerToFreeze,
  type PinnedRevision,
} from './measure-to-freeze.ts';
import { ReleaseHash, type ReleaseHeads } from './release-hash.ts';
import type { ReleaseNames } from './schema.ts';

/** A frozen measure with its answers in canonical JSON, made once for the hash and the table. */
export interface CollectedMeasure extends FrozenMeasure {
  readonly json: Readonly<Record<'answers' | 'known' | 'publicAnswers', string>>;
}

interface CollectedOwner extends FrozenOwner {
  readonly knownJson: string;
}

/** Gathers over all measures what belongs to the release itself. */
export class Collected {
  readonly #edition: Edition;
  readonly #owners: ReadonlyMap<string, CollectedOwner>;
  readonly #names: Names;
  /** The names that the release keeps. */
  readonly #kept = { agencies: {}, ministries: {} } as {
    -readonly [K in keyof ReleaseNames]: Record<string, ReleaseNames[K][string]>;
  };
  readonly #hash = new ReleaseHash();
  #measures = 0;
  #public = 0;

  constructor(edition: Edition, owners: ReadonlyMap<string, Owner>, directory: Awaited<ReturnType<typeof namesAt>>) {
    this.#edition = edition;
    const { agencies, ministries } = this.#kept;
    for (const { orgnr, name, ministry } of owners.values()) {
      agencies[orgnr] = name;
      ministries[ministry] = directory.ministry(ministry) ?? { nb: ministry, nn: ministry, en: ministry };
    }
    this.#names = {
      agency: (orgnr) => {
        const known = Object.hasOwn(agencies, orgnr) ? agencies[orgnr] : undefined;
        const name = known ?? directory.agency(orgnr);
        if (name) agencies[orgnr] = name;
        return name;
      },
      ministry: (code) => (Object.hasOwn(ministries, code) ? ministries[code] : undefined),
    };
    this.#owners = new Map(
      [...owners].map(([id, owner]) => {
        const frozen = ownerToFreeze(edition, owner);
        return [id, { ...frozen, knownJson: canonical(frozen.known) }];
      }),
    );
  }

  add(revision: PinnedRevision): CollectedMeasure {
    const owner = this.#owners.get(revision.agencyId);
    if (!owner)
      throw new Error(`Measure ${revision.number} belongs to ${revision.agencyId}, which the round does not ask.`);
    const measure = measureToFreeze(this.#edition, revision, owner, this.#names);
    this.#measures += 1;
    if (measure.visibility !== 'withheld') this.#public += 1;
    const json = {
      answers: canonical(measure.answers),
      known: owner.knownJson,
      publicAnswers: canonical(measure.publicAnswers),
    };
    this.#hash.add({ ...measure, json });
    return { ...measure, json };
  }

  finish(heads: ReleaseHeads) {
    return {
      measures: this.#measures,
      publicMeasures: this.#public,
      names: this.#kept,
      contentHash: this.#hash.digest(heads, this.#kept),
    };
  }
}
