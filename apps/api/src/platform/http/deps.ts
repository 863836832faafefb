import type { Config } from '../config/index.ts';
import type { Database } from '../db/index.ts';
import type { Wake } from '../jobs/index.ts';

/** What the slices are given. Plain arguments; nothing is looked up. */
export interface Deps {
  readonly config: Config;
  readonly db: Database;
  /** A replica for register, statistics and exports; the same database when none is configured. */
  readonly readDb: Database;
  readonly clock: () => Date;
  /** Asks for a job to be done as soon as the transaction is committed. */
  readonly wake: Wake;
}
