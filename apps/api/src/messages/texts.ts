import { type EditedKind, editedKinds } from '@samblikk/contract';
import { type Language, languages, locales } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { IntlMessageFormat } from 'intl-messageformat';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { textOf } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type RoundRow, roundBefore } from '../rounds/index.ts';
import { messageText } from './schema.ts';

type Reader = Database | Transaction;

/** What a letter says in one language. */
export interface Wording {
  readonly subject: string;
  readonly text: string;
}

/** A wording, and whose it is. */
export interface RoundWording extends Wording {
  readonly edited: boolean;
  /** The year of the round that it was edited in, when it came along from an earlier one. */
  readonly carriedFrom: number | null;
}

/** What the text of each kind of letter must name, and what it may name besides. */
export const placeholders: Readonly<
  Record<EditedKind, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  invitation: { required: ['agencies', 'deadline', 'link'], optional: ['year', 'lastDay'] },
  reminder: { required: ['agencies', 'deadline', 'link'], optional: ['year', 'lastDay', 'status'] },
  nudge: { required: ['status', 'link'], optional: ['agencies', 'deadline', 'year', 'lastDay'] },
  lastNotice: { required: ['agencies', 'lastDay', 'link'], optional: ['deadline', 'year', 'status'] },
  queries: { required: ['questions', 'link'], optional: ['agencies', 'year'] },
  thanks: { required: ['agencies', 'link'], optional: ['year'] },
  receipt: { required: ['agency', 'answered', 'time', 'receipt', 'link'], optional: ['year', 'by', 'hash'] },
};

/** What the letters of a round say, with what staff have edited. */
export async function textsOf(
  db: Reader,
  { id }: Pick<RoundRow, 'id'>,
): Promise<Record<EditedKind, Record<Language, RoundWording>>> {
  const rows = await db.select().from(messageText).where(eq(messageText.roundId, id));
  const wordingOf = (kind: EditedKind, language: Language) => {
    const own = rows.find((row) => row.kind === kind && row.language === language);
    const { subject, text } = textOf(kind);
    return own
      ? { subject: own.subject, text: own.text, edited: true, carriedFrom: own.carriedFrom }
      : { subject: subject[language], text: text[language], edited: false, carriedFrom: null };
  };
  return byKey(editedKinds, (kind) => byKey(languages, (language) => wordingOf(kind, language)));
}

const byKey = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

const placeOf = ({ id }: Pick<RoundRow, 'id'>, kind: EditedKind, language: Language) =>
  and(eq(messageText.roundId, id), eq(messageText.kind, kind), eq(messageText.language, language));

/** A new round begins with what staff made the letters of the round before say; what becomes of either later, the other does not see. */
export async function carryTexts(tx: Transaction, { id, year }: Pick<RoundRow, 'id' | 'year'>): Promise<void> {
  const before = await roundBefore(tx, year);
  if (!before) return;
  const rows = await tx.select().from(messageText).where(eq(messageText.roundId, before.id));
  if (rows.length === 0) return;
  await tx.insert(messageText).values(rows.map((row) => ({ ...row, roundId: id, carriedFrom: before.year })));
}

/**
 * Writes what a letter of a round says in a language, or with no wording goes back to what the program says.
 * @throws ApiError invalidRequest naming what cannot be filled in, or is missing
 */
export async function editText(
  tx: Transaction,
  round: Pick<RoundRow, 'id' | 'year'>,
  of: {
    readonly kind: EditedKind;
    readonly language: Language;
    readonly wording: Wording | null;
    readonly actor: string;
  },
  now: Date,
): Promise<void> {
  const { kind, language, wording, actor } = of;
  if (wording) {
    checkWording(kind, language, wording);
    const own = { ...wording, carriedFrom: null };
    await tx
      .insert(messageText)
      .values({ roundId: round.id, kind, language, ...own })
      .onConflictDoUpdate({ target: [messageText.roundId, messageText.kind, messageText.language], set: own });
  } else await tx.delete(messageText).where(placeOf(round, kind, language));
  const details = { year: round.year, kind, language, reset: wording === null };
  await record(tx, { actor, action: 'messages.textChanged', subject: `round:${round.year}`, details }, now);
}

/** @throws ApiError invalidRequest */
function checkWording(kind: EditedKind, language: Language, { subject, text }: Wording): void {
  const { required, optional } = placeholders[kind];
  // What fills several lines has no place in a subject line.
  const inSubject = [...required, ...optional].filter((name) => !['link', 'status', 'questions'].includes(name));
  const inText = [...required, ...optional];
  const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');
  for (const [words, known] of [
    [subject, inSubject],
    [text, inText],
  ] as const) {
    const unknown = namesIn(words, language).filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new ApiError('invalidRequest', {
        detail: ['unknownPlaceholder', { names: named(unknown), known: named(known) }],
      });
  }
  const there = namesIn(text, language);
  const missing = required.filter((name) => !there.includes(name));
  if (missing.length > 0)
    throw new ApiError('invalidRequest', { detail: ['missingPlaceholder', { names: named(missing) }] });
}

/** The names in braces. Anything else in braces (`{n, plural …}`) counts as a name too, one that nobody knows. @throws ApiError invalidRequest */
function namesIn(words: string, language: Language): string[] {
  try {
    const parts = new IntlMessageFormat(words, locales[language], undefined, { ignoreTag: true }).getAst();
    // 0 is plain text, and 1 a value by its name (TYPE of the package's parser).
    return parts.flatMap((part) =>
      part.type === 0 ? [] : [part.type === 1 ? part.value : `${'value' in part ? part.value : '#'}, …`],
    );
  } catch {
    throw new ApiError('invalidRequest', { detail: 'strayBrace' });
  }
}
