export { Asked, SendIn, Submission } from './send-in.tsx';
