import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { type Answers, askedAnswers, type Edition, withoutContacts } from '@samblikk/questionnaire';

/**
 * The fingerprint of what is sent in: SHA-256 over a list in canonical JSON of each measure's number and its answers to
 * questions that were asked, less those that say how to reach a person, which are erased one day. Measures are added in order of number, one at a time, so that memory does not grow with them.
 */
export class ContentHash {
  readonly #edition: Edition;
  readonly #hash = createHash('sha256').update('[');
  #separator = '';

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  add(number: string, answers: Answers): void {
    this.#hash.update(
      this.#separator + canonical([number, withoutContacts(this.#edition, askedAnswers(this.#edition, answers))]),
    );
    this.#separator = ',';
  }

  /** In hexadecimal. Nothing can be added afterwards. */
  digest(): string {
    return this.#hash.update(']').digest('hex');
  }
}
