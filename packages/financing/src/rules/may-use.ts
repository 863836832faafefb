import type { ActorType, PlanPhase, Years } from '../plan/plan.ts';
import { type Kroner, wholeKroner } from '../sharing/kroner.ts';
import { type AgainstCode, type MissingCode, type NoteCode, type Said, say } from './said.ts';
import type { RuleVersion, Scheme, Terms } from './scheme.ts';

/** What is known of a plan. What is left out is not known, and nothing is assumed of it. */
export interface PlanAsked {
  readonly actors: readonly ActorType[];
  readonly phases: readonly PlanPhase[];
  readonly total?: Kroner;
  readonly years: Years;
  /** The year whose rules are used; the first of the plan unless told. */
  readonly year?: number;
}

/** `unsure`: nothing speaks against it, and something is not known. A proposal: no one is refused by it. */
const verdicts = ['fits', 'unsure', 'doesNotFit'] as const;
export type Verdict = (typeof verdicts)[number];

/** A plan held against one rule. */
export interface RuleOutcome {
  readonly version: RuleVersion;
  readonly verdict: Verdict;
  readonly against: readonly Said<AgainstCode>[];
  readonly missing: readonly Said<MissingCode>[];
  readonly notes: readonly Said<NoteCode>[];
  /** The most that can be had, in whole kroner; null where the rule does not fit, or its source has no limit. */
  readonly atMost: Kroner | null;
}

export interface SchemeOutcome {
  readonly scheme: Scheme;
  /** The best of its rules. */
  readonly verdict: Verdict;
  readonly outcomes: readonly RuleOutcome[];
}

const firstDay = (year: number) => `${year}-01-01`;
const lastDay = (year: number) => `${year}-12-31`;
const endless = '9999-12-31';

/** Rules that held on some day of a year. */
export const versionsIn = (year: number, { versions }: Scheme): readonly RuleVersion[] =>
  versions.filter(({ from, to = endless }) => from <= lastDay(year) && to >= firstDay(year));

/** Those of a year; of a scheme that had none, those that ended last before it, else those that came first after it. */
function versionsNear(year: number, scheme: Scheme): readonly RuleVersion[] {
  const valid = versionsIn(year, scheme);
  if (valid.length > 0) return valid;
  const ended = scheme.versions.filter(({ to = endless }) => to < firstDay(year));
  const newest = ended
    .map(({ to = endless }) => to)
    .sort()
    .at(-1);
  if (newest !== undefined) return ended.filter(({ to }) => to === newest);
  const [first] = scheme.versions.map(({ from }) => from).sort();
  return scheme.versions.filter(({ from }) => from === first);
}

/** Why, or what is missing, or what to know. Each side of a plan says its part. */
interface Heard {
  readonly against?: readonly Said<AgainstCode>[];
  readonly missing?: readonly Said<MissingCode>[];
  readonly notes?: readonly Said<NoteCode>[];
}

const within = <One>(all: readonly One[], some: readonly One[] = []) => all.filter((one) => some.includes(one));
const without = <One>(all: readonly One[], some: readonly One[] = []) => all.filter((one) => !some.includes(one));
const saidOf = <One, Code extends NoteCode>(code: Code, some: readonly One[], params: Said['params']) =>
  some.length > 0 ? [say(code, params)] : [];

function hearActors({ actors }: PlanAsked, { applicants, partners }: Terms): Heard {
  if (actors.length === 0) return { missing: [say('chooseActors')] };
  if (within(actors, applicants).length === 0) return { against: [say('notApplicant', { actors: applicants })] };
  const others = without(actors, applicants);
  const [along, outside] = [within(others, partners), without(others, partners)];
  return {
    notes: [...saidOf('onlyPartners', along, { actors: along }), ...saidOf('othersNot', outside, { actors: outside })],
  };
}

function hearPhases({ phases: asked }: PlanAsked, { phases, notPhases }: Terms): Heard {
  if (asked.length === 0) return { missing: [say('choosePhases')] };
  const [paid, not] = [within(asked, phases), within(asked, notPhases)];
  const untold = without(asked, [...phases, ...(notPhases ?? [])]);
  if (paid.length === 0 && untold.length === 0) return { against: [say('phasesNotPaid', { phases: not })] };
  return {
    missing: paid.length === 0 ? [say('phasesNotTold', { phases: untold })] : [],
    notes: [
      ...saidOf('somePhasesNotPaid', not, { phases: not }),
      ...(paid.length > 0 ? saidOf('somePhasesNotTold', untold, { phases: untold }) : []),
    ],
  };
}

