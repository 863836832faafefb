export { makeArchive } from './make-archive.ts';
export { archiveRoutes } from './routes.ts';
export { verifyArchive } from './verify-archive.ts';
