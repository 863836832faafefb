import { makeArchive, verifyArchive } from '../archive/index.ts';
import { type Command, required, round, yearOf } from './command.ts';

const file = (help: string) => ({ type: 'string', value: 'FILE', help, required: true }) as const;

export const archiveMake: Command = {
  name: 'archive make',
  summary: 'Writes everything about a round, exempt answers included, to one ZIP file that can be verified by itself',
  options: { round, out: file('where to write it; it gets this name when it is whole') },
  async run(call) {
    const [year, path] = [yearOf(call), required(call, 'out')];
    const request = { year, path, actor: 'system:command-line', now: new Date() };
    const { files, manifest } = await makeArchive(await call.db(), request);
    await call.out(`Wrote ${files} files to ${path}. The manifest has SHA-256 ${manifest}\n`);
    return true;
  },
};

export const archiveVerify: Command = {
  name: 'archive verify',
  summary: 'Reads an archive without the database, and names all that does not hold',
  options: { file: file('the archive') },
  operand: 'file',
  async run(call) {
    const { faults, manifest, sha256, takenOut } = await verifyArchive(required(call, 'file'));
    for (const name of takenOut) call.tell(`${name}: taken out`);
    for (const { file: name, what } of faults) call.tell(`${name}: ${what}`);
    if (manifest && faults.length === 0)
      await call.out(
        `The archive of ${manifest.year} holds: ${manifest.files.length} files, ${manifest.audit.events} events. The manifest has SHA-256 ${sha256}\n`,
      );
    return faults.length === 0;
  },
};
