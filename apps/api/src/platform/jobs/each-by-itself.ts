/**
 * Does something for each, one after the other. One that fails keeps no other from being done; at the end all that failed is thrown
 * at once, for whoever runs the job to write into the log.
 * @throws the fault, or an AggregateError of several
 */
export async function eachByItself<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const one of all) await work(one).catch((error) => faults.push(error));
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, faults.map(String).join('; '));
}
