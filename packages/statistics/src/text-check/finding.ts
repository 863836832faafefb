import type { Text } from '@samblikk/questionnaire';
import type { Filters } from '../filter.ts';

/** What a finding is about; `findings` in messages.ts has the words of each. */
export type FindingCode =
  | 'number'
  | 'vagueWord'
  | 'wrongBase'
  | 'missingBase'
  | 'parts'
  | 'chapter'
  | 'questions'
  | 'categories'
  | 'agencies'
  | 'otherYear'
  | 'comparison'
  | 'unsure';

/** `wrong`: does not agree. `base`: right, and not told what it is of. `unsure`: does not agree as it was read, and it may be read wrong. */
export type Severity = 'wrong' | 'base' | 'unsure';

/** Where in a text something is said. */
export interface Place {
  readonly line: number;
  readonly chapter?: string;
  readonly heading?: string;
  /** The sentence. */
  readonly quote: string;
  /** The number in it. */
  readonly claim: string;
}

export interface TextFinding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What the release says. */
  readonly says: Text;
  readonly todo: Text;
  /** The measures that the release counts there. */
  readonly measures?: Filters;
}

/** A number that agrees with the release. */
export interface Agreeing extends Place {
  /** What it was read as. */
  readonly as: Text;
  readonly measures?: Filters;
}

/** A number that nothing is known of. */
export interface Untied extends Place {
  readonly why: Text;
}

/** What a text was found to say. */
export interface CheckedText {
  readonly findings: readonly TextFinding[];
  readonly right: readonly Agreeing[];
  readonly untied: readonly Untied[];
}
