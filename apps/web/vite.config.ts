import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    // The CSP allows no data: scripts, and fonts are cached better as files.
    assetsInlineLimit: 0,
  },
  // Workspace packages are TypeScript source: they go into the server build, the rest stays in node_modules.
  ssr: { noExternal: [/^@samblikk\//] },
  environments: { ssr: { build: { rollupOptions: { input: './app/server/entry.ts' } } } },
});
