import type { ReleaseChanges, ReleaseComparison } from '@samblikk/contract';
import { csvFile } from '@samblikk/files';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { loaded } from '../loaded.ts';
import { type DatedRelease, releaseOf, releases } from '../store.ts';
import { changesBetween, headOf, type Reader } from './changes.ts';
import { figuresCompared } from './figures.ts';

export type { Reader } from './changes.ts';

/** Year and number of a release by its name, as `2026.1`. @throws ApiError notFound */
export function namedRelease(name: string): { year: number; number: number } {
  const [, year, number] = /^(20\d\d)\.([1-9]\d{0,4})$/.exec(name) ?? [];
  if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
  return { year: Number(year), number: Number(number) };
}

/** Two releases held against each other, published or not. @throws ApiError notFound */
export async function compareReleases(
  db: Database,
  now: Date,
  names: { readonly before: string; readonly after: string },
  reader: Reader,
): Promise<ReleaseComparison> {
  const read = ({ year, number }: { year: number; number: number }) =>
    releaseOf(db, now, year, number, { unpublished: true });
  const [before, after] = [await read(namedRelease(names.before)), await read(namedRelease(names.after))];
  const changes = await changesBetween(db, before, after, reader);
  const [one, other] = await Promise.all([loaded(db, before), loaded(db, after)]);
  return { ...changes, figures: figuresCompared(one, other) };
}

/** What is public of what changed in a release, from the one that was public before it in its round. */
export async function publicChangesOf(db: Database, now: Date, after: DatedRelease): Promise<ReleaseChanges> {
  const earlier = await releases(db, now, { year: after.year });
  const before = earlier.find(({ number }) => number < after.number);
  if (before) return changesBetween(db, before, after, 'public');
  return { before: null, after: { ...headOf(after), reason: after.reason ?? null }, measures: [] };
}

/** A comparison as a file: a line for each answer and each number that differs. */
export function comparisonCsv({ before, after, measures, figures }: ReleaseComparison, language: Language): string {
  const answers = measures.flatMap(({ number, agency, change, reasons, answers, opened }) => {
    const head = ['measure', number, agency[language], change, reasons.join(' ')];
    const ended = opened.map(({ question, lastDay }) => [...head, question ?? '', '', '', '', lastDay]);
    if (answers.length === 0 && ended.length === 0) return [[...head, '', '', '', '', '']];
    const differing = answers.map((one) => [
      ...[...head, one.question, one.before?.[language] ?? '', one.after?.[language] ?? '', ''],
      one.why ?? '',
    ]);
    return [...ended, ...differing];
  });
  const numbers = figures.flatMap(({ id, title, comparable, cells }) =>
    cells.length === 0
      ? [['figure', id, title[language], comparable, '', '', '', '', '', '']]
      : cells.map((cell) => [
          ...['figure', id, title[language], comparable, ''],
          ...[
            cell.labels.map((label) => label[language]).join(' · '),
            ...[cell.before, cell.after, cell.difference].map(text),
            '',
          ],
        ]),
  );
  const heading = [
    'what',
    'id',
    'about',
    'change',
    'reasons',
    'question',
    before.name,
    after.name,
    'difference',
    'why',
  ];
  return csvFile([heading, ...answers, ...numbers]);
}

const text = (value: number | null): string => (value === null ? '' : String(value));
