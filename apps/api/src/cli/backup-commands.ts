import { restoreBackup, takeBackup, verifyBackup } from '../backup/index.ts';
import { fingerprintOf, keepSecret, secretOf } from '../platform/secrets/index.ts';
import { type Command, type CommandCall, required } from './command.ts';

const file = (help: string) => ({ type: 'string', value: 'FILE', help, required: true }) as const;

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Writes all that is in the database to one file, as one moment has it, while the program runs',
  options: { out: file('where to write it; it gets this name when it is whole') },
  async run(call) {
    const path = required(call, 'out');
    const secret = await secretOf(call.config());
    const { tables, rows, secretIncluded } = await takeBackup(await call.db(), { path, secret, now: new Date() });
    await call.out(`Wrote ${rows} rows of ${tables} tables to ${path}\n`);
    call.tell(
      secretIncluded
        ? 'The secret of the program is in it: keep the file as you would keep a password.'
        : 'SESSION_SECRET is not in it: keep that elsewhere. Without it nobody is known again at the login.',
    );
    return true;
  },
};

export const backupVerify: Command = {
  name: 'backup verify',
  summary: 'Holds every file of a backup against its checksums, without a database',
  options: { file: file('the backup') },
  operand: 'file',
  async run(call) {
    const { manifest, faults } = await verifyBackup(required(call, 'file'));
    for (const name of faults) call.tell(`${name}: it is not what was written`);
    if (faults.length === 0)
      await call.out(`The backup of ${manifest.takenAt} holds: ${manifest.tables.length} tables\n`);
    return faults.length === 0;
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup into an empty database, all or nothing; stop the program first',
  options: {
    from: file('the backup'),
    replace: { type: 'boolean', help: 'delete what is in the database first' },
  },
  async run(call) {
    const replace = call.values.replace === true;
    const { manifest, rows, secret } = await restoreBackup(await call.db(), { path: required(call, 'from'), replace });
    await call.out(`Restored ${rows} rows of ${manifest.tables.length} tables, as of ${manifest.takenAt}\n`);
    return bringSecret(call, manifest.secret.fingerprint, secret);
  },
};

/** Sees to it that the program has the secret that the data were made with. @returns whether it has */
async function bringSecret(call: CommandCall, wanted: string, secret: string | undefined): Promise<boolean> {
  const { sessionSecret, dataDir } = call.config();
  if (sessionSecret === undefined && secret !== undefined) {
    await keepSecret(dataDir, secret);
    return true;
  }
  if (sessionSecret !== undefined && fingerprintOf(sessionSecret) === wanted) return true;
  const where = secret === undefined ? 'the one the backup was taken with' : 'the file session-secret in the backup';
  call.tell(
    `SESSION_SECRET must be ${where}: set it before the program starts, or nobody is known again at the login.`,
  );
  return false;
}
