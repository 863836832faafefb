export { type WrittenFile, writeZip, type ZipPart } from './write-zip.ts';
export { ZipReader } from './zip-reader.ts';
