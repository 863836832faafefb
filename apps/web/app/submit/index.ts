export { Asked, Submission, SubmitForm } from './send-in.tsx';
