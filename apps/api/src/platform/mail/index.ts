export { devMailPage } from './dev-page.ts';
export { compose, type LetterName } from './letters.ts';
export { post, readable, withdrawLetter } from './outbox.ts';
export { type MailContext, mailboxOf, mailContextOf, mailEach, type Receiver } from './receivers.ts';
export { mailJob } from './send-job.ts';
