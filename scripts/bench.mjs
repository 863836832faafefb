// npm run bench [-- NAME …]: the measurements in apps/*/bench, one after the other; all of them, or those whose file name holds a NAME.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildWeb, fail, install, node, programFlags, root, show } from './setup.mjs';

await install();
await buildWeb();
const names = process.argv.slice(2);
const files = ['api', 'web'].flatMap((app) => {
  const folder = join(root, 'apps', app, 'bench');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => join(folder, file));
});
const chosen = names.length === 0 ? files : files.filter((file) => names.some((name) => basename(file).includes(name)));
if (chosen.length === 0)
  fail(`No measurement is called that; there are: ${files.map((file) => basename(file)).join(', ')}`);
for (const file of chosen.sort()) {
  const status = await show(node(), [...programFlags, '--expose-gc', file]);
  if (status !== 0) process.exitCode = status;
}
