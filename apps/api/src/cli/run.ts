import { parseArgs } from 'node:util';
import { languages } from '@samblikk/questionnaire';
import { type Config, reason, StartError } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { MailContext } from '../platform/mail/index.ts';
import { ApiError, toProblem } from '../platform/problem/index.ts';
import { type Command, type CommandCall, ReaderGone, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** Where a command writes, and how it gets its database. */
export interface Surroundings {
  out(text: string): Promise<void>;
  tell(line: string): void;
  config(): Pick<Config, 'dataDir' | 'sessionSecret' | 'registerUrl'>;
  open(): Promise<{ db: Database; close(): Promise<void> }>;
  mail(): Promise<MailContext>;
}

/**
 * Runs one command line. @returns the exit status: 0 only when all was done, 1 when it was not, 2 when the command line
 * itself was not understood.
 */
export async function run(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    const found = find(args);
    if (!found) {
      await around.out(overview());
      // Asked for, it is the answer; else something was missing.
      return args.includes('--help') || args.includes('-h') ? 0 : 2;
    }
    const { command, rest } = found;
    const values = parse(command, rest);
    if (values === 'help') {
      await around.out(help(command));
      return 0;
    }
    return (await withDatabase(around, (db) => command.run({ ...around, values, db, language: languageOf(values) })))
      ? 0
      : 1;
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    around.tell(sentence(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function find(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const words = args.findIndex((arg) => arg.startsWith('-'));
  const named = words === -1 ? args : args.slice(0, words);
  if (named.length === 0) return undefined;
  const command = commands.find(({ name }) => name === named.join(' '));
  if (command) return { command, rest: args.slice(named.length) };
  const before = commands.find(({ name, operand }) => operand && name === named.slice(0, -1).join(' '));
  if (before) return { command: before, rest: [`--${before.operand}=${named.at(-1)}`, ...args.slice(named.length)] };
  const near = commands.filter(({ name }) => name.split(' ')[0] === named[0]).map(({ name }) => name);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See samblikk --help.';
  throw new UsageError(`There is no command “${named.join(' ')}”. ${hint}`);
}

function parse(command: Command, args: readonly string[]): CommandCall['values'] | 'help' {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, many = false }]) => [name, { type, multiple: many }]),
  );
  let values: CommandCall['values'];
  const { operand } = command;
  try {
    // The operand may also be written last.
    const allowPositionals = operand !== undefined && !args.some((arg) => arg.startsWith(`--${operand}`));
    const known = { ...options, help: { type: 'boolean', short: 'h' } } as const;
    const parsed = parseArgs({ args: [...args], options: known, allowPositionals });
    const [last, ...more] = parsed.positionals;
    if (more.length > 0) throw new Error(`Unexpected argument '${more[0]}'.`);
    values = operand !== undefined && last !== undefined ? { ...parsed.values, [operand]: last } : parsed.values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See samblikk ${command.name} --help.`);
  }
  if (values.help) return 'help';
  for (const [name, { required, value = 'TEXT' }] of Object.entries(command.options)) {
    if (required && values[name] === undefined) {
      throw new UsageError(
        `${name === command.operand ? value : `--${name}`} is missing. See samblikk ${command.name} --help.`,
      );
    }
  }
  return values;
}

function languageOf({ lang }: CommandCall['values']): CommandCall['language'] {
  const language = languages.find((known) => known === (lang ?? 'nb'));
  if (!language) throw new UsageError(`--lang ${lang}: write nb, nn or en.`);
  return language;
}

/** Opens the database only when the command asks for it, and closes it in any case. */
async function withDatabase<T>(around: Surroundings, use: (db: () => Promise<Database>) => Promise<T>): Promise<T> {
  let opening: ReturnType<Surroundings['open']> | undefined;
  try {
    return await use(async () => {
      opening ??= around.open();
      return (await opening).db;
    });
  } finally {
    await opening?.then(
      (database) => database.close(),
      () => undefined,
    );
  }
}

/** What went wrong, in one line. */
function sentence(error: unknown): string {
  if (error instanceof UsageError || error instanceof StartError) return error.message;
  if (error instanceof ApiError) {
    const { title, detail } = toProblem(error, 'en', '');
    return detail === undefined ? `${title}.` : `${title}: ${detail}`;
  }
  return reason(error);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `samblikk COMMAND [options]\n\n${lines.join('\n')}\n\nsamblikk COMMAND --help tells more about one of them.\n`;
}

function help({ name, summary, options, operand }: Command): string {
  const signature = (option: string, { type, value = 'TEXT', many }: Command['options'][string]) =>
    type === 'boolean' ? `--${option}` : `--${option} ${value}${many ? ' …' : ''}`;
  const usage = Object.entries(options).map(([option, spec]) =>
    option === operand
      ? (spec.value ?? 'TEXT')
      : spec.required
        ? signature(option, spec)
        : `[${signature(option, spec)}]`,
  );
  const described = Object.entries(options).map(([option, spec]) => [
    `${option === operand ? `${spec.value ?? 'TEXT'} or ` : ''}${signature(option, spec)}`,
    spec.help,
  ]) as [string, string][];
  const width = Math.max(0, ...described.map(([written]) => written.length));
  const lines = described.map(([written, about]) => `  ${written.padEnd(width)}  ${about}\n`);
  return `samblikk ${[name, ...usage].join(' ')}\n\n${summary}\n${lines.length > 0 ? `\n${lines.join('')}` : ''}`;
}
