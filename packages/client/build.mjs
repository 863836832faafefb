// npm run client [-- FOLDER]: makes the package as it is published, which needs nothing else of the project: plain JavaScript, and
// types as the compiler writes them out (src/shapes.ts). A person publishes it: npm publish FOLDER.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from './package.json' with { type: 'json' };
import { largestPage, paths } from './src/open.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const folder = resolve(process.argv[2] ?? join(here, 'build'));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const compiled = mkdtempSync(join(tmpdir(), 'samblikk-client-'));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
try {
  execFileSync(process.execPath, [tsc, '-p', join(here, 'tsconfig.build.json'), '--outDir', compiled], {
    stdio: 'inherit',
  });
  for (const file of ['index.js', 'core.js', 'index.d.ts', 'core.d.ts', 'open.d.ts', 'shapes.d.ts']) {
    const text = readFileSync(join(compiled, 'client', 'src', file), 'utf8');
    // The compiler leaves these in declarations, where not every tool finds the file beside.
    writeFileSync(join(folder, file), text.replace(/'(\.\/\w+)\.ts'/g, "'$1.js'"));
  }
} finally {
  rmSync(compiled, { recursive: true, force: true });
}

/** What `src/open.ts` takes from the contract: here it is written down. */
const values = Object.entries({ paths, largestPage }).map(
  ([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)};\n`,
);
writeFileSync(join(folder, 'open.js'), values.join(''));

copyFileSync(join(here, 'README.md'), join(folder, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
const { private: _, dependencies: __, ...published } = manifest;
const exports = { '.': { types: './index.d.ts', default: './index.js' } };
writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...published, exports }, null, 2)}\n`);
