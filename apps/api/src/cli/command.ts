import { dayFault, type Language } from '@samblikk/questionnaire';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { MailContext } from '../platform/mail/index.ts';

/** An option of a command, as `node:util` parses it, with what `--help` says of it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** How the value is written in `--help`, e.g. `FILE`. */
  readonly value?: string;
  readonly required?: true;
  /** It may be written several times. */
  readonly many?: true;
}

/** What a command is given. It writes its result to `out` and what it has to say about it to `tell`. */
export interface CommandCall {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly language: Language;
  /** The command's own output: lines, files, numbers. */
  out(text: string): Promise<void>;
  /** Messages to the person, a line each; they go to stderr. */
  tell(line: string): void;
  /** Where the program keeps what is not in the database. */
  config(): Pick<Config, 'dataDir' | 'sessionSecret' | 'registerUrl'>;
  /** Opens the database, migrated; it is closed when the command ends. */
  db(): Promise<Database>;
  /** What writing letters takes. They are sent by the running program. */
  mail(): Promise<MailContext>;
}

export interface Command {
  /** One or two words, e.g. `audit verify`. */
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** The option whose value may also be written right after the name: `archive verify FILE`. */
  readonly operand?: string;
  /** @returns whether all was done; false gives exit status 1. */
  run(call: CommandCall): Promise<boolean>;
}

/** The command line was not understood: exit status 2. */
export class UsageError extends Error {}

/** Nobody reads the output any more: not the command's fault, and nothing is left to do. */
export class ReaderGone extends Error {}

/** The value of a text option; `parse` has seen to it that required ones are there. */
export function text(call: CommandCall, option: string): string | undefined {
  const value = call.values[option];
  return typeof value === 'string' ? value : undefined;
}

/** The value of a required text option. */
export function required(call: CommandCall, option: string): string {
  const value = text(call, option);
  if (value === undefined) throw new UsageError(`--${option} is missing.`);
  return value;
}

/** The year of `--round`. @throws UsageError */
export function yearOf(call: CommandCall): number {
  const year = required(call, 'round');
  if (!/^(20|90)\d\d$/.test(year)) throw new UsageError(`--round ${year}: write a year, for example --round 2019.`);
  return Number(year);
}

/** One of the words that an option may have, when it is told. @throws UsageError */
export function choiceOf<T extends string>(call: CommandCall, option: string, choices: readonly T[]): T | undefined {
  const given = text(call, option);
  const known = choices.find((one) => one === given);
  if (given !== undefined && known === undefined)
    throw new UsageError(`--${option} ${given}: write one of ${choices.join(', ')}.`);
  return known;
}

/** As `choiceOf`, of an option that is required. @throws UsageError */
export function requiredChoice<T extends string>(call: CommandCall, option: string, choices: readonly T[]): T {
  const known = choiceOf(call, option, choices);
  if (known === undefined) throw new UsageError(`--${option} is missing.`);
  return known;
}

/** A name as one line of output, whatever is in it. */
export const oneLine = (name: string): string => name.replace(/[\p{Cc}\s]+/gu, ' ');

/** The day of an option, when it is told. @throws UsageError */
export function dayOf(call: CommandCall, option: string): string | undefined {
  const day = text(call, option);
  if (day !== undefined && dayFault(day))
    throw new UsageError(`--${option} ${day}: write a day, for example 2027-03-15.`);
  return day;
}

/** The moment of an option, when it is told; without an offset it would be another on another machine. @throws UsageError */
export function momentOf(call: CommandCall, option: string): Date | undefined {
  const value = text(call, option);
  return value === undefined ? undefined : toMoment(option, value);
}

/** As `momentOf`, of an option that may be written several times. @throws UsageError */
export function momentsOf(call: CommandCall, option: string): Date[] | undefined {
  const values = call.values[option];
  return Array.isArray(values) ? values.map((value) => toMoment(option, String(value))) : undefined;
}

function toMoment(option: string, value: string): Date {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime()) || !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(value))
    throw new UsageError(`--${option} ${value}: write a moment, for example 2027-02-01T08:00+01:00.`);
  return moment;
}

export const round = { type: 'string', value: 'YEAR', help: 'the year of the round', required: true } as const;
export const lang = { type: 'string', value: 'nb|nn|en', help: 'the language of messages; nb when left out' } as const;
export const outFile = {
  type: 'string',
  value: 'FILE',
  help: 'write to a file; to standard output when left out',
} as const;

export const at = {
  type: 'string',
  value: 'TIME',
  help: 'as if it were this moment, ISO 8601 with offset; now when left out',
} as const;

/** The moment of `--at`; now when it is left out. @throws UsageError */
export const nowOf = (call: CommandCall): Date => momentOf(call, 'at') ?? new Date();
