export { frozenFilesToArchive, frozenPiecesToArchive } from './archive.ts';
export { type FrozenFile, frozenFilesOf } from './frozen-files.ts';
export { frozenFilesJob } from './job.ts';
export { publicationRoutes } from './routes.ts';
