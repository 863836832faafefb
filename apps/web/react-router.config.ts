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
  buildEnd: async ({ reactRouterConfig }) => {
    const assets = join(reactRouterConfig.buildDirectory, 'client/assets');
    await leaveOutPublicRoutes(assets);
    await compress(assets);
  },
} satisfies Config;

interface ManifestRoute {
  readonly id: string;
  readonly parentId?: string;
}

/**
 * Takes out of the list of routes that the browser is sent with a signed-in page what it has no use for: public pages, which have no
 * script, and are loaded anew; what each route's script imports, which is asked for by links that load beforehand, and there are none; and what it has not.
 */
async function leaveOutPublicRoutes(folder: string): Promise<void> {
  const name = (await readdir(folder)).find((one) => /^manifest-.*\.js$/.test(one));
  if (name === undefined) throw new Error('The build has no manifest of routes.');
  const path = join(folder, name);
  const [, before = '', json = '', after = ''] =
    /^(window\.__reactRouterManifest=)(\{.*\})(;?\s*)$/s.exec(await readFile(path, 'utf8')) ?? [];
  const manifest = JSON.parse(json) as { routes: Record<string, ManifestRoute> };
  const isSignedIn = ({ id, parentId }: ManifestRoute): boolean => {
    const parent = parentId === undefined ? undefined : manifest.routes[parentId];
    return id.endsWith('/signed-in') || (parent !== undefined && isSignedIn(parent));
  };
  const kept = Object.entries(manifest.routes)
    .filter(([id, route]) => id === 'root' || isSignedIn(route))
    .map(([id, route]) => [id, { ...onlyWhatIsSo(route), imports: [] }] as const);
  await writeFile(path, before + JSON.stringify({ ...manifest, routes: Object.fromEntries(kept) }) + after);
}

/** What is false of a route may as well not be there. */
const onlyWhatIsSo = (route: object) =>
  Object.fromEntries(Object.entries(route).filter(([, value]) => value !== false));

/** Lays a gzip and a brotli copy beside each script and stylesheet: the program compresses nothing while it serves. */
async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  for (const path of names.map((name) => join(folder, name))) {
    const content = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
    await writeFile(`${path}.br`, brotliCompressSync(content));
  }
}
