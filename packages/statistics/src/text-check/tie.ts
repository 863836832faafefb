import type { Filters } from '../filter.ts';
import { countAgrees, shareAgrees } from './agree.ts';
import type { Claim } from './claims.ts';
import type { Measure, Part, Selection } from './measure.ts';
import type { Mention } from './mentions.ts';
import { isStated, type Reading, readingsOf } from './readings.ts';

/** The words that may say what a number is about: those that must be among them, and those that may. */
export interface Scope {
  readonly needed: readonly Mention[];
  readonly others: readonly Mention[];
  readonly text: string;
  /** Its words are those right beside the number. */
  readonly own?: true;
  /** It takes in words of other sentences. */
  readonly far?: true;
}

/** How a number was read: what is counted and, of a share, what it is of. */
export interface Tied {
  readonly selection: Selection;
  readonly n: number;
  readonly part?: Part;
}

export interface Outcome {
  /** Whether it agrees by the words of its own sentence. */
  readonly near: boolean;
  readonly agrees: readonly Tied[];
  /** The nearest of what it could have been meant as. */
  readonly nearest: Tied | undefined;
}

/** What a number could be, by the first scope in which it agrees; of the others, the nearest of the first scope. */
export function tie(claim: Claim, scopes: readonly Scope[], measure: Measure, several: ReadonlySet<string>): Outcome {
  let nearest: Tied | undefined;
  // A rough word fits many shares by chance: it is of the first thing said after it.
  const loose = claim.kind === 'vague' || claim.kind === 'fraction';
  for (const { needed, others, text, far } of scopes) {
    const base = loose ? [...needed, ...others].find((one) => isBase(claim, one, text)) : undefined;
    const first = needed.find((one) => one !== base) ?? needed[0];
    const found = readingsOf(needed, others, text, several)
      .flatMap((reading) => optionsOf(claim, reading, measure))
      .filter(({ selection }) => !loose || (first && selection.some((one) => isAbout(one, first))));
    const agrees = found.filter((one) => fits(claim, one) && (!base || first === base || amongBase(one, base)));
    if (loose && !base) agrees.sort((a, b) => amongOf(a) - amongOf(b));
    if (agrees.length > 0) return { agrees, nearest, near: !far };
    nearest ??= found.toSorted((a, b) => distance(claim, a) - distance(claim, b))[0];
  }
  return { agrees: [], nearest, near: false };
}

function optionsOf(claim: Claim, { selection, pieces }: Reading, measure: Measure): readonly Tied[] {
  if (claim.kind === 'count') return [{ selection, n: measure.any(selection) }];
  if (pieces.length === 0) return measure.parts(selection, {}).map((part) => ({ selection, n: part.n, part }));
  const tied: Tied[] = [];
  // What is counted, and among whom: all together among all first, then each way of sharing them out.
  for (let chosen = 2 ** pieces.length - 1; chosen > 0; chosen--) {
    const counted = merged(pieces.filter((_, at) => chosen & (2 ** at)));
    const among = merged(pieces.filter((_, at) => !(chosen & (2 ** at))));
    const ofSome = claim.of !== undefined && claim.of !== measure.size;
    if (claim.kind !== 'of' && (pieces.length > 1 || ofSome) && counted && isStated(counted)) continue;
    if (!counted || !among || Object.keys(counted).some((variable) => Object.hasOwn(among, variable))) continue;
    for (const part of measure.parts([counted], among)) tied.push({ selection: [counted], n: part.n, part });
  }
  return tied;
}

/** Whether words say what a share is of: `over halvparten av tverrgående tiltak`, `blant tverrgående tiltak er de fleste …`. */
const isBase = ({ from, to }: Claim, { at }: Mention, text: string): boolean =>
  at > to
    ? /^\s*(?:av|of)\s+(?:de |dei |the )?(?:innmeldte |innmelde )?$/iu.test(text.slice(to, at))
    : at < from &&
      /(?:^|[\s,])(?:blant|among|ser vi(?: både| bare| kun)? på)\s+(?:[^\s,]+\s+){0,3}$/iu.test(text.slice(0, at));

const amongBase = ({ part }: Tied, base: Mention): boolean => part !== undefined && isAbout(part.among, base);
const amongOf = ({ part }: Tied): number => Object.keys(part?.among ?? {}).length;

/** Whether a selection takes in what a word can mean. */
const isAbout = (filters: Filters, { alternatives }: Mention): boolean =>
  alternatives.some((one) => Object.keys(one).some((variable) => Object.hasOwn(filters, variable)));

function merged(pieces: readonly Filters[]): Filters | undefined {
  const all: Record<string, readonly string[]> = {};
  for (const piece of pieces)
    for (const [variable, codes] of Object.entries(piece)) {
      if (Object.hasOwn(all, variable)) return undefined;
      all[variable] = codes;
    }
  return all;
}

function fits(claim: Claim, { n, part }: Tied): boolean {
  if (claim.kind === 'count') return countAgrees(claim, n);
  if (!part || part.percent === null) return false;
  if (claim.kind === 'of') return countAgrees(claim, part.n) && part.base === claim.of;
  return shareAgrees(claim, part.percent);
}

function distance(claim: Claim, { n, part }: Tied): number {
  if (claim.kind === 'count') return Math.abs(n - claim.value);
  if (claim.kind === 'of') return Math.abs(n - claim.value) + (part?.base === claim.of ? 0 : 1000);
  return part?.percent == null ? Number.POSITIVE_INFINITY : Math.abs(part.percent - claim.value);
}
