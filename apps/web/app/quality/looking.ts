import type { MeasureQuality } from '@samblikk/contract/client';
import {
  type AnswerValue,
  type Edition,
  findQuestion,
  kindOf,
  type Language,
  type Names,
} from '@samblikk/questionnaire';
import { createContext, useContext } from 'react';

/** What the parts of the page of one measure have in common. */
export interface Looking {
  readonly measure: MeasureQuality;
  readonly edition: Edition;
  readonly editions: Readonly<Record<string, Edition>>;
  readonly names: Names;
  readonly language: Language;
  readonly mayAsk: boolean;
  readonly mayDecide: boolean;
  readonly now: string;
}

export const LookingContext = createContext<Looking | undefined>(undefined);

/** The measure that is looked over. */
export function useLooking(): Looking {
  const looking = useContext(LookingContext);
  if (!looking) throw new Error('useLooking is used outside LookingContext');
  return looking;
}

/** An answer in words; null when there is none. */
export function shown({ names, language }: Looking, edition: Edition, id: string, value: unknown): string | null {
  const question = findQuestion(edition, id);
  if (!question || value === null || value === undefined) return null;
  return kindOf(question).show(question, value as AnswerValue, language, names, edition);
}
