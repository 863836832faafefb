// npm run bench [-- NAME …]: the measurements in apps/api/bench, one after the other; all of them, or those whose file name holds a NAME.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, node, root, show } from './setup.mjs';

await install();
const folder = join(root, 'apps', 'api', 'bench');
const names = process.argv.slice(2);
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
const chosen = names.length === 0 ? files : files.filter((file) => names.some((name) => file.includes(name)));
if (chosen.length === 0) fail(`No measurement is called that; there are: ${files.join(', ')}`);
for (const file of chosen.sort()) {
  const status = await show(node(), ['--expose-gc', join(folder, file)]);
  if (status !== 0) process.exitCode = status;
}
