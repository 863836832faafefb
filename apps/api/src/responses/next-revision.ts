import { isDeepStrictEqual } from 'node:util';
import type { Origin } from '@samblikk/contract';
import {
  type Answers,
  type AnswerValue,
  checkDraft,
  type Edition,
  findQuestion,
  rulePrefix,
} from '@samblikk/questionnaire';
import { v7 as uuid } from 'uuid';
import { ApiError } from '../platform/problem/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { RevisionRow, Standing } from './store.ts';

export interface DraftChanges {
  /** The version the changes were made on; 0 when there was none. */
  readonly basedOn: number;
  /** New answers by question; null blanks. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Questions whose answer from last year is confirmed. */
  readonly confirmed?: readonly string[] | undefined;
  /** How the other answers came to be; typed now unless told. */
  readonly origin?: Origin | undefined;
  /** Why a warning does not matter here, by `reasonKey`; null takes a reason back. */
  readonly reasons?: Readonly<Record<string, string | null>> | undefined;
  /** The sections the actor may answer; null or not told: all. */
  readonly sections?: readonly string[] | null | undefined;
}

export interface MeasureRef {
  readonly round: RoundRow;
  readonly edition: Edition;
  readonly measure: { readonly id: string };
}

export interface NextRevision {
  readonly revision: RevisionRow;
  /** The questions whose answers were changed. */
  readonly questions: string[];
}

/**
 * Merges changes by question into the newest revision. Only answers that differ count; undefined when none does.
 * @throws ApiError as `saveDraft`
 */
export function nextRevision(
  target: MeasureRef,
  { current, base }: Standing,
  draft: DraftChanges,
  actor: Actor,
  now: Date,
): NextRevision | undefined {
  requireWithin(target.edition, draft);
  const changed = changedAnswers(current, draft);
  requireValid(target.edition, changed);
  requireNoConflict({ current, base }, draft, changed);
  const reasons = mergedReasons(current?.reasons ?? {}, draft.reasons);
  const questions = Object.keys(changed);
  if (questions.length === 0 && isDeepStrictEqual(reasons, current?.reasons ?? {})) return undefined;
  const origin = (id: string) => (draft.confirmed?.includes(id) ? 'confirmed' : (draft.origin ?? 'entered'));
  return { revision: { ...merged(target, current, changed, { actor, now, origin }), reasons }, questions };
}

function mergedReasons(
  current: Readonly<Record<string, string>>,
  given: DraftChanges['reasons'],
): Record<string, string> {
  const merged = Object.entries({ ...current, ...given }).filter(
    ([, reason]) => reason !== null && reason.trim() !== '',
  );
  return Object.fromEntries(merged) as Record<string, string>;
}

/** Whoever was given a section touches nothing else of the measure, neither answers nor reasons for warnings. */
function requireWithin(edition: Edition, { sections, changes, confirmed = [], reasons = {} }: DraftChanges): void {
  if (!sections) return;
  const own = edition.sections.filter(({ id }) => sections.includes(id)).flatMap(({ questions }) => questions);
  const outside = [...Object.keys(changes), ...confirmed].filter((id) => !own.some((question) => question.id === id));
  // A reason's key is a question's id and a code, or a rule, which may reach over several sections.
  const ruleHere = (key: string) =>
    edition.rules.some(
      (rule) => key === rulePrefix + rule.id && rule.questions.some((id) => own.some((question) => question.id === id)),
    );
  const reasonsOutside = Object.keys(reasons).filter(
    (key) => !ruleHere(key) && !own.some(({ id }) => key.startsWith(`${id}.`)),
  );
  if (outside.length + reasonsOutside.length > 0) {
    throw new ApiError('notAllowed', { detail: 'onlyDelegated' });
  }
}

/** The changes that differ from what is saved; a confirmation counts, also of the same value. */
function changedAnswers(
  current: RevisionRow | undefined,
  { changes, confirmed }: DraftChanges,
): Record<string, unknown> {
  const differs = ([id, value]: [string, unknown]) =>
    !isDeepStrictEqual(value ?? null, current?.answers[id] ?? null) ||
    (confirmed?.includes(id) === true && current?.origins[id] !== 'confirmed');
  return Object.fromEntries(Object.entries(changes).filter(differs));
}

function requireValid(edition: Edition, changed: Record<string, unknown>): void {
  const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null)) as Answers;
  const blankedUnknown = Object.keys(changed)
    .filter((id) => changed[id] === null && !findQuestion(edition, id))
    .map((question) => ({ question, code: 'unknownQuestion', params: {}, level: 'error' as const }));
  const issues = [...checkDraft(edition, given).filter((issue) => issue.level === 'error'), ...blankedUnknown];
  if (issues.length > 0) throw new ApiError('answersAtFault', { issues });
}

function requireNoConflict(
  { current, base = {} }: Standing,
  draft: DraftChanges,
  changed: Record<string, unknown>,
): void {
  const version = current?.version ?? 0;
  if (draft.basedOn === version) return;
  if (draft.basedOn > version)
    throw new ApiError('invalidRequest', { detail: ['noVersionYet', { version: draft.basedOn, newest: version }] });
  const theirs = current?.answers ?? {};
  const conflicts = Object.entries(changed)
    .filter(([id]) => !isDeepStrictEqual(base[id], theirs[id]))
    .map(([question, yours]) => {
      const [author, at] = current?.authors[question] ?? ['', current?.createdAt.toISOString() ?? ''];
      return { question, yours, theirs: theirs[question] ?? null, author, at };
    });
  if (conflicts.length > 0) throw new ApiError('conflict', { conflicts });
}

function merged(
  { measure, round, edition }: MeasureRef,
  current: RevisionRow | undefined,
  changed: Readonly<Record<string, unknown>>,
  by: { readonly actor: Actor; readonly now: Date; readonly origin: (question: string) => Origin },
): Omit<RevisionRow, 'reasons'> {
  const answers: Record<string, AnswerValue> = { ...current?.answers };
  const origins: Record<string, Origin> = { ...current?.origins };
  const authors: Record<string, [string, string]> = { ...current?.authors };
  for (const [id, value] of Object.entries(changed)) {
    authors[id] = [by.actor.name, by.now.toISOString()];
    if (value === null || value === undefined) {
      delete answers[id];
      delete origins[id];
    } else {
      answers[id] = value as AnswerValue;
      origins[id] = by.origin(id);
    }
  }
  return {
    id: uuid(),
    measureId: measure.id,
    roundId: round.id,
    version: (current?.version ?? 0) + 1,
    edition: edition.id,
    answers,
    origins,
    authors,
    authorId: by.actor.personId,
    createdAt: by.now,
  };
}
