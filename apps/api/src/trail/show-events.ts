import { type AuditEvent, roundName } from '@samblikk/contract';
import { type Language, languages, type Text } from '@samblikk/questionnaire';
import { inArray } from 'drizzle-orm';
import { people } from '../access/index.ts';
import { newestAgencies } from '../directory/index.ts';
import { measureNumbers } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { FoundEvent } from './find-events.ts';
import { actionWords, detailWords } from './words.ts';

const same = (text: string): Text => ({ nb: text, nn: text, en: text });
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What subjects of events are called, by the way the audit names them. */
export type SubjectNames = ReadonlyMap<string, Text>;

export async function subjectNames(db: Database, events: readonly FoundEvent[]): Promise<SubjectNames> {
  const ids = (kind: string) => [
    ...new Set(
      events.flatMap(({ subject }) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : [])),
    ),
  ];
  const known = (kind: string) => ids(kind).filter((id) => uuid.test(id));
  const agencies = await newestAgencies(db, [
    ...ids('agency'),
    ...events.flatMap(({ details }) => (typeof details.agency === 'string' ? [details.agency] : [])),
  ]);
  const measures = await db
    .select()
    .from(measureNumbers)
    .where(inArray(measureNumbers.id, known('measure')));
  const persons = await db
    .select()
    .from(people)
    .where(inArray(people.id, known('person')));
  return new Map([
    ...[...agencies].map(([id, { name }]) => [`agency:${id}`, name] as const),
    ...measures.map(({ id, number }) => [`measure:${id}`, same(number)] as const),
    ...persons.map(({ id, name }) => [`person:${id}`, same(name)] as const),
    ...ids('round').map((year) => [`round:${year}`, theRound(year)] as const),
  ]);
}

const theRound = (year: string): Text => {
  const { nb, nn, en } = /^\d{4}$/.test(year) ? roundName(Number(year)) : same(year);
  return { nb: `runden ${nb}`, nn: `runden ${nn}`, en: `the ${en} round` };
};

/** Events as people read them. */
export function shown(events: readonly FoundEvent[], names: SubjectNames): AuditEvent[] {
  return events.map(({ sequence, at, actor, name, action, subject, details, hash }) => ({
    sequence,
    at: at.toISOString(),
    actor: { id: actor, name },
    action,
    what: actionText(action),
    subject: { id: subject, name: names.get(subject) ?? releaseName(subject, details) },
    details: Object.entries(details).flatMap(([key, value]) =>
      value === null || value === undefined
        ? []
        : [{ key, name: detailWords[key] ?? same(key), value: said(key, value, names) }],
    ),
    hash,
  }));
}

/** An event that this program no longer writes is shown by its name. */
export const actionText = (action: string): Text =>
  Object.hasOwn(actionWords, action) ? actionWords[action as keyof typeof actionWords] : same(action);

function releaseName(subject: string, { year, number }: FoundEvent['details']): Text | null {
  if (!subject.startsWith('release:') || year === undefined || number === undefined) return null;
  return same(`${year}.${number}`);
}

function said(key: string, value: unknown, names: SubjectNames): string {
  if (key === 'agency') return names.get(`agency:${value}`)?.nb ?? String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const inOne = (language: Language) => (value as Partial<Text>)[language];
  return languages.every(inOne) ? String(inOne('nb')) : JSON.stringify(value);
}
