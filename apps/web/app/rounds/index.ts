export { AskReopening } from './reopening.tsx';
