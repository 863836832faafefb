// npm test: everything that can be checked without a network beyond npm's. The last line is the sum.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { install, node, root, show, tool } from './setup.mjs';

const sum = { passed: 0, failed: 0, skipped: 0 };
/** What failed, to be said once more at the end: a log may have lost its beginning. */
const failures = [];

// Tests bring their own settings: what a running instance is configured with must not reach them.
const env = { ...process.env, NODE_ENV: 'test' };
const ours =
  /^(HOST|PORT|DATA_DIR|DATABASE_URL|DATABASE_READ_URL|SAMBLIKK_.*|PUBLIC_URL|OIDC_.*|DEV_IDP_PORT|SESSION_.*|TRUST_PROXY|LOG_LEVEL)$/;
for (const name of Object.keys(env)) if (ours.test(name)) delete env[name];
const database = env.TEST_DATABASE_URL;
delete env.TEST_DATABASE_URL;

/** Runs a script that either finds nothing wrong or fails; counts as one. */
async function check(title, workspace, script, ...args) {
  console.log(`\n— ${title}`);
  const status = await show(node(), [script, ...args], { cwd: join(root, workspace), env });
  sum[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) failures.push(title);
}

/** Runs vitest and counts its tests; a file that could not be run, and an error outside every test, count as failed ones. */
async function tests(title, args, more = {}) {
  console.log(`\n— ${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'samblikk-results-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await show(node(), [tool('.', 'vitest'), 'run', ...reporters, ...args], { env: { ...env, ...more } });
  let failed = 0;
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const broken = results.testResults.filter(
      (it) => it.status === 'failed' && !it.assertionResults.some((test) => test.status === 'failed'),
    );
    failed = results.numFailedTests + broken.length;
    for (const { name, assertionResults } of results.testResults) {
      const path = relative(root, name);
      const names = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
      failures.push(...names.map((test) => `${path}: ${test}`));
    }
    failures.push(...broken.map(({ name, message }) => `${relative(root, name)}: ${message ?? ''}`.slice(0, 300)));
    sum.passed += results.numPassedTests;
    sum.skipped += results.numPendingTests + results.numTodoTests;
  } catch (error) {
    console.log(`vitest left no results: ${error.message}`);
  }
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && failed === 0) failures.push(title);
  sum.failed += status !== 0 && failed === 0 ? 1 : failed;
}

/** What is about the embedded server, or about processes, whatever the server: killed ones, hostile files, huge ones. */
const embedded = ['killed', 'hostile', 'fuzz', 'messy-list', 'embedded', 'who-and-what'];
const api = ['--project', 'api', '--project', 'api-mocking', '--maxWorkers=1'];

/**
 * The API tests, each once: on the embedded PostgreSQL, or, where TEST_DATABASE_URL names another server, on that, but for what is
 * about the embedded one. The browser's tests run on the embedded one either way.
 */
async function apiTests() {
  if (!database) return tests('API tests', api);
  await tests('API tests on the embedded PostgreSQL', [...api, ...embedded.map((name) => `${name}.test.ts`)]);
  const others = embedded.map((name) => `**/${name}.test.ts`).join(',');
  await tests('API tests on TEST_DATABASE_URL', api, { TEST_DATABASE_URL: database, TEST_EXCLUDE: others });
}

/** Format, types, unused code, the build, and every test. */
async function everything(args) {
  const tsc = tool('.', 'typescript', 'tsc');
  await check('format and lint', '.', tool('.', '@biomejs/biome', 'biome'), 'check', '.');
  await check('types of packages, API and scripts', '.', tsc, '-p', 'tsconfig.json');
  await check('types of the routes', 'apps/web', tool('apps/web', '@react-router/dev', 'react-router'), 'typegen');
  await check('types of the web', 'apps/web', tsc);
  await check('unused code and dependencies', '.', tool('.', 'knip'));
  await check('build of the web', '.', join('scripts', 'build.mjs'));
  if (args.length > 0) {
    await tests('tests', args);
    if (database) await tests('tests on TEST_DATABASE_URL', [...api, ...args], { TEST_DATABASE_URL: database });
    return;
  }
  // The browser waits much of its time: the others run meanwhile.
  await Promise.all([
    tests('tests of packages and the web', ['--project', 'unit', '--project', 'web', '--maxWorkers=1']).then(apiTests),
    tests('tests in the browser', ['--project', 'browser']),
  ]);
}

const args = process.argv.slice(2);
await install();
await everything(args);

const { passed, failed, skipped } = sum;
if (failures.length > 0) console.log('');
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
