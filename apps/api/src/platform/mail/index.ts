export { devMailPage } from './dev-page.ts';
export { compose, type LetterName } from './letters.ts';
export { post, readable, unpost } from './outbox.ts';
export { type Means, mailboxOf, meansOf, postToEach, type Receiver } from './receivers.ts';
export { mailJob } from './send-job.ts';
