export { FetchFault, type FetchFaultCode, fetchFile, requireAddress } from './fetch-file.ts';
