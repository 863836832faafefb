export { type WrittenFile, writeZip } from './write-zip.ts';
export { ZipReader } from './zip-reader.ts';
