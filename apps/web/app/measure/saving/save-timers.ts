/** How long after the last key a text is sent, in ms. */
const typingPause = 800;
/** How soon something that failed is tried again, and how long at most between two times, in ms. */
const firstRetry = 1000;
const lastRetry = 30_000;

/** Tells when a text has come to rest, each question by itself: a browser may fill in several fields at once. */
export class Pauses {
  readonly #rested: (question: string) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(rested: (question: string) => void) {
    this.#rested = rested;
  }

  typed(question: string): void {
    clearTimeout(this.#timers.get(question));
    this.#timers.set(
      question,
      setTimeout(() => {
        this.#timers.delete(question);
        this.#rested(question);
      }, typingPause),
    );
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** Tries again, later each time. */
export class Backoff {
  readonly #again: () => void;
  #wait = firstRetry;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void) {
    this.#again = again;
  }

  later(): void {
    this.stop();
    this.#timer = setTimeout(this.#again, this.#wait);
    this.#wait = Math.min(this.#wait * 2, lastRetry);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** It went well: the next failure is tried again soon. */
  reset(): void {
    this.#wait = firstRetry;
  }
}
