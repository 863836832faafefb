import type * as z from 'zod/mini';
import type { AnswerValue, Edition, KindName, Language, Option, QuestionOf, Text } from '../definition.ts';

/** What is wrong, as data; the words are chosen last, in the reader's language (texts.ts). */
export interface Problem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Names that answers refer to by number or code; given by whoever shows or checks them. */
export interface Names {
  /** A body by organisation number, or by the code of a municipality, a county authority or KS (bodies.ts). */
  agency(code: string): Text | undefined;
  ministry(code: string): Text | undefined;
}

/** The outcome of reading one cell of a file: blank is `{}`. */
export type Read<A> = { readonly answer?: A; readonly problems?: readonly Problem[] };

/**
 * What a kind of question knows about itself. Everything else is a loop over the definition:
 * shared code asks the kind and never branches on its name.
 */
export interface Kind<K extends KindName, A extends AnswerValue> {
  readonly name: K;
  /** The schema of a valid, non-blank answer. The message of each of its issues is a code from `texts`. */
  answer(question: QuestionOf<K>, edition: Edition): z.ZodMiniType<A>;
  /** Column names in the survey file, in order. One for nearly every kind. */
  columns(question: QuestionOf<K>): readonly string[];
  /** The cells of an answer, as many as `columns`; blank is the empty string. */
  cells(question: QuestionOf<K>, answer: A | undefined): readonly string[];
  /** Reads the cells of a survey file. Lenient about form, strict about meaning. */
  read(question: QuestionOf<K>, cells: readonly string[]): Read<A>;
  /** What may be chosen from a list, also where other answers are accepted; empty where nothing is listed. */
  choices(question: QuestionOf<K>): readonly Option[];
  /** The closed list of categories; undefined where answers are open. */
  categories(question: QuestionOf<K>): readonly Option[] | undefined;
  /** Whether one answer may count in several categories. */
  readonly several: boolean;
  /** Whether answers are numbers to sum and take quantiles of; the unit, or undefined. */
  readonly unit: 'kroner' | undefined;
  /** Answers are days of the calendar, `2026-08-30`, which a spreadsheet has a type for. */
  readonly days?: true;
  /** Cells hold codes whose words are not in a list of the question’s own: names of bodies, say. */
  readonly named?: true;
  /** Answers say how to reach a person: they are kept apart from the others, since they are erased one day (contacts.ts). */
  readonly contact?: true;
  /** The codes (or words) under which an answer is counted and found. */
  codes(question: QuestionOf<K>, answer: A): readonly string[];
  /** The code under which a word is counted and found, where words may be written in several ways. */
  codeOf?(word: string): string;
  /** The words that stand for the codes, in their order, as they were written. */
  words?(question: QuestionOf<K>, answer: A): readonly string[];
  /** The answer as a person reads it. */
  show(question: QuestionOf<K>, answer: A, language: Language, names: Names, edition: Edition): string;
  /** The words of a person’s own in an answer, where the kind has any. */
  ownWords?(answer: A): string;
  /** An answer that may stand within the answer to another question: `unntatt, jf. offl. § 21` has a legal basis in it. */
  within?(question: QuestionOf<K>, text: string): A | undefined;
  /** What each issue code of this kind says, as ICU messages with the params. */
  readonly texts: Readonly<Record<string, Text>>;
}
