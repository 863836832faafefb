import type { Draft, Problem } from '@samblikk/contract/client';
import { ApiProblem } from '../../platform/index.ts';
import { HeldFields } from './held-fields.ts';
import { differing, sorted } from './merging.ts';
import { nextBatch, requestOf, type Waiting } from './save-batch.ts';
import { type Change, type Conflict, type SaveQueueOptions, type SaveState, same, snapshot } from './save-state.ts';
import { Backoff, Pauses } from './save-timers.ts';

/**
 * Sends one measure's changes, one request at a time, each based on the last acknowledged version. Merging is by question:
 * what others have changed comes back with the reply. Typing never waits for it.
 */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #conflicts = new Map<string, Conflict>();
  readonly #reasons = new Map<string, string | null>();
  readonly #held = new HeldFields();
  /** The versions that unsaved changes were made on, where it is not the newest. */
  readonly #bases = new Map<string, number>();
  /** What has been sent of a question since it was last acknowledged: a reply that is lost may have been a good one. */
  readonly #sent = new Map<string, readonly Change[]>();
  #inFlight: ReadonlyMap<string, Waiting> = new Map();
  #sending = false;
  #reading = false;
  #draft: Draft;
  /** Why nothing is sent now, if something keeps it back. Otherwise the status follows from what is left to save. */
  #trouble: 'offline' | 'signedOut' | 'refused' | undefined;
  #refusal: Problem | undefined;
  readonly #pauses = new Pauses((question) => this.leave(question));
  readonly #retry = new Backoff(() => this.#sendAll());
  #state: SaveState | undefined;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.#draft = options.draft;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SaveState => {
    this.#state ??= this.#snapshot();
    return this.#state;
  };

  /** The version that a change of this question is based on. */
  baseOf(question: string): number {
    return this.#bases.get(question) ?? this.#draft.version;
  }

  sentOf(question: string): readonly Change[] {
    return this.#sent.get(question) ?? [];
  }

  /**
   * Takes a change. `when` says how soon it goes: at once, after a pause in the typing, or as the field is left (`leave`).
   * @param confirmed last year's answer, confirmed as still right
   */
  change(question: string, value: Change, when: 'atOnce' | 'whileTyping' | 'onLeaving', confirmed = false): void {
    this.#held.release(question);
    const conflict = this.#conflicts.get(question);
    if (conflict) {
      this.#conflicts.set(question, { ...conflict, yours: value });
      this.#tell();
      return;
    }
    this.#waiting.set(question, { value, ready: when === 'atOnce', confirmed });
    if (when === 'whileTyping') this.#pauses.typed(question);
    this.#tell();
    this.#send();
  }

  /** What the field holds cannot be saved: nothing of it is sent until it can. */
  hold(question: string): void {
    this.#waiting.delete(question);
    this.#held.hold(question);
    this.#tell();
  }

  /** The person left the field: what is in it goes now. */
  leave(question: string): void {
    if (this.#held.leave(question)) this.#tell();
    const waiting = this.#waiting.get(question);
    if (!waiting) return;
    this.#waiting.set(question, { ...waiting, ready: true });
    this.#send();
  }

  /** Why a warning does not matter here; null takes the reason back. */
  giveReason(key: string, text: string | null): void {
    this.#reasons.set(key, text);
    this.#tell();
    this.#send();
  }

  /** Sends everything that waits, now: the page is being left, the network or the person is back. */
  flush(): void {
    // One that is on its way may have begun without the network, and fail yet: then it is tried again soon.
    this.#retry.reset();
    this.#sendAll();
  }

  #sendAll(): void {
    this.#held.leaveAll();
    for (const [question, waiting] of this.#waiting) this.#waiting.set(question, { ...waiting, ready: true });
    if (this.#trouble !== 'refused') this.#trouble = undefined;
    this.#retry.stop();
    this.#tell();
    this.#send();
  }

  /** What an earlier visit left is being read, or has been. */
  reading(on: boolean): void {
    this.#reading = on;
    this.#tell();
  }

  /** What an earlier visit kept of a question is still based on the version of that time. The change itself comes after. */
  restore(question: string, { basedOn, sent }: { basedOn: number; sent: readonly Change[] }): void {
    if (basedOn < this.#draft.version) this.#bases.set(question, basedOn);
    this.#sent.set(question, sent);
  }

  /** The person has chosen between two answers. */
  resolve(question: string, choice: 'mine' | 'theirs'): void {
    const conflict = this.#conflicts.get(question);
    if (!conflict) return;
    this.#conflicts.delete(question);
    if (choice === 'mine') {
      // What cannot be read is still held: the person mends it, and it goes on top of the other's answer.
      if (!this.#held.has(question)) {
        this.#waiting.set(question, { value: conflict.yours, ready: true, confirmed: false });
      }
    } else {
      this.#held.release(question);
      this.#options.onSettled(question);
      this.#options.onTheirs(this.#draft.answers, [question]);
    }
    this.#tell();
    this.#send();
  }

  stop(): void {
    this.#pauses.stop();
    this.#retry.stop();
  }

  async #send(): Promise<void> {
    const batch = nextBatch(this.#waiting, this.#reasons, (question) => this.baseOf(question), this.#draft.version);
    const { changes, reasons } = batch;
    if (this.#trouble || this.#sending || changes.size + reasons.size === 0) return;
    for (const [question, { value }] of changes) {
      this.#waiting.delete(question);
      this.#sent.set(question, [...this.sentOf(question), value]);
      this.#options.onSending(question);
    }
    this.#inFlight = changes;
    this.#sending = true;
    this.#tell();
    try {
      const draft = await this.#options.save(requestOf(batch));
      this.#inFlight = new Map();
      for (const [key, text] of reasons) {
        if (this.#reasons.get(key) !== text) continue;
        this.#reasons.delete(key);
        this.#options.onReasonSettled(key);
      }
      this.#acknowledge(draft, changes);
    } catch (error) {
      this.#inFlight = new Map();
      this.#putBack(changes);
      await this.#failed(error);
    }
    this.#sending = false;
    this.#tell();
    this.#send();
  }

  #acknowledge(draft: Draft, sent: ReadonlyMap<string, Waiting>): void {
    this.#retry.reset();
    for (const question of sent.keys()) {
      this.#bases.delete(question);
      this.#sent.delete(question);
      if (!this.#waiting.has(question) && !this.#held.has(question)) this.#options.onSettled(question);
    }
    this.#take(draft, new Set(sent.keys()));
  }

  /**
   * Takes a newer draft: what others changed is shown, except where this person has something of their own. That is still
   * based on the version it was made on, so that the service tells when both have changed the same answer.
   * @param own questions whose answer there is this person's
   */
  #take(draft: Draft, own: ReadonlySet<string> = new Set()): void {
    const { answers: before, version: base } = this.#draft;
    this.#draft = draft;
    for (const [question, conflict] of this.#conflicts) {
      this.#conflicts.set(question, { ...conflict, theirs: draft.answers[question] ?? null });
    }
    const changed = differing(before, draft.answers).filter((id) => !own.has(id) && !this.#conflicts.has(id));
    const unsaved = (id: string) => this.#waiting.has(id) || this.#held.has(id);
    for (const id of changed.filter(unsaved)) if (!this.#bases.has(id)) this.#bases.set(id, base);
    const theirs = changed.filter((id) => !unsaved(id));
    if (theirs.length > 0) this.#options.onTheirs(draft.answers, theirs);
  }

  #putBack(changes: ReadonlyMap<string, Waiting>): void {
    for (const [question, waiting] of changes) {
      if (!this.#waiting.has(question) && !this.#held.has(question)) this.#waiting.set(question, waiting);
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) return this.#tryAgain();
    if (error.code === 'notSignedIn') this.#trouble = 'signedOut';
    else if (error.code === 'conflict') await this.#bothChanged(error);
    else if (error.code === 'answersAtFault') this.#atFault(error);
    else this.refuse(error.problem);
  }

  /** The service will take nothing more here. */
  refuse(why: Problem): void {
    this.#trouble = 'refused';
    this.#refusal = why;
    this.#tell();
  }

  /** There is this version now: one that is newer than what this person has seen is read, unless a save will bring it. */
  async refresh(version: number): Promise<void> {
    const busy = () => this.#sending || this.#trouble === 'refused';
    if (version <= this.#draft.version || busy()) return;
    try {
      const draft = await this.#options.reload();
      // Of a save on its way, the reply is the newer one.
      if (draft.version > this.#draft.version && !busy()) this.#take(draft);
      this.#tell();
    } catch {
      // Told again with the next word of a newer version.
    }
  }

  #tryAgain(): void {
    this.#trouble = 'offline';
    this.#retry.later();
  }

  async #bothChanged(error: ApiProblem): Promise<void> {
    const found = error.problem.conflicts ?? [];
    if (found.length === 0) return this.refuse(error.problem);
    const { own, others } = sorted(found, (question) => this.sentOf(question));
    for (const conflict of others) {
      const { question } = conflict;
      const yours = this.#waiting.get(question)?.value ?? null;
      for (const kept of [this.#waiting, this.#bases, this.#sent]) kept.delete(question);
      this.#conflicts.set(question, { ...conflict, yours });
    }
    // The rest still goes on top of its version, and the reply brings the newest; without a rest it is asked for.
    if (own.size === 0 && [...this.#waiting.values()].some(({ ready }) => ready)) return;
    try {
      const draft = await this.#options.reload();
      const still = [...own].filter(([id, value]) => same(draft.answers[id] ?? null, value)).map(([id]) => id);
      this.#take(draft, new Set(still));
      for (const id of still) this.#bases.delete(id);
    } catch {
      // The old version stands: saving again will tell of the conflict again.
      if (own.size > 0) this.#tryAgain();
    }
  }

  #atFault(error: ApiProblem): void {
    const told = error.problem.issues ?? [];
    const issues = told.filter(({ question }) => this.#waiting.has(question));
    // Where something that cannot be saved stands by now, that is told of already.
    if (issues.length === 0 && !told.some(({ question }) => this.#held.has(question))) this.refuse(error.problem);
    for (const issue of issues) {
      this.#waiting.delete(issue.question);
      this.#held.atFault(issue);
    }
  }

  #snapshot(): SaveState {
    return snapshot(
      {
        draft: this.#draft,
        going: [...this.#waiting.keys(), ...this.#inFlight.keys()],
        reasons: this.#reasons.size,
        held: this.#held.left,
        conflicts: this.#conflicts,
        reading: this.#reading,
        trouble: this.#trouble,
        refusal: this.#refusal,
        faults: this.#held.faults,
      },
      this.#state,
    );
  }

  #tell(): void {
    this.#state = this.#snapshot();
    for (const listener of this.#listeners) listener();
  }
}
