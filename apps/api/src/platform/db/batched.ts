import DataLoader from 'dataloader';
import type { Database, Transaction } from './connect.ts';

type Reader = Database | Transaction;

/**
 * What is asked for one key at a time becomes one question for many: calls that come in the same turn of the event loop are
 * asked together. Nothing is kept from one turn to the next. `ask` answers in the order of the keys; an error in a key’s place is
 * thrown for that key alone.
 */
export function batched<K, R>(
  ask: (keys: readonly K[]) => Promise<readonly R[]>,
): (key: K) => Promise<Exclude<R, Error>> {
  const loader = new DataLoader<K, Exclude<R, Error>>(async (keys) => (await ask(keys)) as Exclude<R, Error>[], {
    cache: false,
    batchScheduleFn: setImmediate,
  });
  return (key) => loader.load(key);
}

/**
 * A query whose SQL is put together once for a pool and once for each connection that transactions use, not at each call; name
 * it in `prepare`, and each connection plans it once as well. What varies are its placeholders alone.
 */
export function prepared<Q>(build: (db: Reader) => Q): (db: Reader) => Q {
  const made = new WeakMap<object, Q>();
  return (db) => {
    const { session } = db._;
    const query = made.get(session) ?? build(db);
    made.set(session, query);
    return query;
  };
}
