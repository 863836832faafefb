export { ImportNotice } from './import-notice.tsx';
export { SpreadsheetLink } from './link.tsx';
