import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FormValue } from '../fields/field-kind.ts';
import type { Change } from './save-state.ts';

/** What was typed and not yet acknowledged. */
export interface Unsent {
  readonly value: FormValue;
  /** The version it was typed on top of. */
  readonly basedOn: number;
  /** Last year's answer, confirmed as still right. */
  readonly confirmed: boolean;
  /** What went to the service on top of that version, and may have arrived though no reply did. */
  readonly sent: readonly Change[];
}

interface Owner {
  readonly personId: string;
  readonly measure: string;
  readonly year: number;
}

interface Row extends Unsent, Owner {
  readonly question: string;
  readonly visit: string;
  /** When it was kept, ms. */
  readonly at: number;
}

interface Schema extends DBSchema {
  unsent: { key: (string | number)[]; value: Row };
}

/** Out of the browser before it is done: a killed browser does not take it. Keys do not wait for the disk, which may be slow. */
const pastBrowser = { durability: 'relaxed' } as const;
/** On disk before it is done, and all that was written before it: a power cut does not take it either. */
const onDisk = { durability: 'strict' } as const;
/** How long after the last change it goes to the disk, in ms. */
const diskPause = 300;

/**
 * Keeps what is not yet saved in the browser until it is, keyed by person and measure: neither a crash, a lost network nor
 * an ended session takes a keystroke, and nobody sees another person's. Each visit has rows of its own, so that two tabs
 * never delete each other's. A browser that forbids storage loses only this.
 *
 * In IndexedDB, not in localStorage, which browsers write to disk half a minute later: after a crash it is not only short of
 * the newest, it also has back what was forgotten.
 */
export class UnsentStore {
  readonly #owner: Owner;
  readonly #visit = `${Date.now()}-${Math.random()}`;
  readonly #kept = new Map<string, Unsent>();

  constructor({ personId, measure, year }: Owner) {
    this.#owner = { personId, measure, year };
  }

  keep(question: string, unsent: Unsent): void {
    this.#kept.set(question, unsent);
    const row = this.#row(question, unsent);
    write((store) => store.put(row));
  }

  /** What has been sent of a question, if anything is kept of it. */
  sending(question: string, sent: readonly Change[]): void {
    const unsent = this.#kept.get(question);
    if (unsent) this.keep(question, { ...unsent, sent });
  }

  /** What is acknowledged need not be kept: this visit's, that is. */
  forget(question: string): void {
    this.#kept.delete(question);
    const { personId, year, measure } = this.#owner;
    write((store) => store.delete([personId, year, measure, question, this.#visit]));
  }

  /**
   * What other visits kept for this person and measure, which is this visit's from now on: of each question the newest.
   * What is older, and what this visit has typed something else for, is left to a later visit: then it meets the answer
   * that was saved in the meantime, and the person chooses. What cannot be read is dropped.
   */
  async takeUp(): Promise<ReadonlyMap<string, Unsent>> {
    const found = new Map<string, Unsent>();
    const { personId, year, measure } = this.#owner;
    try {
      const database = await openDatabase();
      const transaction = database.transaction('unsent', 'readwrite', onDisk);
      const { store } = transaction;
      const earlier = await store.getAll(IDBKeyRange.bound([personId, year, measure], [personId, year, measure, []]));
      const old = fromLocalStorage(this.#owner);
      const done: Promise<unknown>[] = [];
      for (const row of [...earlier.sort((one, other) => other.at - one.at), ...old.values()]) {
        if (found.has(row.question) || this.#kept.has(row.question)) continue;
        done.push(store.delete([personId, year, measure, row.question, row.visit]));
        if (!readable(row)) continue;
        const { value, basedOn, confirmed, sent } = row;
        const unsent = { value, basedOn, confirmed, sent };
        found.set(row.question, unsent);
        done.push(store.put(this.#row(row.question, unsent)));
      }
      transaction.commit();
      Promise.all([...done, transaction.done]).then(() => {
        for (const key of old.keys()) localStorage.removeItem(key);
      }, ignore);
    } catch {
      // Forbidden, or nothing can be read: saving over the network goes on.
    }
    // Nothing is waited for after the reading: whoever awaits this goes on before the next key is pressed.
    for (const [question, unsent] of found) this.#kept.set(question, unsent);
    return found;
  }

  #row(question: string, unsent: Unsent): Row {
    return { ...this.#owner, question, visit: this.#visit, at: Date.now(), ...unsent };
  }
}

type Store = ReturnType<typeof readWrite>['store'];
const readWrite = (database: IDBPDatabase<Schema>, durability: typeof pastBrowser | typeof onDisk) =>
  database.transaction('unsent', 'readwrite', durability);

let toDisk: ReturnType<typeof setTimeout> | undefined;
let opening: Promise<IDBPDatabase<Schema>> | undefined;
let opened: IDBPDatabase<Schema> | undefined;

/** Rejected when the browser forbids storage. */
function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const again = () => {
    opening = undefined;
    opened = undefined;
  };
  opening ??= (async () => {
    opened = await openDB<Schema>('samblikk', 1, {
      upgrade: (database) =>
        database.createObjectStore('unsent', { keyPath: ['personId', 'year', 'measure', 'question', 'visit'] }),
      terminated: again,
    });
    return opened;
  })();
  opening.catch(again);
  return opening;
}

/**
 * Makes a change at once, and once more on the way to the disk when nothing else has been changed for a moment. A change
 * that waited for the disk at each key would keep the keys after it waiting, and a killed browser would take them all.
 */
function write(change: (store: Store) => Promise<unknown>): void {
  start(change, pastBrowser);
  clearTimeout(toDisk);
  toDisk = setTimeout(() => start(change, onDisk), diskPause);
}

/**
 * Starts a change before the event that asked for it is over, and closes the transaction at once: then it is done even if
 * the tab is closed or killed a moment later. A transaction left to close by itself takes the last key with it.
 */
function start(change: (store: Store) => Promise<unknown>, durability: typeof pastBrowser | typeof onDisk): void {
  if (!opened) {
    openDatabase().then(() => start(change, durability), ignore);
    return;
  }
  try {
    const transaction = readWrite(opened, durability);
    const changed = change(transaction.store);
    transaction.commit();
    Promise.all([changed, transaction.done]).catch(ignore);
  } catch {
    // The browser has closed the storage: saving over the network goes on.
  }
}

function ignore(): void {}

/** Rows that versions of this program before 22 November 2026 kept in localStorage, by their keys there. */
function fromLocalStorage(owner: Owner): ReadonlyMap<string, Row> {
  const prefix = `samblikk/unsent/${owner.personId}/${owner.year}/${owner.measure}/`;
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return new Map(
    keys.map((key) => {
      const question = key.slice(prefix.length);
      return [key, { ...parsed(localStorage.getItem(key)), ...owner, question, visit: '', at: 0 }];
    }),
  );
}

function parsed(json: string | null): Unsent {
  const nothing = { value: '', basedOn: Number.NaN };
  const common = { confirmed: false, sent: [] };
  try {
    const { value, basedOn } = { ...nothing, ...(JSON.parse(json ?? '') as Partial<Unsent>) };
    return { value, basedOn, ...common };
  } catch {
    return { ...nothing, ...common };
  }
}

function readable({ value, basedOn, sent }: Unsent): boolean {
  const fits = typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));
  return fits && Number.isInteger(basedOn) && Array.isArray(sent);
}
