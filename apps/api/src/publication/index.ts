export { frozenFilesToArchive, frozenPiecesToArchive } from './archive.ts';
/** @public What a catalogue tells of each file: name, format, media type, bytes, SHA-256 and address. */
export { type FrozenFile, frozenFilesOf } from './frozen-files.ts';
export { frozenFilesJob } from './job.ts';
export { publicationRoutes } from './routes.ts';
