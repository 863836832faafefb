/** Numbers that look random and are the same every time, so that the demonstration data are too. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Numbers for something more, which leave these as they were going to be. */
  apart(): Random {
    return new Random(this.#state ^ 0x5bd1e995);
  }

  /** A number from 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True this share of the time. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list, which must not be empty. */
  pick<const T extends readonly unknown[]>(from: T): T[number] {
    return from[Math.floor(this.next() * from.length)];
  }

  /** Some of a list, in its order, at most so many. */
  some<T>(from: readonly T[], atMost: number): T[] {
    const chosen = new Set<T>();
    const many = Math.min(from.length, this.whole(1, atMost));
    while (chosen.size < many) chosen.add(from[Math.floor(this.next() * from.length)] as T);
    return from.filter((item) => chosen.has(item));
  }
}
