import { describe, expect, it } from 'vitest';
import { shownPages } from './pages.tsx';

describe('shownPages', () => {
  it('shows all of few pages', () => {
    expect(shownPages(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it('marks a gap, but never one that hides a single page', () => {
    expect(shownPages(7, 22)).toEqual([1, -1, 6, 7, 8, -4, 22]);
    expect(shownPages(4, 22)).toEqual([1, 2, 3, 4, 5, -4, 22]);
    expect(shownPages(1, 22)).toEqual([1, 2, -2, 22]);
  });
});
