/** What costs may be shared by. Each is a number per actor, typed in or known, but `equal`, which is 1 for all. */
export const bases = ['own', 'equal', 'population', 'budget', 'use', 'benefit', 'discretion'] as const;

/**
 * `own`: each bears its own, so the number is what each has of costs; `population`: inhabitants; `budget`: kroner a year; `use`: transactions,
 * users or the like; `benefit`: kroner or points; `discretion`: points that the actors agree on.
 */
export type Basis = (typeof bases)[number];

/** One part of a key: so much of the costs goes by this basis. Weights are relative: 50 and 50 are the same as 1 and 1. */
export interface KeyPart {
  readonly basis: Basis;
  /** Whole, above 0. */
  readonly weight: number;
}

/** A sharing key: one basis, or several mixed ("50 % equal + 50 % population"). */
export type SharingKey = readonly KeyPart[];

/** The number of a basis for an actor; whole, 0 or more. */
export type Numbers = Readonly<Partial<Record<Basis, number>>>;

export interface Actor {
  readonly id: string;
  readonly numbers: Numbers;
  /** Pays no less than this, whatever the key says; whole kroner. */
  readonly minimum?: number;
  /** Pays no more than this. */
  readonly maximum?: number;
}

/** A key that cannot be used on these actors; `code` says why, `actor` and `basis` where. */
export class SharingError extends Error {
  readonly code:
    | 'noActors'
    | 'sameActor'
    | 'noKey'
    | 'badNumber'
    | 'noBasis'
    | 'minimumAboveMaximum'
    | 'tooMuchAsked'
    | 'tooLittleAllowed'
    | 'noWeightLeft';
  readonly actor?: string;
  readonly basis?: Basis;
  constructor(code: SharingError['code'], where: { actor?: string; basis?: Basis } = {}) {
    super([code, where.actor, where.basis].filter((part) => part !== undefined).join(': '));
    this.code = code;
    if (where.actor !== undefined) this.actor = where.actor;
    if (where.basis !== undefined) this.basis = where.basis;
  }
}

/** The number of a basis for an actor: 1 for `equal`, and 0 where none is given. @throws SharingError `badNumber` */
export function numberOf({ id, numbers }: Actor, basis: Basis): bigint {
  if (basis === 'equal') return 1n;
  const number = numbers[basis] ?? 0;
  if (!Number.isSafeInteger(number) || number < 0) throw new SharingError('badNumber', { actor: id, basis });
  return BigInt(number);
}

/** What each actor is of a key, as whole numbers that relate as the shares do. */
export interface Weights {
  readonly of: readonly bigint[];
  readonly sum: bigint;
}

/**
 * What each actor weighs by a key, exactly: the parts of a mix are brought to one denominator.
 * @throws SharingError `noKey`; `noBasis` when nobody has a number above 0 for a basis of the key
 */
export function weightsOf(actors: readonly Actor[], key: SharingKey): Weights {
  if (key.length === 0) throw new SharingError('noKey');
  const parts = key.map(({ basis, weight }) => {
    if (!Number.isSafeInteger(weight) || weight <= 0) throw new SharingError('badNumber', { basis });
    const numbers = actors.map((actor) => numberOf(actor, basis));
    const sum = numbers.reduce((total, number) => total + number, 0n);
    if (sum === 0n) throw new SharingError('noBasis', { basis });
    return { weight: BigInt(weight), numbers, sum };
  });
  const product = parts.reduce((all, { sum }) => all * sum, 1n);
  const factors = parts.map(({ weight, sum }) => weight * (product / sum));
  const of = actors.map((_, place) =>
    parts.reduce((total, { numbers }, part) => total + (numbers[place] as bigint) * (factors[part] as bigint), 0n),
  );
  return { of, sum: of.reduce((total, weight) => total + weight, 0n) };
}
