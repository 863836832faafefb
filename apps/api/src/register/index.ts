export { searchInWords } from './in-words.ts';
export { type News, newsOf, newsOfMeasure } from './news.ts';
export { requestOf } from './request.ts';
export { registerRoutes } from './routes.ts';
