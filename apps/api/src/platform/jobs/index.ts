export { type Job, jobRunner, type Wake } from './jobs.ts';
