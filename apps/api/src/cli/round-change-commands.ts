import { type BodyOf, type changeRound as endpoint, realYear } from '@samblikk/contract';
import { osloDay, quartersAfter } from '@samblikk/text';
import { osloMoment, yearsLater } from '@samblikk/text/oslo-clock';
import { carryTexts } from '../messages/index.ts';
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

const from = {
  type: 'string',
  value: 'YEAR',
  help: 'takes each date that is not written from the round of this year, on the same day of the week',
} as const;

/** The dates of the command line, the others from an earlier round when told. @throws UsageError for what cannot be read */
async function datesIn(call: CommandCall): Promise<Changes> {
  const given = written(call);
  const earlier = text(call, 'from');
  if (earlier === undefined) return given;
  const years = realYear(yearOf(call)) - Number(earlier);
  if (!/^20\d\d$/.test(earlier) || years < 1)
    throw new UsageError(`--from ${earlier}: write the year of a round before this one.`);
  const before = await roundOf(await call.db(), Number(earlier));
  const dates = Object.values(fields).flatMap((field) => {
    const at = before[field];
    return at ? [[field, toIso(yearsLater(at, years))] as const] : [];
  });
  const reminders = before.reminders.map((at) => toIso(yearsLater(at, years)));
  return { ...Object.fromEntries(dates), reminders, ...given };
}

const toIso = (at: string) => new Date(at).toISOString();

/** The dates that are written. @throws UsageError for one that is no moment */
function written(call: CommandCall): Changes {
  const given = (Object.keys(fields) as (keyof typeof fields)[]).flatMap((option) => {
    const at = momentOf(call, option);
    return at ? [[fields[option], at.toISOString()] as const] : [];
  });
  const reminders = momentsOf(call, 'reminder')?.map((at) => at.toISOString());
  return { ...Object.fromEntries(given), ...(reminders && { reminders }) };
}

/** What rolls on after the freeze: whether updates are taken, and when snapshots are made of them. */
const rolling = {
  updates: {
    type: 'string',
    value: 'on|off',
    help: 'whether it takes updates from its freeze until the next round opens',
  },
  snapshot: {
    type: 'string',
    value: 'TIME',
    help: 'when what was sent in since is frozen in a release of its own, ISO 8601 with offset; once for each',
    many: true,
  },
  quarterly: {
    type: 'boolean',
    help: 'a snapshot at noon on the first day of each of the four quarters after the freeze',
  },
  'hold-snapshots': { type: 'string', value: 'on|off', help: 'whether snapshots wait for staff to publish them' },
} as const;

/** What of it is written. @throws UsageError for what cannot be read */
async function rollingIn(call: CommandCall, { freezeAt }: Changes): Promise<Changes> {
  const isOn = (option: 'updates' | 'hold-snapshots') => {
    const said = text(call, option);
    if (said !== undefined && said !== 'on' && said !== 'off')
      throw new UsageError(`--${option} ${said}: write on or off.`);
    return said === undefined ? undefined : said === 'on';
  };
  const [takesUpdates, holdSnapshots] = [isOn('updates'), isOn('hold-snapshots')];
  const named = momentsOf(call, 'snapshot')?.map((at) => at.toISOString());
  const snapshots = call.values.quarterly ? await quarterly(call, freezeAt) : named;
  return {
    ...(takesUpdates !== undefined && { takesUpdates }),
    ...(holdSnapshots !== undefined && { holdSnapshots }),
    ...(snapshots && { snapshots }),
  };
}

async function quarterly(call: CommandCall, given: Changes['freezeAt']): Promise<string[]> {
  const at = given ?? (await roundOf(await call.db(), yearOf(call)).catch(() => undefined))?.freezeAt;
  if (!at) throw new UsageError('--quarterly: the round has no moment of freezing. Say it with --freeze.');
  return quartersAfter(osloDay(new Date(at))).map((day) => toIso(osloMoment(day, '12:00')));
}

async function change(call: CommandCall, year: number, changes: Changes): Promise<void> {
  const db = await call.db();
  const now = new Date();
  const row = await db.transaction((tx) =>
    changeRound(tx, year, changes, { actor, now }, { isPublished, created: carryTexts }),
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
    from,
    ...calendar,
  },
  async run(call) {
    const year = yearOf(call);
    const edition = text(call, 'edition');
    const dates = await datesIn(call);
    const there = await roundOf(await call.db(), year).catch(() => undefined);
    if (there) throw new UsageError(`There is a round for ${year} already. Change it with rounds change.`);
    await change(call, year, { ...dates, ...(edition !== undefined && { edition }) });
    return true;
  },
};

export const roundsChange: Command = {
  name: 'rounds change',
  summary: 'Changes the calendar of a round; what is left out stays as it was',
  options: { round, from, ...calendar, ...rolling },
  async run(call) {
    const given = await datesIn(call);
    const dates = { ...given, ...(await rollingIn(call, given)) };
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
