import type { ActorType, PlanPhase } from '../plan/plan.ts';
import type { Kroner } from '../sharing/kroner.ts';
import type { Terms } from './scheme.ts';

/** What a rule demands or gives, one term at a time; by these words terms are also held against each other. */
export const termCodes = [
  'who',
  'partners',
  'pays',
  'paysNot',
  'totalFrom',
  'totalTo',
  'totalOver',
  'share',
  'supportFrom',
  'supportTo',
  'paidOver',
  'lasts',
  'payback',
] as const;
export type TermCode = (typeof termCodes)[number];

/** Why a rule is not met. */
export const againstCodes = [
  'notApplicant',
  'phasesNotPaid',
  'totalBelow',
  'totalAbove',
  'totalNotOver',
  'supportBelow',
  'tooLong',
  'notYet',
  'noLonger',
] as const;
export type AgainstCode = (typeof againstCodes)[number];

/** What must be told before anyone can say that a rule is met. */
export const missingCodes = ['chooseActors', 'choosePhases', 'noTotal', 'phasesNotTold'] as const;
export type MissingCode = (typeof missingCodes)[number];

/** What is good to know where a rule is met. */
export const noteCodes = [
  'onlyPartners',
  'othersNot',
  'somePhasesNotPaid',
  'somePhasesNotTold',
  'paidOverFewer',
  'paysBack',
] as const;
export type NoteCode = (typeof noteCodes)[number];

export type SaidCode = TermCode | AgainstCode | MissingCode | NoteCode;

/** What the words of a code are filled in with. */
export interface Params {
  readonly kroner?: Kroner;
  /** The limit that is passed. */
  readonly limit?: Kroner;
  readonly percent?: number;
  readonly years?: number;
  readonly most?: number;
  /** The first day a rule holds, or the last. */
  readonly day?: string;
  readonly actors?: readonly ActorType[];
  readonly phases?: readonly PlanPhase[];
}

/** Something to be said in the reader's language (`words.ts`). */
export interface Said<Code extends SaidCode = SaidCode> {
  readonly code: Code;
  readonly params: Params;
}

export const say = <Code extends SaidCode>(code: Code, params: Params = {}): Said<Code> => ({ code, params });

/** All that a rule demands and gives, in one order. */
export function saidTerms(terms: Terms): readonly Said<TermCode>[] {
  const kroner = (code: TermCode, amount: Kroner | undefined) =>
    amount === undefined ? [] : [say(code, { kroner: amount })];
  const years = (code: TermCode, number: number | undefined) =>
    number === undefined ? [] : [say(code, { years: number })];
  const percent = (code: TermCode, number: number | undefined) =>
    number === undefined ? [] : [say(code, { percent: number })];
  return [
    say('who', { actors: terms.applicants }),
    ...(terms.partners ? [say('partners', { actors: terms.partners })] : []),
    say('pays', { phases: terms.phases }),
    ...(terms.notPhases ? [say('paysNot', { phases: terms.notPhases })] : []),
    ...kroner('totalFrom', terms.totalFrom),
    ...kroner('totalTo', terms.totalTo),
    ...kroner('totalOver', terms.totalOver),
    ...percent('share', terms.sharePercent),
    ...kroner('supportFrom', terms.supportFrom),
    ...kroner('supportTo', terms.supportTo),
    ...years('paidOver', terms.paidOverYears),
    ...years('lasts', terms.lastsYears),
    ...percent('payback', terms.riskPercent),
  ];
}
