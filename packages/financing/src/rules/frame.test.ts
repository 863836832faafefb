import fc from 'fast-check';
import { expect, test } from 'vitest';
import { altinn3 } from '../cases/altinn-3.ts';
import { completeFrame, type FrameAmounts } from './frame.ts';
import { inPriceYear, PriceYearError } from './price-years.ts';

test('Altinn 3: between the steering frame of 1 096 and the cost frame of 1 267 mill. are 171 mill.; the base cost is not told, and stays unknown', () => {
  const { steeringFrame, costFrame } = altinn3.frame ?? {};
  expect(completeFrame({ steeringFrame, costFrame } as FrameAmounts)).toEqual({
    steeringFrame: 1_096_000_000,
    costFrame: 1_267_000_000,
    reserve: 171_000_000,
  });
});

test('base cost and expected addition are the steering frame; what contradicts is told, by how much', () => {
  expect(completeFrame({ baseCost: 90, expectedAddition: 10 })).toEqual({
    ...{ baseCost: 90, expectedAddition: 10, steeringFrame: 100 },
  });
  expect(completeFrame({ baseCost: 90, expectedAddition: 10, steeringFrame: 101 })).toEqual({
    fault: 'sumDiffers',
    by: 1,
  });
  expect(completeFrame({ baseCost: 90, steeringFrame: 80 })).toEqual({ fault: 'additionBelowZero', by: 10 });
  expect(completeFrame({ steeringFrame: 90, costFrame: 80 })).toEqual({ fault: 'frameBelowSteering', by: 10 });
  expect(completeFrame({ baseCost: 90, reserve: 20, costFrame: 120 })).toMatchObject({ expectedAddition: 10 });
  expect(completeFrame({ baseCost: 90 })).toEqual({ baseCost: 90 });
  expect(() => completeFrame({ baseCost: 0.5 })).toThrow(RangeError);
});

test('any three amounts give back the frame they were taken from, or less of it, and nothing else', () => {
  const kroner = fc.integer({ min: 0, max: 1_000_000 });
  const names = ['baseCost', 'expectedAddition', 'steeringFrame', 'reserve', 'costFrame'] as const;
  fc.assert(
    fc.property(kroner, kroner, kroner, fc.subarray([...names]), (baseCost, expectedAddition, reserve, kept) => {
      const steeringFrame = baseCost + expectedAddition;
      const whole = { baseCost, expectedAddition, steeringFrame, reserve, costFrame: steeringFrame + reserve };
      const told = completeFrame(Object.fromEntries(kept.map((name) => [name, whole[name]])));
      expect(whole).toMatchObject(told);
      // The slow way: whatever follows from two of a sum is added, until nothing more does.
      const known = new Set<string>(kept);
      for (let round = 0; round < 5; round += 1)
        for (const sum of [names.slice(0, 3), names.slice(2)])
          if (sum.filter((name) => known.has(name)).length >= 2) for (const name of sum) known.add(name);
      expect(new Set(Object.keys(told))).toEqual(known);
    }),
  );
});

const index = { name: 'invented', values: { 2022: '80', 2023: '100', 2024: '104,25', 2025: '0', 2026: 'x' } };

test('an amount is converted by the stated index alone, to the nearest krone', () => {
  expect(inPriceYear(1_000_000, { from: 2023, to: 2024, index })).toBe(1_042_500);
  expect(inPriceYear(1_000_000, { from: 2023, to: 2022, index })).toBe(800_000);
  // 2 × 104.25 / 100 = 2.085, and 2 × 100 / 80 = 2.5, which is rounded up.
  expect(inPriceYear(2, { from: 2023, to: 2024, index })).toBe(2);
  expect(inPriceYear(2, { from: 2022, to: 2023, index })).toBe(3);
  // The same year needs none.
  expect(inPriceYear(7, { from: 1999, to: 1999, index })).toBe(7);
  const code = (from: number, to: number) => {
    try {
      return inPriceYear(1, { from, to, index });
    } catch (error) {
      return error instanceof PriceYearError ? [error.code, error.year] : error;
    }
  };
  expect(code(2023, 2021)).toEqual(['noValue', 2021]);
  expect(code(2025, 2023)).toEqual(['badValue', 2025]);
  expect(code(2023, 2026)).toEqual(['badValue', 2026]);
});

test('the nearest krone is the nearest: by trying those around it', () => {
  const value = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(fc.nat(3000), value, value, (amount, old, other) => {
      const given = inPriceYear(amount, {
        from: 1,
        to: 2,
        index: { name: '', values: { 1: (old / 10).toFixed(1), 2: (other / 10).toFixed(1) } },
      });
      const off = (kroner: number) => Math.abs(kroner * old - amount * other);
      expect(off(given)).toBeLessThanOrEqual(Math.min(off(given - 1), off(given + 1)));
    }),
  );
});
