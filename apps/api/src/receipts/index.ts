export { minutesOf } from './effort.ts';
export { mailNewReceipt, sampleReceipt, writingIn } from './mail.ts';
export { bytesOf, paperFonts } from './paper.ts';
export { printable } from './printable.ts';
export { receiptRoutes } from './routes.ts';
