export { type Secrets, secretsOf } from './secrets.ts';
