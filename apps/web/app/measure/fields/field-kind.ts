import type { AnswerValue, Edition, Issue, KindName, Language, QuestionOf } from '@samblikk/questionnaire';
import type { ComponentType } from 'react';

/** What a field holds while it is filled in: what was typed, or what was chosen. Blank is '' or []. */
export type FormValue = string | readonly string[];
export type FormValues = Record<string, FormValue>;

/** What a field's value means: an answer, blank (null), or something that cannot be saved, with the reasons. */
export type Reading = { readonly answer: AnswerValue | null } | { readonly issues: readonly Issue[] };

export interface ControlProps<K extends KindName> {
  readonly question: QuestionOf<K>;
  readonly edition: Edition;
  readonly language: Language;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  /** Ids of what describes the control: help, last year's answer, error. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** How one kind of question is filled in. What its answers mean is the questionnaire's affair, not this one's. */
export interface FieldKind<K extends KindName> {
  readonly Control: ComponentType<ControlProps<K>>;
  /** Several inputs with one name: a fieldset with a legend; else one input with a label. */
  readonly group: boolean;
  /** When a change is sent: at once, a moment after the last key, or as the person leaves the field. */
  readonly saves: 'atOnce' | 'whileTyping' | 'onLeaving';
  /** A saved answer as the field holds it. */
  readonly write: (answer: AnswerValue | undefined) => FormValue;
  /** What a value that is not blank means; the schema of the kind checks it afterwards. */
  readonly read: (value: FormValue, question: QuestionOf<K>) => Reading;
}
