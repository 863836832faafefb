import type { MeasureState, ResponseView } from '@samblikk/contract/client';

/** What a measure's state means for what the agency has left to do. */
export type Standing = 'left' | 'ready' | 'sent';

const standings: Record<MeasureState, Standing> = {
  notStarted: 'left',
  inProgress: 'left',
  hasErrors: 'left',
  returned: 'left',
  ready: 'ready',
  changedSince: 'ready',
  submitted: 'sent',
};

/** The measures of one standing; all of them without. */
export const ofStanding = (measures: ResponseView['measures'], wanted?: Standing) =>
  wanted === undefined ? measures : measures.filter(({ state }) => standings[state] === wanted);
