import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  // Another folder lets two builds of one checkout stand side by side.
  buildDirectory: process.env.WEB_BUILD_DIR || 'build',
  ssr: true,
  // Routes are few: all of them are told with the first page, and no address is needed to discover them.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
