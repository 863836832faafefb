export { type FetchedFile, FetchFault, type FetchFaultCode, fetchFile, requireAddress } from './fetch-file.ts';
