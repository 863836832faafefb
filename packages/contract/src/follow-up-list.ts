import type { z } from 'zod';
import type { agencyStandingSchema } from './follow-up.ts';

// The list of who has answered, as page and file choose from it and sort it: one way, wherever it is shown.

/** One agency in a round, as those who run it see it. */
export type AgencyStanding = z.output<typeof agencyStandingSchema>;

/** How far an agency has come, said in one word. */
export const standings = ['notStarted', 'opened', 'begun', 'submitted', 'nothingToReport', 'declined'] as const;
export type Standing = (typeof standings)[number];

/** @returns what is sent in counts before all else; an agency that declines may still have begun */
export function standingOf({ state, nothingToReport, declined, openedAt }: AgencyStanding): Standing {
  if (state === 'submitted') return nothingToReport ? 'nothingToReport' : 'submitted';
  if (declined) return 'declined';
  if (state === 'begun') return 'begun';
  return openedAt ? 'opened' : 'notStarted';
}

/** What the list can be narrowed to. Those to be reminded have not sent in, and will. */
export const followUpFilters = [
  'toRemind',
  'notStarted',
  'opened',
  'begun',
  'submitted',
  'nothingToReport',
  'late',
  'declined',
  'reopened',
  'asksMoreTime',
  'answeredQuery',
  'unconfirmed',
] as const;
export type FollowUpFilter = (typeof followUpFilters)[number];

const holds: Readonly<Record<FollowUpFilter, (one: AgencyStanding) => boolean>> = {
  toRemind: (one) => one.state !== 'submitted' && one.declined === null,
  notStarted: (one) => ['notStarted', 'opened'].includes(standingOf(one)),
  opened: (one) => standingOf(one) === 'opened',
  begun: (one) => standingOf(one) === 'begun',
  submitted: (one) => one.state === 'submitted',
  nothingToReport: (one) => standingOf(one) === 'nothingToReport',
  late: ({ late }) => late,
  declined: (one) => standingOf(one) === 'declined',
  reopened: ({ reopened }) => reopened,
  asksMoreTime: ({ reopening }) => reopening?.waiting ?? false,
  answeredQuery: ({ queries }) => queries.answered > 0,
  unconfirmed: ({ contact }) => contact.unconfirmed,
};

export const followUpSorts = [
  'name',
  'ministry',
  'standing',
  'lastActivity',
  'submittedAt',
  'measures',
  'cost',
] as const;
export type FollowUpSort = (typeof followUpSorts)[number];

/** What is asked to be shown of the list; what is left out narrows nothing. */
export interface FollowUpChoice {
  readonly status?: FollowUpFilter | undefined;
  /** The ministry's code that year. */
  readonly ministry?: string | undefined;
  /** A part of a name, a number or an address, in any case. */
  readonly q?: string | undefined;
  readonly sort?: FollowUpSort | undefined;
}

const order = new Intl.Collator('nb');
type Compare = (a: AgencyStanding, b: AgencyStanding) => number;
const byName: Compare = (a, b) => order.compare(a.name.nb, b.name.nb);
/** The latest and the largest first; those without any last. */
const latest = (a: string | null | undefined, b: string | null | undefined) => ((a ?? '') < (b ?? '') ? 1 : -1);
const largest = (a: number | null, b: number | null) => (b ?? -1) - (a ?? -1);
const compares: Readonly<Record<FollowUpSort, Compare>> = {
  name: byName,
  ministry: (a, b) => order.compare(a.ministry, b.ministry),
  standing: (a, b) => standings.indexOf(standingOf(a)) - standings.indexOf(standingOf(b)),
  lastActivity: (a, b) =>
    a.lastActivity?.at === b.lastActivity?.at ? 0 : latest(a.lastActivity?.at, b.lastActivity?.at),
  submittedAt: (a, b) => (a.submittedAt === b.submittedAt ? 0 : latest(a.submittedAt, b.submittedAt)),
  measures: (a, b) => largest(a.measures, b.measures),
  cost: (a, b) => largest(a.cost, b.cost),
};

/** The agencies that are asked for, in the order that is asked for; alike ones by Norwegian name. */
export function chooseAgencies(all: readonly AgencyStanding[], choice: FollowUpChoice): AgencyStanding[] {
  const compare = compares[choice.sort ?? 'name'];
  return all
    .filter((one) => (choice.status === undefined || holds[choice.status](one)) && matches(one, choice))
    .sort((a, b) => compare(a, b) || byName(a, b));
}

/** How many each filter leaves, of those that the rest of the choice asks for. */
export function countByFilter(
  all: readonly AgencyStanding[],
  choice: FollowUpChoice,
): Readonly<Record<FollowUpFilter, number>> {
  const others = all.filter((one) => matches(one, choice));
  const counts = followUpFilters.map((filter) => [filter, others.filter(holds[filter]).length]);
  return Object.fromEntries(counts) as Record<FollowUpFilter, number>;
}

function matches(one: AgencyStanding, { ministry, q = '' }: FollowUpChoice): boolean {
  const wanted = q.trim().toLowerCase();
  const { mailbox, people } = one.contact;
  const said = [
    ...Object.values(one.name),
    one.orgnr,
    mailbox ?? '',
    ...people.flatMap(({ name, email }) => [name, email ?? '']),
  ];
  return (
    (ministry === undefined || one.ministry === ministry) && said.some((text) => text.toLowerCase().includes(wanted))
  );
}

/** How many of those asked have answered, in whole per cent; null of nobody. */
export const responseRate = ({ answered, invited }: { answered: number; invited: number }): number | null =>
  invited === 0 ? null : Math.round((100 * answered) / invited);
