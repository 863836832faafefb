export { minutesOf } from './effort.ts';
export { mailNewReceipt, sampleReceipt, writingIn } from './mail.ts';
export { receiptRoutes } from './routes.ts';
