export { fingerprintOf, type KeptSecret, keepSecret, type Secrets, secretOf, secretsOf } from './secrets.ts';
