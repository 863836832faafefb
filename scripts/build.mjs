// npm run build: builds the web when its sources are newer than the build.
import { buildWeb, install } from './setup.mjs';

await install();
await buildWeb();
