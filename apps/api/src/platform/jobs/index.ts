export { eachByItself } from './each-by-itself.ts';
export { type Job, jobRunner, type Wake } from './jobs.ts';
