export { noteRoutes } from './routes.ts';
export { noteCounts, notesOf } from './store.ts';
