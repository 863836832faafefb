import { createRequire } from 'node:module';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** No message has a format of its own (`{n, number, ::…}`), a test sees to that: a browser needs nothing to read one with. */
const messagesWithoutSkeletons: Plugin = {
  name: 'messages-without-skeletons',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: {
    order: 'pre',
    handler: (source) => (source === '@formatjs/icu-skeleton-parser' ? noSkeletons : undefined),
  },
  load: (id) =>
    id === noSkeletons
      ? `const none = () => { throw new Error('skeletons are left out'); };
export { none as parseDateTimeSkeleton, none as parseNumberSkeleton, none as parseNumberSkeletonFromString };`
      : undefined,
};
const noSkeletons = '\0no-skeletons';

const frame = { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|react-router)\//, priority: 2 };
const form = { name: 'form', test: /app\/measure\/(form|saving|fields|sections)\//, priority: 1 };

export default defineConfig({
  plugins: [messagesWithoutSkeletons, reactRouter()],
  resolve: {
    alias: {
      // react-intl holds this one to the very patch; two copies of the same parser are one too many.
      'intl-messageformat': createRequire(require.resolve('react-intl')).resolve('intl-messageformat'),
    },
  },
  build: {
    // The CSP allows no data: scripts, and fonts are cached better as files.
    assetsInlineLimit: 0,
  },
  // Everything goes into the server build: workspace packages are TypeScript source, and React is the fast one only where it
  // is told so when it is built.
  ssr: { noExternal: true },
  environments: {
    client: {
      // Source maps tell where each byte came from: e2e/weight.test.ts weighs by them.
      build: {
        sourcemap: 'hidden',
        rollupOptions: {
          // What every signed-in page needs, and what every page of the form needs: one file each is smaller than many. They take in
          // what they import, not what its index has besides: `sideEffects` in package.json says that only styles do by being read.
          output: { codeSplitting: { groups: [frame, form] } },
        },
      },
    },
    ssr: {
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { rollupOptions: { input: './app/server/entry.ts' } },
    },
  },
});
