export { notesToArchive } from './archive.ts';
export { noteRoutes } from './routes.ts';
export { noteCounts, notesOf, writeNote } from './store.ts';
