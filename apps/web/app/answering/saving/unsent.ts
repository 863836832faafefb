import type { FormValue } from '../fields/field-kind.ts';

/** What was typed and not yet acknowledged, with the version it was typed on top of. */
export interface Unsent {
  readonly value: FormValue;
  readonly basedOn: number;
}

/**
 * Keeps what is not yet saved in the browser until it is, keyed by person and measure: neither a crash, a lost network nor
 * an ended session takes a keystroke, and nobody sees another person's. One entry per field, so that two tabs do not
 * overwrite each other's. A browser that forbids storage loses only this.
 */
export class UnsentStore {
  readonly #prefix: string;
  readonly #storage: Storage | undefined;

  constructor(owner: { personId: string; measure: string; year: number }, storage: Storage | undefined) {
    this.#prefix = `samblikk/unsent/${owner.personId}/${owner.year}/${owner.measure}/`;
    this.#storage = storage;
  }

  keep(question: string, unsent: Unsent): void {
    this.#try((storage) => storage.setItem(this.#prefix + question, JSON.stringify(unsent)));
  }

  forget(question: string): void {
    this.#try((storage) => storage.removeItem(this.#prefix + question));
  }

  /** Everything kept for this person and measure; what cannot be read is dropped. */
  all(): ReadonlyMap<string, Unsent> {
    const found = new Map<string, Unsent>();
    this.#try((storage) => {
      for (const key of Object.keys(storage).filter((name) => name.startsWith(this.#prefix))) {
        const unsent = read(storage.getItem(key));
        if (unsent) found.set(key.slice(this.#prefix.length), unsent);
        else storage.removeItem(key);
      }
    });
    return found;
  }

  #try(use: (storage: Storage) => void): void {
    try {
      if (this.#storage) use(this.#storage);
    } catch {
      // Full, or forbidden by the browser: saving over the network goes on.
    }
  }
}

function read(json: string | null): Unsent | undefined {
  try {
    const { value, basedOn } = JSON.parse(json ?? '') as Unsent;
    const readable =
      typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));
    return readable && Number.isInteger(basedOn) ? { value, basedOn } : undefined;
  } catch {
    return undefined;
  }
}

/** The browser's storage; undefined on the server and where it is forbidden. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
