export { type Config, type LoginRoute, ROOT, readConfig } from './config.ts';
export { reason, StartError } from './start-error.ts';
