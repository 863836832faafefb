import type { Draft, Problem } from '@samblikk/contract/client';
import type { Answers, AnswerValue, Issue } from '@samblikk/questionnaire';

/** A new answer, or null for blank. */
export type Change = AnswerValue | null;

/** One answer that two people changed. Nothing is lost: the person chooses. */
export interface Conflict {
  readonly question: string;
  readonly yours: Change;
  readonly theirs: Change;
  readonly author: string;
  readonly at: string;
}

export type SaveStatus =
  /** What an earlier visit may have left is being read: nobody knows yet whether all is acknowledged. */
  | 'reading'
  /** Everything is acknowledged. */
  | 'saved'
  /** All but what the person must mend or choose between is acknowledged: `toMend` says where. */
  | 'held'
  /** Something is on its way, or will be in a moment. */
  | 'saving'
  /** No contact; tried again by and by. */
  | 'offline'
  /** The session has ended; tried again when the person is back. */
  | 'signedOut'
  /** The service will not take it: the round is closed, or the right is gone. */
  | 'refused';

export interface SaveState {
  readonly status: SaveStatus;
  /** The newest version that is acknowledged, as the API shows it. */
  readonly draft: Draft;
  /** How many answers and reasons are not acknowledged, those that must be mended among them. */
  readonly unsaved: number;
  readonly conflicts: readonly Conflict[];
  /** Questions with an answer that is not saved before the person mends it, or chooses. */
  readonly toMend: readonly string[];
  /**
   * What the service has, null for blank, of questions where the form shows something that cannot be saved as it stands,
   * also while it is being typed. The same object until something in it changes.
   */
  readonly standing: Readonly<Record<string, Change>>;
  /** Why the service takes nothing, as it told; undefined while it does. */
  readonly refusal: Problem | undefined;
  /** What the API found wrong with single answers, by question. */
  readonly faults: Readonly<Record<string, readonly Issue[]>>;
}

export interface SaveRequest {
  basedOn: number;
  changes: Record<string, Change>;
  confirmed: string[];
  /** Why warnings do not matter here; null takes a reason back. */
  reasons?: Record<string, string | null>;
}

export interface SaveQueueOptions {
  draft: Draft;
  /** Sends changes; answers with the draft as it then stands. */
  save: (request: SaveRequest) => Promise<Draft>;
  reload: () => Promise<Draft>;
  /** Answers that others have changed, in fields this person has nothing unsaved in. */
  onTheirs: (answers: Answers, questions: readonly string[]) => void;
  /** A change is on its way to the service; `sentOf` tells of it. */
  onSending: (question: string) => void;
  /** A change is acknowledged, or given up for the other's. */
  onSettled: (question: string) => void;
  onReasonSettled: (key: string) => void;
}

interface Unsettled {
  readonly draft: Draft;
  /** Questions with a change that waits or is on its way. */
  readonly going: readonly string[];
  /** How many reasons are not acknowledged. */
  readonly reasons: number;
  readonly held: ReadonlyMap<string, { readonly left: boolean }>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  readonly reading: boolean;
  readonly trouble: 'offline' | 'signedOut' | 'refused' | undefined;
  readonly refusal: Problem | undefined;
  readonly faults: SaveState['faults'];
}

/** What there is to tell of what is not acknowledged. @param before the state told last: what is as it was stays the same object */
export function snapshot(now: Unsettled, before: SaveState | undefined): SaveState {
  const { draft, held, conflicts, refusal } = now;
  const stuck = new Set([...held.keys(), ...conflicts.keys()]);
  const toMend = [...stuck].filter((id) => conflicts.has(id) || held.get(id)?.left);
  const standing = Object.fromEntries([...stuck].map((id) => [id, draft.answers[id] ?? null]));
  return {
    status: now.trouble ?? calmStatus(now, toMend.length, stuck.size),
    draft,
    unsaved: new Set([...now.going, ...stuck]).size + now.reasons,
    conflicts: [...conflicts.values()],
    toMend,
    refusal,
    standing: before && same(before.standing, standing) ? before.standing : standing,
    faults: { ...now.faults },
  };
}

/** The status when nothing is wrong with the service. Half a word that cannot be read yet is as good as on its way. */
function calmStatus({ going, reasons, reading }: Unsettled, toMend: number, stuck: number): SaveStatus {
  if (going.length + reasons > 0) return 'saving';
  if (toMend > 0) return 'held';
  if (stuck > 0) return 'saving';
  return reading ? 'reading' : 'saved';
}

/** Whether two answers are the same. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
