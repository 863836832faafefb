import { dryRun, runCalendar } from '../calendar/index.ts';
import { freezeConcerns } from '../pages/index.ts';
import { roundOf } from '../rounds/index.ts';
import { at, type Command, nowOf, round, yearOf } from './command.ts';

export const calendarRun: Command = {
  name: 'calendar run',
  summary: 'Does what the calendars of the rounds say is due, as the running program does each minute',
  options: { at },
  async run(call) {
    const runs = await runCalendar(await call.db(), await call.mail(), nowOf(call), freezeConcerns);
    for (const { year, event, dueAt, outcome, letters } of runs)
      await call.out(`${year}  ${event}  due ${dueAt.toISOString()}  ${outcome}  ${letters} letters\n`);
    if (runs.length === 0) await call.out('Nothing was due.\n');
    return true;
  },
};

export const calendarDryRun: Command = {
  name: 'calendar dry-run',
  summary: 'Shows all that a round would still do by itself, and who would be written to; changes nothing',
  options: { round, at },
  async run(call) {
    const now = nowOf(call);
    const db = await call.db();
    const steps = await dryRun(db, await roundOf(db, yearOf(call)), now);
    for (const { at: moment, event, told, outcome, letters, skipped } of steps) {
      const what = told ? `staff are told of: ${event}` : `${event}  ${outcome}`;
      await call.out(`${moment}  ${what}  ${letters.length} letters\n`);
      for (const { to, agencies } of letters)
        await call.out(`  to ${to}  ${agencies.map(({ name }) => name[call.language]).join(', ')}\n`);
      for (const { name, reason } of skipped) await call.out(`  not to ${name[call.language]}: ${reason}\n`);
    }
    if (steps.length === 0) await call.out('Nothing is left to do.\n');
    return true;
  },
};
