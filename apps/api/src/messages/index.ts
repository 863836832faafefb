export { digestJob, sendQueryDigests } from './digests.ts';
export { forgetMessages } from './forget.ts';
export { bouncesIn, outboxOf } from './outbox-view.ts';
export { letterView } from './preview.ts';
export { planMessages } from './receivers.ts';
export { messageRoutes } from './routes.ts';
export { isSendable, sendMessages, sendOnce } from './send.ts';
export { standingsIn } from './standings.ts';
export { stopMail } from './stop.ts';
