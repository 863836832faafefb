export { csvwOf, type Listing, registerFile, releaseListing } from './files/index.ts';
export { searchInWords } from './in-words.ts';
export { measurePage } from './measure-page.ts';
export { type News, newsOf, newsOfMeasure } from './news.ts';
export { keptBackAmong } from './places.ts';
export { everyProfile, profileIn, usedIn } from './profiles.ts';
export { requestIn, requestOf } from './request.ts';
export { registerRoutes } from './routes.ts';
export { publicTitles } from './titles.ts';
