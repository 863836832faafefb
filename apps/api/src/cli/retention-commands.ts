import { pseudonymsFrom } from '../platform/erasure/index.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { dueNow, retentionSchedule, runRetention } from '../retention/index.ts';
import { at, type Command, lang, nowOf } from './command.ts';

type Erased = Awaited<ReturnType<typeof dueNow>>[number];

const line = ({ kind, year, rows }: Erased) => `${kind}${year === null ? '' : `  ${year}`}  ${rows} rows\n`;

export const retentionList: Command = {
  name: 'retention list',
  summary: 'Tells for each kind of data how long it is kept, why, and what happens then',
  options: { lang },
  async run(call) {
    for (const { kind, what, kept, why, after } of retentionSchedule) {
      await call.out(`${kind}: ${what[call.language]}\n`);
      for (const text of [kept, why, after]) await call.out(`  ${text[call.language]}\n`);
    }
    return true;
  },
};

export const retentionRun: Command = {
  name: 'retention run',
  summary: 'Erases what is kept no longer, as the running program does each night',
  options: { at, 'dry-run': { type: 'boolean', help: 'only tells what would be erased; changes nothing' } },
  async run(call) {
    const now = nowOf(call);
    const db = await call.db();
    const erased = call.values['dry-run']
      ? await dueNow(db, now)
      : await runRetention(db, pseudonymsFrom(await secretsOf(call.config())()), { now, actor: 'system:command-line' });
    for (const one of erased) await call.out(line(one));
    if (erased.length === 0) await call.out('Nothing is due.\n');
    return true;
  },
};
