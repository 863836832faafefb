import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from './median.ts';
import { quantile } from './quantile.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';

const kroner = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 1, maxLength: 60 });

describe('quantile', () => {
  // Expected: Python's statistics.quantiles(…, n=20, method='inclusive'), which is type 7 too.
  it('agrees with a known implementation of type 7', () => {
    const numbers = [10, 12, 2, 4, 19, 4, 5, 7, 9];
    expect(quantile(numbers, 0.1)).toBeCloseTo(3.6, 12);
    expect(quantile(numbers, 0.25)).toBe(4);
    expect(quantile(numbers, 0.5)).toBe(7);
    expect(quantile(numbers, 0.9)).toBeCloseTo(13.4, 12);
    expect([quantile(numbers, 0), quantile(numbers, 1)]).toEqual([2, 19]);
  });

  it('is null without numbers, and refuses what has no order', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
    expect(() => quantile([Number.NaN, 1], 0.5)).toThrow(RangeError);
  });

  it('leaves its input alone, whatever the order, and lies within the numbers', () => {
    fc.assert(
      fc.property(kroner, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, p) => {
        const frozen = Object.freeze([...numbers]);
        const value = quantile(frozen, p);
        expect(quantile(numbers.toReversed(), p)).toBe(value);
        expect(value).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(value).toBeLessThanOrEqual(Math.max(...numbers));
      }),
    );
  });
});

describe('quantiles of many numbers', () => {
  // Few that are large, many that are alike, some below nought and parts of kroner, and a range wider than a number can say.
  const many = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 60, maxLength: 400 }),
    fc.array(fc.oneof(fc.integer({ min: -1e9, max: 1e12 }), fc.double({ noNaN: true })), { maxLength: 200 }),
    fc.integer({ min: 1, max: 1e7 }),
  );

  it('stand where they would if all were in order', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 1, noNaN: true }), ([alike, others, unit], p) => {
        const numbers = [...alike.map((number) => number * unit), ...others];
        const inOrder = numbers.toSorted((a, b) => a - b);
        const place = (numbers.length - 1) * p;
        const low = inOrder[Math.floor(place)] as number;
        const high = inOrder[Math.floor(place) + 1] ?? low;
        expect(quantile(numbers, p)).toEqual(low + (high - low) * (place - Math.floor(place)));
      }),
      { numRuns: 500 },
    );
  });

  it('refuse a NaN among them', () => {
    expect(() => quantile([...Array.from({ length: 100 }, (_, i) => i), Number.NaN], 0.5)).toThrow(RangeError);
  });
});

describe('median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    fc.assert(
      fc.property(kroner, (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const half = sorted.length >> 1;
        const middle = sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1);
        expect(median(numbers)).toBe(middle.reduce((a, b) => a + b) / middle.length);
      }),
    );
  });
});

describe('sum and share', () => {
  it('are null when there is nothing to add or divide by', () => {
    expect(sum([])).toBeNull();
    expect(sum([0])).toBe(0);
    expect(share(0, 0)).toBeNull();
    expect(share(0, 5)).toBe(0);
  });

  it('add up the same in any order', () => {
    fc.assert(
      fc.property(kroner, (numbers) => {
        expect(sum(numbers)).toBe(Number(numbers.reduce((total, number) => total + BigInt(number), 0n)));
        expect(sum(numbers.toReversed())).toBe(sum(numbers));
      }),
    );
  });
});
