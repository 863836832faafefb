import type { BodyOf, changeRound as endpoint } from '@samblikk/contract';
import { deleteUnanswered } from '../pages/index.ts';
import { isPublished } from '../releases/index.ts';
import { changeRound, roundOf } from '../rounds/index.ts';
import { type Command, type CommandCall, momentOf, momentsOf, round, text, UsageError, yearOf } from './command.ts';

const actor = 'system:command-line';
type Changes = BodyOf<typeof endpoint>;

const moment = (help: string) => ({ type: 'string', value: 'TIME', help: `${help}, ISO 8601 with offset` }) as const;
const calendar = {
  opens: moment('when it opens'),
  deadline: moment('the deadline'),
  reminder: {
    type: 'string',
    value: 'TIME',
    help: 'when those who have not answered are reminded, ISO 8601 with offset; once for each reminder',
    many: true,
  },
  'late-until': moment('the last moment for late answers'),
  freeze: moment('when it is frozen'),
  publish: moment('when the release becomes public'),
} as const;
const fields = {
  opens: 'opensAt',
  deadline: 'deadline',
  'late-until': 'lateUntil',
  freeze: 'freezeAt',
  publish: 'publishAt',
} as const satisfies Record<Exclude<keyof typeof calendar, 'reminder'>, keyof Changes>;

/** The dates of the command line. @throws UsageError for one that is no moment */
function datesIn(call: CommandCall): Changes {
  const given = (Object.keys(fields) as (keyof typeof fields)[]).flatMap((option) => {
    const at = momentOf(call, option);
    return at ? [[fields[option], at.toISOString()] as const] : [];
  });
  const reminders = momentsOf(call, 'reminder')?.map((at) => at.toISOString());
  return { ...Object.fromEntries(given), ...(reminders && { reminders }) };
}

async function change(call: CommandCall, year: number, changes: Changes): Promise<void> {
  const db = await call.db();
  const now = new Date();
  const row = await db.transaction((tx) =>
    changeRound(tx, year, changes, { actor, now }, () => isPublished(tx, now, year)),
  );
  await call.out(
    `${row.year}  edition ${row.edition}  ${row.state}  deadline ${row.deadline?.toISOString() ?? 'none'}\n`,
  );
}

export const roundsCreate: Command = {
  name: 'rounds create',
  summary: 'Makes a round, planned, with its calendar; whom it asks is chosen or imported afterwards',
  options: {
    round,
    edition: { type: 'string', value: 'EDITION', help: 'that of its year when left out' },
    ...calendar,
  },
  async run(call) {
    const year = yearOf(call);
    const edition = text(call, 'edition');
    const dates = datesIn(call);
    const there = await roundOf(await call.db(), year).catch(() => undefined);
    if (there) throw new UsageError(`There is a round for ${year} already. Change it with rounds change.`);
    await change(call, year, { ...dates, ...(edition !== undefined && { edition }) });
    return true;
  },
};

export const roundsChange: Command = {
  name: 'rounds change',
  summary: 'Changes the calendar of a round; what is left out stays as it was',
  options: { round, ...calendar },
  async run(call) {
    const dates = datesIn(call);
    if (Object.keys(dates).length === 0)
      throw new UsageError('Name a date to change. See samblikk rounds change --help.');
    await roundOf(await call.db(), yearOf(call));
    await change(call, yearOf(call), dates);
    return true;
  },
};

const setState = (name: string, state: 'open' | 'closed', summary: string): Command => ({
  name,
  summary,
  options: { round },
  async run(call) {
    await roundOf(await call.db(), yearOf(call));
    await change(call, yearOf(call), { state });
    return true;
  },
});

export const roundsOpen = setState('rounds open', 'open', 'Opens a round now, if it asks anyone');
export const roundsClose = setState('rounds close', 'closed', 'Closes a round now: it takes no more answers');

export const roundsDelete: Command = {
  name: 'rounds delete',
  summary: 'Deletes a round that nobody has answered',
  options: { round },
  async run(call) {
    const year = yearOf(call);
    await (await call.db()).transaction((tx) => deleteUnanswered(tx, year, actor, new Date()));
    await call.out(`The round of ${year} is deleted.\n`);
    return true;
  },
};
