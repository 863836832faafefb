// What a system file is made of. See sav.ts.

export interface SavVariable {
  /** Letters, digits and `_`; programs do not tell small letters from large. */
  readonly name: string;
  readonly label: string;
  /** Most bytes of a text in UTF-8; undefined where it is a number. */
  readonly width?: number;
  /** A number is a day, in seconds (`savDay`). */
  readonly day?: true;
  /** Whether a number is an amount, and not a code. */
  readonly scale?: true;
  /** What the codes mean. */
  readonly labels?: readonly (readonly [code: number, label: string])[];
  /** Codes that are no answer, three at most. */
  readonly missing?: readonly number[];
}

/** Variables that are the choices of one question with several answers. */
export interface SavSet {
  readonly name: string;
  readonly label: string;
  readonly variables: readonly string[];
  /** The code of a choice that was made. */
  readonly counted: number;
}

export interface SavDictionary {
  readonly label: string;
  readonly variables: readonly SavVariable[];
  readonly sets: readonly SavSet[];
  readonly cases: number;
  /** The moment that stands in the file: the same file must be the same bytes. */
  readonly made: Date;
  /** What must be known of the file, in lines. */
  readonly documents: readonly string[];
}

/** A number, a text, or neither. */
export type SavCell = number | string | null;

/** A variable as it is stored: a text is of at most 255 bytes, so a longer one is several. */
export interface Segment {
  readonly variable: SavVariable;
  readonly short: string;
  /** Bytes; 0 for a number. */
  readonly width: number;
  /** The first of its variable. */
  readonly first: boolean;
}

export const widest = 255;
/** What counts of a segment where a text has several. */
const effective = 252;
/** The longest text a system file can hold. */
export const longestSavText = 32_767;

/** What is added to a small whole number, so that it fits a byte. */
export const bias = 100;

/** The beginning of a text that is at most so many bytes in UTF-8, no letter cut. */
export function inBytes(text: string, most: number): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= most) return bytes;
  let end = most;
  while (((bytes[end] as number) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/** The variables as they are stored. */
export function segmentsOf(variables: readonly SavVariable[]): Segment[] {
  let made = 0;
  const next = (): string => `V${(++made).toString(36).toUpperCase()}`;
  return variables.flatMap((variable): Segment[] => {
    const width = Math.min(variable.width ?? 0, longestSavText);
    if (variable.width === undefined) return [{ variable, short: next(), width: 0, first: true }];
    if (width <= widest) return [{ variable, short: next(), width: Math.max(1, width), first: true }];
    const many = Math.ceil(width / effective);
    return Array.from({ length: many }, (_, at) => ({
      ...{ variable, short: next(), first: at === 0 },
      width: at < many - 1 ? widest : width - effective * (many - 1),
    }));
  });
}

/** How many eight-byte words a segment takes in a case. */
export const wordsIn = ({ width }: Segment): number => Math.max(1, Math.ceil(width / 8));
