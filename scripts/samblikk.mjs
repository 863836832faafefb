// npm run samblikk -- COMMAND: the command line. stdout holds only what the command itself writes.
import { join } from 'node:path';
import { install, node, root, show } from './setup.mjs';

await install();
const cwd = process.env.INIT_CWD ?? process.cwd(); // Where the person stands: file names are meant from there.
process.exitCode = await show(node(), [join(root, 'apps', 'api', 'src', 'cli.ts'), ...process.argv.slice(2)], { cwd });
