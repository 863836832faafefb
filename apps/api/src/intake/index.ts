export { maskinportenRoutes } from './agency-systems/routes.ts';
export { spreadsheetImportsToArchive } from './spreadsheet/archive.ts';
export { spreadsheetRoutes } from './spreadsheet/routes.ts';
export { deleteExpiredUploads } from './spreadsheet/store.ts';
export { formTexts } from './survey-file/csv-file.ts';
export { exportRound } from './survey-file/export.ts';
export { type ImportResult, importRound } from './survey-file/import.ts';
export { fileIssueLine } from './survey-file/problems.ts';
export { exchangeRoutes } from './survey-file/routes.ts';
