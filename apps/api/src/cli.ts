import { once } from 'node:events';
import { ReaderGone } from './cli/command.ts';
import { run } from './cli/run.ts';
import { readConfig } from './platform/config/config.ts';
import { openDatabase } from './platform/db/open.ts';

// Whoever reads the output may have had enough (`| head`): the command then ends in order, with its database closed.
let gone = false;
process.stdout.on('error', () => {
  gone = true;
});

process.exitCode = await run(process.argv.slice(2), {
  async out(text) {
    if (gone) throw new ReaderGone();
    if (process.stdout.write(text)) return;
    await once(process.stdout, 'drain').catch(() => {
      throw new ReaderGone();
    });
  },
  tell: (line) => process.stderr.write(`${line}\n`),
  open: async () => openDatabase(readConfig()),
});
