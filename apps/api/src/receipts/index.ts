export { mailNewReceipt, writingIn } from './mail.ts';
export { receiptRoutes } from './routes.ts';
