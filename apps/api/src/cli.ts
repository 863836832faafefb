import { once } from 'node:events';
import { run } from './cli/run.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';

// Whoever reads the output may have had enough (`| head`): then there is nothing more to do, and nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), {
  async out(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  tell: (line) => process.stderr.write(`${line}\n`),
  open: async () => openDatabase(readConfig()),
});
