import { writeFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import pg from 'pg';

// Loaded before a program that is to be killed, by `node --import` of this address. What the program does to the world outside is
// counted: each statement to the database, each name that a file gets. `?before=7` ends it outright where it is
// about to do the seventh, `?after=7` when that is on its way and not answered. `acts` names a file that is told what it did,
// a word each, when it ends by itself.

const told = new URL(import.meta.url).searchParams;
const [before, after, account] = ['before', 'after', 'acts'].map((name) => told.get(name));
const acts: string[] = [];

function end(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
}

function act<T>(name: string, run: () => T): T {
  acts.push(name);
  const number = String(acts.length);
  if (number === before) end();
  const answer = run();
  if (number === after) setImmediate(end);
  return answer;
}

type Any = (...args: unknown[]) => unknown;

const ask = pg.Client.prototype.query as Any;
pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  const run = () => ask.apply(this, args);
  const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } })
    .connectionParameters;
  // The database is there, and of the program's version: seeing to that is no part of what is done.
  if (name === 'samblikk-migrate') return run();
  const [question] = args as [string | { text?: string } | undefined];
  const text = (typeof question === 'string' ? question : question?.text) ?? '';
  return act(/[a-z]+/.exec(text.toLowerCase())?.[0] ?? '', run);
} as typeof pg.Client.prototype.query;

const rename = files.rename;
files.rename = (...args) => act('rename', () => rename(...args));
syncBuiltinESMExports();

process.on('exit', () => {
  if (account) writeFileSync(account, acts.join(' '));
});
