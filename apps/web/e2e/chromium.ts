import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

/** The machine's own Chromium, for where the one that comes through npm cannot run. */
const installed = '/usr/bin/chromium';

const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts a Chromium for a whole run. */
export const startChromium = (env: NodeJS.ProcessEnv): Promise<BrowserServer> =>
  withChromium(env, (options) => chromium.launchServer(options));

/**
 * Starts the Chromium that comes through npm: the same on every machine, without the frame around pages that nobody sees, which takes
 * more than the pages do. Where it cannot run, the machine's own.
 * @param env the environment of the process; TMPDIR is changed while the browser is unpacked
 * @param start starts it, with these options
 */
export async function withChromium<T>(
  env: NodeJS.ProcessEnv,
  start: (options: Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>) => Promise<T>,
): Promise<T> {
  const folder = await unpacked(env);
  const launch = (libraries?: string) =>
    start({
      executablePath: join(folder, 'chromium'),
      args: [...flags, '--no-zygote'],
      env: {
        ...env,
        FONTCONFIG_PATH: join(folder, 'fonts'),
        HOME: folder,
        ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }),
      },
    });
  // A bare machine lacks libraries that Chromium links to; the package carries them as well.
  return await launch()
    .catch(() => launch(join(folder, 'al2023', 'lib')))
    .catch((error: unknown) => {
      if (!existsSync(installed)) throw error;
      return start({ executablePath: installed, args: flags });
    });
}

/** Unpacks the browser once per version, in node_modules' cache. Two runs at once never see each other's half. */
async function unpacked(env: NodeJS.ProcessEnv): Promise<string> {
  const home = fileURLToPath(
    new URL('..', pathToFileURL(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
  );
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const caches = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
  const folder = join(caches, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(caches, { recursive: true });
  const half = await mkdtemp(`${folder}-`);
  // The package unpacks into the temporary folder, whatever that is.
  const { TMPDIR } = env;
  env.TMPDIR = half;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(home, 'bin', archive))));
  } finally {
    if (TMPDIR === undefined) delete env.TMPDIR;
    else env.TMPDIR = TMPDIR;
  }
  // The package's own file looks for fonts in /tmp; without any, Chromium falls over at the first form control.
  await writeFile(
    join(half, 'fonts/fonts.conf'),
    `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  await rename(half, folder).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}
