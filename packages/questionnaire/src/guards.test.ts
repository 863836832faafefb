import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { questionsOf } from './definition.ts';
import { editions } from './editions/index.ts';
import { kinds } from './kinds/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The source of the product that is shared by all editions: not editions, the yearly report, tests and demonstration. */
const sources = globSync(['packages/*/src/**/*.ts', 'apps/api/src/**/*.ts', 'apps/web/app/**/*.{ts,tsx}'], {
  cwd: root,
})
  .filter((file) => !/\.test\.tsx?$|(?:^|\/)testing(?:\/|\.ts)|(?:^|\/)testdata\//.test(file))
  .filter((file) => !/questionnaire\/src\/editions\/|statistics\/src\/report\/|api\/src\/demo\//.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(`${root}/${file}`, 'utf8')) }));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Where a pattern occurs: `file: what`. */
function occurrences(pattern: RegExp): string[] {
  return sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found.trim()}`));
}

test('there is source to look at', () => expect(sources.length).toBeGreaterThan(30));

test('no question is named outside the editions and the report', () => {
  // Ids of one common word (`name`, `phase`) mean other things as well, and so do these of two.
  const common = ['startDate', 'endDate', 'contactEmail'];
  const ids = Object.values(editions)
    .flatMap((edition) => [...questionsOf(edition), ...edition.derived].map(({ id }) => id))
    .filter((id) => /[A-Z]/.test(id) && !common.includes(id));
  expect(ids).toEqual(expect.arrayContaining(['totalCost', 'discussedWithKs', 'costBand']));
  const names = [...new Set(ids)].join('|');
  expect(occurrences(new RegExp(`['"\`.](?:${names})\\b|\\b(?:${names})['"\`:]`, 'g'))).toEqual([]);
});

test('no kind is named outside the kinds: they answer for themselves', () => {
  // `agency` and `ministry` are words of the domain too.
  const names = Object.keys(kinds)
    .filter((name) => name !== 'agency' && name !== 'ministry')
    .join('|');
  const branch = new RegExp(`\\bkind\\s*[!=]==?\\s*['"](?:${names})['"]|\\bcase\\s+['"](?:${names})['"]`, 'g');
  expect(occurrences(branch)).toEqual([]);
});

test('what the browser loads asks nothing of Node', () => {
  const pure = sources.filter(({ file }) => file.startsWith('packages/questionnaire/'));
  expect(pure.length).toBeGreaterThan(20);
  for (const { file, text } of pure) {
    expect(text, file).not.toMatch(/from 'node:|from 'fast-check'|\bprocess\./);
    // As a named import zod brings all its languages: twice the weight.
    expect(text, file).not.toMatch(/import (?:type )?\{[^}]*\} from 'zod'/);
  }
});
