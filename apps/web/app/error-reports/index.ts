export { ReportsNotice } from './reports-notice.tsx';
