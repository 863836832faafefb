export { Calendar } from './calendar-list.tsx';
