/** What of one measure the person sees, and whether they may answer that. */
export interface MeasureAccess {
  mayWrite: boolean;
  /** The sections that are seen, and that are answered; null: all. */
  sections: readonly string[] | null;
  answers: readonly string[] | null;
  /** Sees the measure only because it was delegated. */
  delegated: boolean;
  /** May ask the agency about it, once it has been sent in. */
  mayAsk: boolean;
  /** May accept corrections that staff propose, or refuse them. */
  mayAnswerCorrections: boolean;
  personId: string | undefined;
}
