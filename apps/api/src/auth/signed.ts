import type { HeldRole } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';

/** The person behind a request. */
export interface Signed {
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly HeldRole[];
  readonly sessionId: string;
}
