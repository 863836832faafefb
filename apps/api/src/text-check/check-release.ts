import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Comparison, comparabilityOf, editions, mayCompare } from '@samblikk/questionnaire';
import { type CheckedText, checkTextInSteps, comparabilityWithPublished, publishedYears } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';
import { readText } from './read-text.ts';

/** Milliseconds. */
const longestAtATime = 20;

/**
 * Holds a text against a release: what the public may count of it, the years before it, and how many were asked and answered.
 * The text is not kept.
 * @throws TextFault when the file cannot be read
 */
export async function checkAgainst(file: Buffer, from: LoadedRelease): Promise<CheckedText> {
  const { release, edition } = from;
  const { year, invited, answered } = release;
  const steps = checkTextInSteps(await readText(file), {
    edition,
    year,
    countedBy: (variables) => from.countedBy(variables),
    agencies: { asked: invited, answered },
    others: publishedYears.filter((other) => other.year !== year),
    comparable(variable, other) {
      const published = publishedYears.find((one) => one.year === other);
      const earlier = Object.values(editions).find((one) => one.year === other);
      if (published) return said(comparabilityWithPublished(edition, variable, published));
      if (earlier && other < year) return said(comparabilityOf(edition, variable, earlier.id, editions));
      return { comparable: 'undeclared' };
    },
  });
  // A long text takes seconds: nobody else is to wait for it.
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < longestAtATime) continue;
    await nextTurn();
    since = performance.now();
  }
}

function said(comparison: Comparison): { comparable: 'yes' | 'no'; note?: NonNullable<typeof note> } {
  const [note] = comparison.notes;
  return { comparable: mayCompare(comparison) ? 'yes' : 'no', ...(note && { note }) };
}
