import type { Claim } from './claims.ts';
import { tolerance } from './lexicon.ts';

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Whether a share fits what is said of it, in per cent. */
export function shareAgrees({ kind, value, most = 100, hedge, decimals }: Claim, percent: number): boolean {
  if (kind === 'vague') return percent > value && percent <= most;
  const loose = kind === 'fraction';
  switch (hedge) {
    case 'above':
      return percent >= value - 0.5 && percent <= value + tolerance.reach;
    case 'below':
      return percent <= value + 0.5 && percent >= value - tolerance.reach * (2 / 3);
    case 'about':
      return Math.abs(percent - value) <= (loose ? tolerance.about : tolerance.about / 2);
    case undefined:
      return loose
        ? Math.abs(percent - value) <= Math.min(tolerance.exact, value * 0.15)
        : rounded(percent, decimals) === value;
  }
}

/** Whether a number of something fits what is said of it. */
export function countAgrees({ value, hedge }: Claim, n: number): boolean {
  const near = Math.max(1, value * 0.1);
  switch (hedge) {
    case 'above':
      return n > value && n <= value + Math.max(near, value * 0.15);
    case 'below':
      return n < value && n >= value - near;
    case 'about':
      return Math.abs(n - value) <= near / 2;
    case undefined:
      return n === value;
  }
}
