import type { Draft } from '@samblikk/contract/client';
import { type Answers, type Edition, type Issue, type Names, questionsOf } from '@samblikk/questionnaire';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SaveQueue } from '../saving/save-queue.ts';
import type { SaveState } from '../saving/save-state.ts';

export interface MeasureForm {
  readonly edition: Edition;
  /** Its edition and those back to last year's, by id. */
  readonly editions: Readonly<Record<string, Edition>>;
  readonly draft: Draft;
  /**
   * The valid answers as they stand in the form, saved or not, together with what is known. Where a field shows what cannot
   * be saved as it stands, or two answers to choose between: the one that the service has.
   */
  readonly answers: Answers;
  readonly asked: ReadonlySet<string>;
  /** What the submission check says of them. */
  readonly issues: readonly Issue[];
  /** Names of the agency and its ministry. */
  readonly names: Names;
  readonly readOnly: boolean;
  /** The address of the person who answers, where the login gave it. */
  readonly ownEmail: string | undefined;
  readonly queue: SaveQueue;
  /** The questions whose answer is last year's, confirmed as still right. */
  readonly confirmed: ReadonlySet<string>;
  /** Answers that are last year's, taken over as still right. */
  takeOver: (answers: Answers) => void;
  /** Why a warning does not matter here, by `reasonKey`; null takes the reason back. */
  giveReason: (key: string, text: string | null) => void;
}

export const MeasureFormContext = createContext<MeasureForm | undefined>(undefined);

/** The measure being answered, below `MeasureFormProvider`. */
export function useMeasureForm(): MeasureForm {
  const form = useContext(MeasureFormContext);
  if (!form) throw new Error('useMeasureForm is used outside MeasureFormProvider');
  return form;
}

/** How saving goes. Apart from the form, so that fields are not drawn again with every save. */
export function useSaveState(): SaveState {
  const { queue } = useMeasureForm();
  return useSyncExternalStore(queue.subscribe, queue.state, queue.state);
}

/** The questions that are asked of people, in order. */
export const askable = (edition: Edition) => questionsOf(edition).filter((question) => !question.known);
