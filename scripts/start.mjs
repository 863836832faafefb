// npm start: readies what is needed, then runs the program until it ends or is told to stop.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb, fail, install, node, programFlags, root, signals } from './setup.mjs';

await install();
await buildWeb();

// A session of its own, and a line to it (ipc). Ctrl-C reaches everything in the terminal's foreground, npm passes it on
// once more, and the program takes a second signal for impatience: so it hears of it from here, once. When this process
// dies without a word the line breaks, and the program stops itself.
const child = spawn(node(), [...programFlags, join('apps', 'api', 'src', 'server.ts')], {
  cwd: root,
  detached: process.platform !== 'win32',
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  // Half a second of the start is Node reading our modules: it keeps what it has made of them.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env },
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

// npm killed outright leaves its children behind; whoever killed it meant the whole. Between npm and this process there may
// be shells, so all of them are watched. Only Linux tells so cheaply; elsewhere one has to stop the rest by hand.
const above = process.env.npm_lifecycle_event ? ancestors(process.pid) : [];
if (above.length > 0) setInterval(() => above.every((pid) => parentOf(pid)) || stop(), 250).unref();

/** The parent's number; 0 when the process is gone or only waits to be buried. */
function parentOf(pid) {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? 0 : Number(parent);
  } catch {
    return 0;
  }
}

/** The processes from the parent up to npm; none when npm is not among them. */
function ancestors(pid) {
  const found = [];
  for (let up = parentOf(pid); up > 1; up = parentOf(up)) {
    found.push(up);
    if (readFileSync(`/proc/${up}/comm`, 'utf8').startsWith('npm')) return found;
  }
  return [];
}
