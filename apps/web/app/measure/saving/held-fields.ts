import type { Problem } from '@samblikk/contract/client';
import type { Issue } from '@samblikk/questionnaire';

/** Fields with something that cannot be saved as it stands: it cannot be read here, or the service found fault with it. */
export class HeldFields {
  readonly #left = new Map<string, { left: boolean }>();
  readonly #faults: Record<string, readonly Issue[]> = {};

  /** Whether the person has left each like that. */
  get left(): ReadonlyMap<string, { readonly left: boolean }> {
    return this.#left;
  }

  /** What the service found wrong, by question. */
  get faults(): Readonly<Record<string, readonly Issue[]>> {
    return this.#faults;
  }

  has(question: string): boolean {
    return this.#left.has(question);
  }

  /** Something else stands there now, that cannot be saved either. */
  hold(question: string): void {
    delete this.#faults[question];
    this.#left.set(question, { left: false });
  }

  /** What stands there is well again, or given up. */
  release(question: string): void {
    delete this.#faults[question];
    this.#left.delete(question);
  }

  /** The person left the field like that. @returns whether it is held */
  leave(question: string): boolean {
    if (!this.has(question)) return false;
    this.#left.set(question, { left: true });
    return true;
  }

  leaveAll(): void {
    for (const question of this.#left.keys()) this.leave(question);
  }

  /** The service found fault with what stands there. */
  atFault({ question, code, params, level = 'error' }: NonNullable<Problem['issues']>[number]): void {
    this.#left.set(question, { left: true });
    this.#faults[question] = [...(this.#faults[question] ?? []), { question, code, params, level }];
  }
}
