export { solutionList, solutionPage, solutionsOf } from './solutions.ts';
