import { type AgencyStanding, chooseAgencies, standingOf } from '@samblikk/contract';
import { endOfDay } from '@samblikk/text';
import { stopMail } from '../messages/index.ts';
import { followUp, listAsCsv } from '../pages/index.ts';
import { decline, grant, mailGranted, mailRefused, refuse, roundOf, undoDecline } from '../rounds/index.ts';
import { agency, agencyOf, commandLine } from './about.ts';
import { type Command, dayOf, lang, outFile, round, text, UsageError, yearOf } from './command.ts';
import { writeOut } from './write-out.ts';

export const roundStatus: Command = {
  name: 'round status',
  summary: 'Tells how far each agency has come in a round, as the list of who has answered does',
  options: {
    round,
    format: { type: 'string', value: 'csv|json', help: 'the whole list as a file; a line each when left out' },
    lang,
    out: outFile,
  },
  async run(call) {
    const formats: Readonly<Record<string, (all: readonly AgencyStanding[]) => string>> = {
      lines: linesOf,
      csv: (all) => listAsCsv(all, call.language),
      json: (all) => `${JSON.stringify(all, null, 2)}\n`,
    };
    const asked = text(call, 'format') ?? 'lines';
    const write = Object.hasOwn(formats, asked) ? formats[asked] : undefined;
    if (!write || text(call, 'format') === 'lines') throw new UsageError(`--format ${asked}: write csv or json.`);
    const db = await call.db();
    // Whoever has the command line has the database.
    const all = await followUp(db, await roundOf(db, yearOf(call)), { now: new Date(), seesPeople: true });
    await writeOut(call, [write(chooseAgencies(all, {}))]);
    return true;
  },
};

function linesOf(all: readonly AgencyStanding[]): string {
  const answered = all.filter(({ state }) => state === 'submitted').length;
  const lines = all.map(
    (one) =>
      `${one.orgnr}  ${one.ministry}  ${standingOf(one)}${one.late ? ' late' : ''}  ${one.measures} measures  ${one.name.nb}\n`,
  );
  return `${lines.join('')}${answered} of ${all.length} answered\n`;
}

export const roundMoreTime: Command = {
  name: 'round more-time',
  summary:
    'Opens a round for one agency until the end of a day, asked for or not, or refuses what it asks for; it is told by e-mail',
  options: {
    round,
    agency,
    until: { type: 'string', value: 'DAY', help: 'the last day to answer, in Norway, ISO 8601; or --refuse' },
    refuse: { type: 'boolean', help: 'gives none to an agency that has asked' },
    reason: { type: 'string', value: 'TEXT', help: 'with --refuse: why, as the agency reads it' },
  },
  async run(call) {
    const refusing = call.values.refuse === true;
    const day = dayOf(call, 'until');
    const reason = text(call, 'reason')?.trim();
    if (refusing === (day !== undefined)) throw new UsageError('Write either --until DAY or --refuse --reason TEXT.');
    if (refusing === !reason) throw new UsageError('--reason is written with --refuse, and only with it.');
    const of = await agencyOf(call);
    const letters = await call.mail();
    const now = new Date();
    const until = day === undefined ? null : new Date(endOfDay(day));
    await (await call.db()).transaction(async (tx) => {
      if (until) {
        await grant(tx, of, until, commandLine, now);
        return mailGranted(tx, letters, of, until, now);
      }
      await refuse(tx, of, reason ?? '', commandLine, now);
      await mailRefused(tx, letters, of, reason ?? '', now);
    });
    const { nameNb } = of.agency;
    await call.out(
      until ? `${nameNb} may answer until ${until.toISOString()}\n` : `${nameNb} gets no more time, and is told why\n`,
    );
    return true;
  },
};

export const roundDecline: Command = {
  name: 'round decline',
  summary: 'Writes down that an agency will not answer a round, and why; reminders stop',
  options: {
    round,
    agency,
    reason: { type: 'string', value: 'TEXT', help: 'why; needed unless it is taken back' },
    undo: { type: 'boolean', help: 'takes it back' },
  },
  async run(call) {
    const reason = text(call, 'reason')?.trim();
    const undo = call.values.undo === true;
    if (!undo && !reason) throw new UsageError('--reason is missing.');
    const of = await agencyOf(call);
    const letters = await call.mail();
    await (await call.db()).transaction(async (tx) => {
      if (undo) return undoDecline(tx, of, commandLine, new Date());
      await decline(tx, of, reason ?? '', commandLine, new Date());
      await stopMail(tx, letters, of, new Date());
    });
    await call.out(undo ? 'Taken back.\n' : `${of.agency.nameNb} declines.\n`);
    return true;
  },
};
