import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  // Another folder lets two builds of one checkout stand side by side.
  buildDirectory: process.env.WEB_BUILD_DIR || 'build',
  ssr: true,
  // Routes are few: all of them are told with the first page, and no address is needed to discover them.
  routeDiscovery: { mode: 'initial' },
  buildEnd: ({ reactRouterConfig }) => compress(join(reactRouterConfig.buildDirectory, 'client/assets')),
} satisfies Config;

/** Lays a gzip and a brotli copy beside each script and stylesheet: the program compresses nothing while it serves. */
async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  for (const path of names.map((name) => join(folder, name))) {
    const content = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
    await writeFile(`${path}.br`, brotliCompressSync(content));
  }
}
