export { EmailAddress } from './email-address.tsx';
export { Filters } from './filters.tsx';
export { PageTurn } from './page-turn.tsx';
export { requireStaff } from './require-staff.ts';
export { RoundHead } from './round-head.tsx';
export { staffText } from './staff-text.ts';
export { Unfolding } from './unfolding.tsx';
