import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as statistics from './index.ts';
import { sampleDataset } from './sample.ts';

/** Runs every `@example` in the docstrings: an expression, then `// →` and what it gives. */

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^[^.]+\.ts$/.test(name));

const examples = sources.flatMap((name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  return [...source.matchAll(/^ \* @example\n((?: \*.*\n)+?) \*\/\n/gm)].map((match) => {
    const code = (match[1] as string).replaceAll(/^ \* ?/gm, '');
    const [given, expected] = code.split('// →') as [string, string | undefined];
    // The last statement is the expression: what stands before it sets it up.
    const statements = given.trim().split(/;\n/);
    return { name, setUp: statements.slice(0, -1).join(';\n'), expression: statements.at(-1) ?? '', expected };
  });
});

describe('examples in docstrings', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(11);
  });

  it.each(examples)('$name: $expression', ({ setUp, expression, expected }) => {
    const scope = { ...statistics, dataset: sampleDataset() };
    const run = (code: string): unknown => {
      const evaluate = new Function(...Object.keys(scope), code);
      return evaluate(...Object.values(scope));
    };
    const plain = (value: unknown) => (value instanceof Uint8Array ? [...value] : value);
    const wanted = (expected ?? '').replace('Uint8Array ', '');
    expect(plain(run(`${setUp};\nreturn ${expression.trim().replace(/;$/, '')}`))).toEqual(
      run(`return ${wanted.trim()}`),
    );
  });
});
