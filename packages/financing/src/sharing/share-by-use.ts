import type { Kroner } from './kroner.ts';
import { floorOf, remainderOf } from './quotient.ts';

/**
 * Shares an amount by whole numbers of use with largest remainder: the same as `shareCosts` by use, for tables of many thousands. Of two that lost
 * as much, the first by place gets the krone.
 * @returns kroner by place; all 0 where nobody has any use, so that nothing is shared
 */
export function shareByUse(amount: Kroner, uses: Float64Array): Float64Array {
  const shares = new Float64Array(uses.length);
  const sum = uses.reduce((total, use) => total + use, 0);
  if (sum === 0) return shares;
  const remainders = new Float64Array(uses.length);
  let left = amount;
  for (let place = 0; place < uses.length; place += 1) {
    const use = uses[place] as number;
    const share = floorOf(amount, use, sum);
    shares[place] = share;
    remainders[place] = remainderOf(amount, use, sum);
    left -= share;
  }
  if (left === 0) return shares;
  const sorted = remainders.slice().sort();
  const least = sorted[sorted.length - left] as number;
  for (const [place, remainder] of remainders.entries()) {
    if (remainder <= least) continue;
    shares[place] = (shares[place] as number) + 1;
    left -= 1;
  }
  for (let place = 0; left > 0; place += 1) {
    if (remainders[place] !== least) continue;
    shares[place] = (shares[place] as number) + 1;
    left -= 1;
  }
  return shares;
}
