import type { FollowUpChoice, FollowUpFilter, FollowUpSort } from '@samblikk/contract/client';
import { followUpPath } from '../../ui/index.ts';

// What the address says of the list of who has answered: `?status=ikke-startet&departement=KMD&q=…&sorter=tiltak`.

export const parameters = { status: 'status', ministry: 'departement', q: 'q', sort: 'sorter' } as const;

const filterCodes: Readonly<Record<FollowUpFilter, string>> = {
  toRemind: 'mangler',
  notStarted: 'ikke-startet',
  opened: 'logget-inn',
  begun: 'i-gang',
  submitted: 'sendt-inn',
  nothingToReport: 'ingenting',
  late: 'sen',
  declined: 'svarer-ikke',
  reopened: 'mer-tid',
  asksMoreTime: 'ber-om-mer-tid',
  answeredQuery: 'har-svart-pa-sporsmal',
  unconfirmed: 'kontakt-ikke-bekreftet',
};

export const sortCodes: Readonly<Record<FollowUpSort, string>> = {
  name: 'navn',
  ministry: 'departement',
  standing: 'status',
  lastActivity: 'aktivitet',
  submittedAt: 'sendt-inn',
  measures: 'tiltak',
  cost: 'kostnad',
};

const named = <Name extends string>(codes: Readonly<Record<Name, string>>, code: string | null): Name | undefined =>
  (Object.keys(codes) as Name[]).find((name) => codes[name] === code);

/** What an address asks for; what it says that is none is as if it were left out. */
export function choiceIn(params: URLSearchParams): FollowUpChoice {
  return {
    status: named(filterCodes, params.get(parameters.status)),
    ministry: params.get(parameters.ministry) || undefined,
    q: params.get(parameters.q) || undefined,
    sort: named(sortCodes, params.get(parameters.sort)),
  };
}

/** The choice as an address has it, `?…`; blank when nothing is chosen. */
export function searchOf({ status, ministry, q, sort }: FollowUpChoice): string {
  const search = new URLSearchParams();
  if (status) search.set(parameters.status, filterCodes[status]);
  if (ministry) search.set(parameters.ministry, ministry);
  if (q) search.set(parameters.q, q);
  if (sort && sort !== 'name') search.set(parameters.sort, sortCodes[sort]);
  const said = search.toString();
  return said && `?${said}`;
}

/** The address of the list with this chosen, without language. */
export const addressOfChoice = (year: number, choice: FollowUpChoice): string => followUpPath(year) + searchOf(choice);

export const statusCode = (filter: FollowUpFilter): string => filterCodes[filter];
