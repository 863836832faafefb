// What every command needs first: the dependencies of the lockfile, and Node 24. Plain JavaScript: it must run before any of them is there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

// pnpm 12 cannot install the package `node`: it takes that name for a download of its own.
const PNPM = 'pnpm@10.34.9';

/**
 * What the program is started with. Young objects get 24 MB, not 200: it does as much in less memory, and tells of less than 400 MB
 * while the largest lists are read (npm run bench -- memory).
 */
export const programFlags = ['--max-semi-space-size=8'];

export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const windows = process.platform === 'win32';
const webFolder = join(root, 'apps', 'web');
const lockfile = join(root, 'pnpm-lock.yaml');
const installStamp = join(root, 'node_modules', '.samblikk-installed');
const webStamp = join(webFolder, 'build', '.samblikk-built');

/** Ends the program with one line, and what a tool said when it failed. */
export function fail(message, output = '') {
  process.stderr.write(`${output.trim().split('\n').slice(-40).join('\n')}\n${message}\n`.trimStart());
  process.exit(1);
}

/** Says what takes time; on stderr, since stdout belongs to the command. */
const say = (line) => process.stderr.write(`${line}\n`);

/** The Node that the lockfile pins; before it is installed, or where it is left out, a current one that is new enough. */
export function node() {
  const pinned = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('Node 24 is not installed in node_modules: remove node_modules and try again.');
}

/** Installs what the lockfile says, when that is not what is there. */
export async function install() {
  const wanted = () => hash([lockfile], `${process.platform} ${process.arch}`);
  if (isCurrent(installStamp, wanted())) return;
  await oneAtATime(() => {
    if (isCurrent(installStamp, wanted())) return;
    say('Installing dependencies (the first time takes a minute or two) …');
    run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], {
      shell: windows,
      // npm hands its own quietness down; here the reason of a failure is wanted. CI: never ask anything.
      env: { ...process.env, npm_config_loglevel: 'warn', CI: 'true' },
      problem: 'The dependencies cannot be installed: see above. It needs the npm registry.',
    });
    writeFileSync(installStamp, wanted());
  });
}

/** Builds the web when its sources are newer than the build. */
export async function buildWeb() {
  const wanted = () => hash([lockfile, ...sources(webFolder), ...sources(join(root, 'packages'))]);
  if (isCurrent(webStamp, wanted())) return;
  await oneAtATime(() => {
    if (isCurrent(webStamp, wanted())) return;
    say('Building the web …');
    const stamp = wanted();
    run(node(), [tool('apps/web', '@react-router/dev', 'react-router'), 'build'], {
      cwd: webFolder,
      env: { ...process.env, NODE_ENV: 'production' },
      problem: 'The web cannot be built: see above.',
    });
    writeFileSync(webStamp, stamp);
  });
}

/** The script behind a tool that a workspace package depends on, to be run by Node itself. */
export function tool(workspace, name, command = name) {
  const folder = join(root, workspace, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a program with our own input and output, hands signals on to it, and answers its exit status. */
export function show(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => fail(`Cannot run ${program}: ${error.message}`));
    child.on('exit', (status) => {
      for (const signal of signals) process.removeListener(signal, pass);
      done(status ?? 1);
    });
  });
}

function run(program, args, { problem, ...options }) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    ...options,
  });
  if (status !== 0) fail(problem, `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
}

const isCurrent = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** One fingerprint of the files: their names and contents, in a fixed order. */
function hash(files, more = '') {
  const sum = createHash('sha256').update(more);
  for (const file of files.toSorted()) sum.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return sum.digest('hex');
}

const left = new Set(['node_modules', 'build', 'bench', 'e2e']);

/** The files below a folder that go into the build: no tests, nothing made. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || left.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.isFile() ? [path] : [];
  });
}

/** Two commands started at once on a fresh clone must not install over each other: the second waits. */
async function oneAtATime(task) {
  const lock = join(root, '.cache', 'setup.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeSync(openSync(lock, 'wx'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      // 0: just made, its number not yet written.
      if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
      else await pause(300);
    }
  }
  const free = () => rmSync(lock, { force: true });
  process.once('exit', free);
  try {
    task();
  } finally {
    free();
    process.removeListener('exit', free);
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
