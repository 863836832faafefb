export { minutesOf } from './effort.ts';
export { mailNewReceipt, writingIn } from './mail.ts';
export { receiptRoutes } from './routes.ts';
