export { ApiError, toProblem } from './problem.ts';
