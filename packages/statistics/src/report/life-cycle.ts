import type { Edition } from '@samblikk/questionnaire';

/** What is followed from round to round: the variables whose flows are shown, in this order. */
export const flowVariables: readonly string[] = ['phaseGroup', 'funding', 'costBand', 'innovation', 'scope'];

/** How long measures are in each of these. */
export const timeVariable = 'phaseGroup';

/** The answers that tell that a measure lacked funding, and that it has it: what was won. */
export const fundingWon = {
  variable: 'funding',
  lacked: ['no', 'partly'],
  has: 'yes',
  by: 'phaseGroup',
} as const;

/** The amount whose growth is told: what a measure costs in all. */
export const growthAmount = ({ roles }: Edition): string => roles.cost;
