import { releaseName } from '@samblikk/questionnaire';
import {
  compareReleases,
  comparisonCsv,
  publishRelease,
  restorePublic,
  roundReleases,
  scheduleRelease,
  withdrawPublic,
  withdrawRelease,
} from '../releases/index.ts';
import { roundOf } from '../rounds/index.ts';
import { commandLine, measureNumberOf } from './about.ts';
import {
  type Command,
  type CommandCall,
  lang,
  momentOf,
  outFile,
  required,
  round,
  text,
  UsageError,
  yearOf,
} from './command.ts';
import { writeOut } from './write-out.ts';

const release = { type: 'string', value: 'YEAR.NUMBER', help: 'the release, e.g. 2026.1', required: true } as const;
const reasons = {
  nb: { type: 'string', value: 'TEXT', help: 'why, in bokmål; everyone reads it', required: true },
  nn: { type: 'string', value: 'TEXT', help: 'why, in nynorsk', required: true },
  en: { type: 'string', value: 'TEXT', help: 'why, in English', required: true },
} as const;

/** Year and number of a release that is named on the command line. @throws UsageError */
function releaseFrom(call: CommandCall, option = 'release'): { year: number; number: number } {
  const name = required(call, option);
  const [, year, number] = /^(20\d\d)\.([1-9]\d*)$/.exec(name) ?? [];
  if (year === undefined) throw new UsageError(`--${option} ${name}: write year and number, for example 2026.1.`);
  return { year: Number(year), number: Number(number) };
}

const reasonFrom = (call: CommandCall) => ({
  nb: required(call, 'nb'),
  nn: required(call, 'nn'),
  en: required(call, 'en'),
});

export const releasesList: Command = {
  name: 'releases list',
  summary: 'Lists the releases of a round, newest first: name, who sees it, data as of, measures',
  options: { round },
  async run(call) {
    const db = await call.db();
    const { year } = await roundOf(db, yearOf(call));
    const found = await roundReleases(db, new Date(), { year });
    for (const { name, publication, publishAt, dataAsOf, measures, publicMeasures } of found) {
      const when = publication === 'scheduled' ? ` ${publishAt}` : '';
      await call.out(
        `${name}  ${publication}${when}  data as of ${dataAsOf}  ${measures} measures, ${publicMeasures} public\n`,
      );
    }
    if (found.length === 0) await call.out('There are no releases.\n');
    return true;
  },
};

export const releasesPublish: Command = {
  name: 'releases publish',
  summary: 'Publishes a release now, or says at what moment it is to be published by itself',
  options: {
    release,
    at: { type: 'string', value: 'TIME', help: 'at this moment, ISO 8601 with offset; now when left out' },
    hold: { type: 'boolean', help: 'not at a set moment after all: hold it until it is published' },
  },
  async run(call) {
    const which = releaseFrom(call);
    const at = momentOf(call, 'at');
    if (at && call.values.hold) throw new UsageError('Write one of --at and --hold.');
    const db = await call.db();
    const now = new Date();
    if (at || call.values.hold) await scheduleRelease(db, { ...which, actor: commandLine, now, publishAt: at ?? null });
    else await publishRelease(db, { ...which, actor: commandLine, now });
    const done = at ? `is published at ${at.toISOString()}` : call.values.hold ? 'is held' : 'is published';
    await call.out(`Release ${releaseName(which)} ${done}.\n`);
    return true;
  },
};

export const releasesWithdraw: Command = {
  name: 'releases withdraw',
  summary: 'Withdraws a release, or one measure of a round by a new release without it; the reason is read by everyone',
  options: {
    release: { ...release, help: 'the release; or, with --measure, any release of the round' },
    measure: { type: 'string', value: 'NUMBER', help: 'one measure, e.g. 2026-0042, from all releases of the round' },
    ...reasons,
  },
  async run(call) {
    const which = releaseFrom(call);
    const measure = text(call, 'measure') && measureNumberOf(call);
    const asked = { actor: commandLine, now: new Date(), reason: reasonFrom(call) };
    const db = await call.db();
    if (measure === undefined) {
      await withdrawRelease(db, { ...which, ...asked });
      await call.out(`Release ${releaseName(which)} is withdrawn.\n`);
      return true;
    }
    const made = await withdrawPublic(db, { year: which.year, measure, ...asked });
    const name = releaseName({ year: which.year, number: made.number });
    await call.out(`Measure ${measure} is withdrawn. Release ${name} is current.\n`);
    return true;
  },
};

export const releasesRestore: Command = {
  name: 'releases restore',
  summary: 'Lets a measure that was withdrawn be public again',
  options: { round, measure: { type: 'string', value: 'NUMBER', help: 'e.g. 2026-0042', required: true } },
  async run(call) {
    const year = yearOf(call);
    const measure = measureNumberOf(call);
    const made = await restorePublic(await call.db(), { year, measure, actor: commandLine, now: new Date() });
    const where = made ? `in release ${releaseName({ year, number: made.number })}` : 'from the next freeze on';
    await call.out(`Measure ${measure} is public again ${where}.\n`);
    return true;
  },
};

export const releasesCompare: Command = {
  name: 'releases compare',
  summary: 'Holds two releases against each other: measures, answers and figures; exempt answers too',
  options: {
    before: { ...release, help: 'the release before' },
    after: { ...release, help: 'the release after' },
    format: { type: 'string', value: 'json|csv', help: 'csv when left out' },
    lang,
    out: outFile,
  },
  async run(call) {
    const names = { before: releaseName(releaseFrom(call, 'before')), after: releaseName(releaseFrom(call, 'after')) };
    const format = text(call, 'format') ?? 'csv';
    if (format !== 'json' && format !== 'csv') throw new UsageError(`--format ${format}: write json or csv.`);
    const compared = await compareReleases(await call.db(), new Date(), names, 'all');
    await writeOut(call, [
      format === 'csv' ? comparisonCsv(compared, call.language) : `${JSON.stringify(compared, null, 2)}\n`,
    ]);
    return true;
  },
};
