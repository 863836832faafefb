import { once } from 'node:events';
import { ReaderGone, run } from './cli/index.ts';
import { readConfig } from './platform/config/index.ts';
import { openDatabase } from './platform/db/index.ts';
import { mailContextOf } from './platform/mail/index.ts';

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
  config: readConfig,
  open: async () => openDatabase(readConfig()),
  mail: async () => mailContextOf({ config: readConfig(), wake: async () => undefined })(),
});
