import { describe, expect, test } from 'vitest';
import frozen from './editions/frozen.json' with { type: 'json' };
import { editionOf, editions } from './editions/index.ts';
import { fingerprint } from './fingerprint.ts';
import { sameText, testEdition } from './testing.ts';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe('fingerprint', () => {
  test('does not depend on the order of keys', async () => {
    expect(await fingerprint(reversed(testEdition) as typeof testEdition)).toBe(await fingerprint(testEdition));
  });

  test('depends on everything else', async () => {
    const changed = { ...testEdition, title: { ...sameText('Test'), nn: 'Prøve' } };
    expect(await fingerprint(changed)).not.toBe(await fingerprint(testEdition));
    expect(await fingerprint(testEdition)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('published editions stay as they were published', () => {
  // A corrected spelling is allowed: put the new fingerprint in frozen.json in the same commit, and say why.
  test.each(Object.entries(frozen))('%s', async (id, published) => {
    const edition = editionOf(id);
    expect(edition).toBeDefined();
    if (edition) expect(await fingerprint(edition)).toBe(published);
  });

  test('2019 is among them, and all of them exist', () => {
    expect(Object.keys(frozen)).toContain('2019');
    for (const id of Object.keys(frozen)) expect(Object.keys(editions)).toContain(id);
  });
});
