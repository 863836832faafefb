import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// A test that writes to console.error fails: React's warnings and swallowed errors show nowhere else. A test that expects
// one spies on it itself, and so takes this spy's place.
let spy: MockInstance<typeof console.error>;

beforeEach(() => {
  spy = vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = spy.mock.calls.map((call) => call.map(String).join(' '));
  spy.mockRestore();
  expect(calls, 'console.error was called').toEqual([]);
});
