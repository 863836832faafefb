import { dayFault } from '@samblikk/questionnaire';
import type { Text } from '@samblikk/text';
import { dayIn } from '../ui/index.ts';

/** What the page is filtered by, as its address has it: Norwegian words, days as they are typed. */
export const parameters = {
  who: 'hvem',
  action: 'hva',
  agency: 'virksomhet',
  year: 'runde',
  from: 'fra',
  to: 'til',
  /** `ja` when logins are to be shown too. */
  logins: 'innlogginger',
} as const;
export type FilterName = keyof typeof parameters;
/** Those that leave fewer events. */
export const narrowing = ['who', 'action', 'agency', 'year', 'from', 'to'] as const satisfies readonly FilterName[];
export const olderThan = 'eldreenn';

export type Typed = Readonly<Record<FilterName, string>>;

export function typedIn(search: URLSearchParams): Typed {
  const entries = Object.entries(parameters).map(([name, parameter]) => [name, (search.get(parameter) ?? '').trim()]);
  return Object.fromEntries(entries) as Typed;
}

/** What is wrong with the typed days, in words, by field. */
export function dayFaults(typed: Typed): Partial<Record<'from' | 'to', Text>> {
  const faults = (['from', 'to'] as const).map((name) => [name, typed[name] && dayFault(dayIn(typed[name]))] as const);
  return Object.fromEntries(faults.filter(([, fault]) => fault));
}

/** Whether logins are left out: until they are asked for, or one kind of event is. */
export const leavesOutLogins = ({ logins, action }: Typed): boolean => logins === '' && action === '';

/** The filter as the API takes it. What is no such thing there finds nothing, and is left out. */
export function asked(typed: Typed) {
  const { who, action, agency, year, from, to } = typed;
  return {
    ...(who && { who: who.slice(0, 200) }),
    ...(action && { action: action.slice(0, 60) }),
    ...(/^\d{9}$/.test(agency) && { agency }),
    ...(/^(20|90)\d\d$/.test(year) && { year: Number(year) }),
    ...(from && { from: dayIn(from) }),
    ...(to && { to: dayIn(to) }),
    ...(leavesOutLogins(typed) && { logins: 'without' as const }),
  };
}

/** The query of this page with these filters. */
export function queryOf(typed: Typed, more: Readonly<Record<string, string>> = {}): string {
  const set = Object.entries(parameters).flatMap(([name, parameter]) =>
    typed[name as FilterName] === '' ? [] : [[parameter, typed[name as FilterName]]],
  );
  return new URLSearchParams([...set, ...Object.entries(more)]).toString();
}
