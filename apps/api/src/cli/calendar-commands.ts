import { runCalendar } from '../calendar/index.ts';
import { type Command, text, UsageError } from './command.ts';

export const calendarRun: Command = {
  name: 'calendar run',
  summary: 'Does what the calendars of the rounds say is due, as the running program does each minute',
  options: {
    at: { type: 'string', value: 'TIME', help: 'as if it were this moment, ISO 8601 with offset; now when left out' },
  },
  async run(call) {
    const at = text(call, 'at');
    const now = at === undefined ? new Date() : new Date(at);
    if (Number.isNaN(now.getTime()))
      throw new UsageError(`--at ${at}: write a moment, for example 2027-02-01T08:00+01:00.`);
    const runs = await runCalendar(await call.db(), now);
    for (const { year, event, dueAt, outcome } of runs)
      await call.out(`${year}  ${event}  due ${dueAt.toISOString()}  ${outcome}\n`);
    if (runs.length === 0) await call.out('Nothing was due.\n');
    return true;
  },
};
