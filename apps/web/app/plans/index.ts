export { PlansNotice } from './plans-notice.tsx';
