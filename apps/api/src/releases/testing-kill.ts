import { writeFileSync } from 'node:fs';
import pg from 'pg';

// Loaded before a program that is to be killed, by `node --import` of this address with `?at=7`: ends it outright where it is
// about to ask the database for the seventh time; `?at=commit`: once it has sent its first commit and has no answer yet.
// `count` names a file that is told how many times it asked, when it ends by itself.

const told = new URL(import.meta.url).searchParams;
const killAt = told.get('at');
const count = told.get('count');
const end = () => process.kill(process.pid, 'SIGKILL');
const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
let asked = 0;

pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  asked += 1;
  if (String(asked) === killAt) end();
  const answer = send.apply(this, args);
  const [question] = args as [string | { text?: string } | undefined];
  const text = typeof question === 'string' ? question : question?.text;
  if (killAt === 'commit' && text?.trim().toLowerCase() === 'commit') setImmediate(end);
  return answer;
} as typeof pg.Client.prototype.query;

process.on('exit', () => {
  if (count !== null) writeFileSync(count, String(asked));
});
