export { makeReport } from './make.ts';
export type { Block, ReportDocument, TableBlock } from './model.ts';
export { toPdf } from './pdf.ts';
export { reportRoutes } from './routes.ts';
