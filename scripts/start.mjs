// npm start: readies what is needed, then runs the program until it ends or is told to stop.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb, fail, install, node, root, signals } from './setup.mjs';

await install();
await buildWeb();

// A session of its own, and a line to it (ipc). Ctrl-C reaches everything in the terminal's foreground, npm passes it on
// once more, and the program takes a second signal for impatience: so it hears of it from here, once. When this process
// dies without a word the line breaks, and the program stops itself.
const child = spawn(node(), [join('apps', 'api', 'src', 'server.ts')], {
  cwd: root,
  detached: process.platform !== 'win32',
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
child.on('error', (error) => fail(`Cannot start ${node()}: ${error.message}`));
child.on('exit', (status) => process.exit(status ?? 1));

let told = 0;
function stop() {
  if (Date.now() - told < 2000) return;
  told = Date.now();
  child.kill('SIGTERM');
}
for (const signal of signals) process.on(signal, stop);

// npm killed outright leaves this process behind; whoever started npm meant the whole.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
