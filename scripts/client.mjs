// npm run client [-- FOLDER]: makes @samblikk/client as it is published, in packages/client/build unless told.
import { join } from 'node:path';
import { install, node, root, show } from './setup.mjs';

await install();
process.exitCode = await show(node(), [join(root, 'packages', 'client', 'build.mjs'), ...process.argv.slice(2)]);
