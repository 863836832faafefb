import { releaseName } from '@samblikk/questionnaire';
import { loadDirectory } from '../directory/index.ts';
import { freezeConcerns, issuesOf } from '../pages/index.ts';
import { freezeRound } from '../releases/index.ts';
import { rounds } from '../rounds/index.ts';
import { type Command, round, text, UsageError, yearOf } from './command.ts';

export const freezeCommand: Command = {
  name: 'freeze',
  summary: 'Makes the release of a round that register and statistics read from',
  options: {
    round,
    reason: { type: 'string', value: 'TEXT', help: 'why it is made, in bokmål; everyone reads it once it is public' },
    'reason-nn': { type: 'string', value: 'TEXT', help: 'the same in nynorsk; bokmål is shown when left out' },
    'reason-en': { type: 'string', value: 'TEXT', help: 'the same in English' },
    hold: { type: 'boolean', help: 'keep it from the public until it is published' },
  },
  async run(call) {
    const year = yearOf(call);
    const db = await call.db();
    const now = new Date();
    const nb = text(call, 'reason');
    const [nn, en] = [text(call, 'reason-nn'), text(call, 'reason-en')];
    if (nb === undefined && (nn ?? en) !== undefined) throw new UsageError('--reason: write it in bokmål as well.');
    const reason =
      nb === undefined ? undefined : { nb, ...(nn !== undefined && { nn }), ...(en !== undefined && { en }) };
    // Whoever writes the command has decided; what is missing is said all the same.
    for (const { code, params } of issuesOf(await freezeConcerns(db, year, now)))
      call.tell(`${code}: ${Object.values(params).join(', ')}`);
    const { created, release } = await freezeRound(db, {
      ...{ year, actor: 'system:command-line', now },
      ...(reason !== undefined && { reason }),
      ...(call.values.hold && { heldBy: 'command-line' }),
    });
    const about = `release ${releaseName({ year, number: release.number })}: ${release.measures} measures, data as of ${release.dataAsOf.toISOString()}, frozen ${release.frozenAt.toISOString()}`;
    await call.out(created ? `Made ${about}\n` : `Nothing has changed since ${about}\n`);
    return true;
  },
};

export const roundsList: Command = {
  name: 'rounds list',
  summary: 'Lists the rounds: year, edition, state, deadline, how many agencies were asked and have answered',
  options: {},
  async run({ db, out }) {
    const all = await rounds(await db());
    for (const { year, edition, state, deadline, invited, answered } of all) {
      await out(
        `${year}  edition ${edition}  ${state}  deadline ${deadline ?? 'none'}  ${answered} of ${invited} answered\n`,
      );
    }
    if (all.length === 0) await out('There are no rounds.\n');
    return true;
  },
};

export const directoryLoad: Command = {
  name: 'directory load',
  summary: 'Loads ministries and agencies from the files in data/; again changes only what the files changed',
  options: {},
  async run({ db, out }) {
    const loaded = await (await db()).transaction((tx) => loadDirectory(tx, 'system:command-line'));
    const about = `${loaded.ministries} ministries and ${loaded.agencies} agencies`;
    await out(loaded.changed ? `Loaded ${about}.\n` : `${about} were there already; nothing was changed.\n`);
    return true;
  },
};

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Brings the database up to the program',
  options: {},
  async run({ db, out }) {
    // Opening a database migrates it.
    await db();
    await out('The database is up to date.\n');
    return true;
  },
};