function hearTotal({ total }: PlanAsked, terms: Terms): Heard {
  const { totalFrom, totalTo, totalOver, sharePercent } = terms;
  if (total === undefined)
    return [totalFrom, totalTo, totalOver, sharePercent].some((limit) => limit !== undefined)
      ? { missing: [say('noTotal')] }
      : {};
  const against: Said<AgainstCode>[] = [];
  if (totalFrom !== undefined && total < totalFrom)
    against.push(say('totalBelow', { kroner: total, limit: totalFrom }));
  if (totalTo !== undefined && total > totalTo) against.push(say('totalAbove', { kroner: total, limit: totalTo }));
  if (totalOver !== undefined && total <= totalOver)
    against.push(say('totalNotOver', { kroner: total, limit: totalOver }));
  const most = mostOf(total, terms);
  if (terms.supportFrom !== undefined && (most ?? total) < terms.supportFrom)
    against.push(say('supportBelow', { kroner: most ?? total, limit: terms.supportFrom }));
  return { against };
}

function hearYears({ years }: PlanAsked, { lastsYears, paidOverYears }: Terms): Heard {
  const length = years.to - years.from + 1;
  if (lastsYears !== undefined && length > lastsYears)
    return { against: [say('tooLong', { years: length, most: lastsYears })] };
  return paidOverYears !== undefined && length > paidOverYears
    ? { notes: [say('paidOverFewer', { years: length, most: paidOverYears })] }
    : {};
}

function hearTime(year: number, { from, to = endless }: RuleVersion): Heard {
  if (from > lastDay(year)) return { against: [say('notYet', { day: from })] };
  return to < firstDay(year) ? { against: [say('noLonger', { day: to })] } : {};
}

/** A share of an amount in whole kroner, rounded down: nobody gets more than the share. */
const partOf = (amount: Kroner, percent: number): Kroner => Number((BigInt(amount) * BigInt(percent)) / 100n);

/**
 * The most a rule gives of a total: the share of it, and no more than the highest support.
 * Without a total it is of the highest that the rule allows. Undefined where the source has no limit.
 */
function mostOf(total: Kroner | undefined, { sharePercent, supportTo, totalTo }: Terms): Kroner | undefined {
  const base = total ?? totalTo;
  const limits = [
    ...(sharePercent !== undefined && base !== undefined ? [partOf(base, sharePercent)] : []),
    ...(supportTo !== undefined ? [supportTo, ...(total !== undefined ? [total] : [])] : []),
  ];
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** What must be paid back of money that is a loan: the amount and the addition for risk, rounded up to a whole krone. */
export const paidBack = (amount: Kroner, riskPercent: number): Kroner =>
  Number((BigInt(wholeKroner(amount, 'a loan')) * BigInt(100 + riskPercent) + 99n) / 100n);

/** A plan held against one rule. @throws RangeError unless the total is whole kroner, 0 or more, and the years are in order */
export function holdAgainst(version: RuleVersion, asked: PlanAsked): RuleOutcome {
  const { terms } = version;
  const { total, years, year = years.from } = asked;
  if (total !== undefined) wholeKroner(total, 'a total');
  if (years.to < years.from) throw new RangeError('a plan cannot end before it begins');
  const heard = [
    hearTime(year, version),
    hearActors(asked, terms),
    hearPhases(asked, terms),
    hearTotal(asked, terms),
    hearYears(asked, terms),
  ];
  const against = heard.flatMap(({ against = [] }) => against);
  const missing = heard.flatMap(({ missing = [] }) => missing);
  const most = against.length > 0 ? undefined : mostOf(total, terms);
  const loan = most ?? total;
  const payback =
    terms.riskPercent !== undefined && loan !== undefined && against.length === 0
      ? [say('paysBack', { kroner: loan, limit: paidBack(loan, terms.riskPercent), percent: terms.riskPercent })]
      : [];
  return {
    version,
    verdict: against.length > 0 ? 'doesNotFit' : missing.length > 0 ? 'unsure' : 'fits',
    against,
    missing,
    notes: [...heard.flatMap(({ notes = [] }) => notes), ...payback],
    atMost: most ?? null,
  };
}

/**
 * What a plan may use in a year, how much at most, and why not: every scheme, those that fit first, each with the rules of that year.
 * @example
 * mayUse(schemes, { actors: ['stateAgency'], phases: ['execution'], total: 80_000_000, years: { from: 2020, to: 2022 } })
 */
export function mayUse(schemes: readonly Scheme[], asked: PlanAsked): readonly SchemeOutcome[] {
  const year = asked.year ?? asked.years.from;
  const rank = ({ verdict }: Pick<RuleOutcome, 'verdict'>) => verdicts.indexOf(verdict);
  return schemes
    .map((scheme) => {
      const outcomes = versionsNear(year, scheme).map((version) => holdAgainst(version, asked));
      const verdict = verdicts[Math.min(...outcomes.map(rank))] as Verdict;
      return { scheme, verdict, outcomes };
    })
    .sort((one, other) => rank(one) - rank(other));
}
