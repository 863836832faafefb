export { ActionOutcome } from './action-outcome.tsx';
export {
  agencyErrorReportsPath,
  agencyParameter,
  agencySourcesPath,
  answeringPath,
  checkPage,
  colleaguesPath,
  delegatePath,
  deliveryPath,
  editionPath,
  fromCheck,
  fromSubmit,
  hubPath,
  judgingPath,
  listPath,
  measurePath,
  newestEdition,
  planPath,
  plansPath,
  profilePath,
  receiptPath,
  releaseChangesPath,
  sourcePath,
  spreadsheetPath,
  startPath,
  submitPath,
  wholeForm,
} from './addresses.ts';
export { Breadcrumbs } from './breadcrumbs.tsx';
export { chosenRelease, yearsBeside } from './chosen-release.ts';
export { DayField, DayInput, useDayFault } from './day-field.tsx';
export { EmailField } from './email-field.tsx';
export { EmbedLine } from './embed-line.tsx';
export { ErrorPage } from './error-page.tsx';
export { type FileLink, FileLinks, fileLinks } from './file-links.tsx';
export { inputOf, useFieldErrors } from './form-errors.tsx';
export { inQuotes } from './in-quotes.ts';
export { faultOf, Labelled } from './labelled-field.tsx';
export { useLive } from './live.ts';
export { useArrivals, useLiveResponse } from './live-response.ts';
export {
  agencyOf,
  agencyRoundOf,
  idOf,
  measureYearOf,
  redirectTo,
  signedInApi,
  staysInMeasure,
  toLogin,
  yearOf,
} from './load.ts';
export { loginPath, switchPath } from './login-path.ts';
export { Notice } from './notice.tsx';
export { NumberedMeasure } from './numbered-measure.tsx';
export { pack, useUnpacked } from './packed.ts';
export { type Preview, previewOf, usePreview } from './preview.ts';
export { dated, missing, publicHeaders, refusal } from './public-page.ts';
export { Ready } from './ready.tsx';
export { problemOf, type Refused } from './refused.ts';
export { fileAddress, releasePath, releaseSource, useDataHref } from './release-source.ts';
export { SearchForm } from './search-form.tsx';
export { shortened } from './shared.tsx';
export { Crumbs, HubCrumbs } from './signed-in-breadcrumbs.tsx';
export {
  agencyFollowUpPath,
  agencyLifePath,
  archivePath,
  auditPath,
  calendarPath,
  comparePath,
  directoryPath,
  dryRunPath,
  errorReportsPath,
  exemptionsPath,
  followUpPath,
  letterPath,
  messagesPath,
  messageTextsPath,
  ministryLifePath,
  newQuestionnairePath,
  newRoundPath,
  outboxPath,
  populationPath,
  publishingPath,
  qualityMeasurePath,
  qualityPath,
  questionnairePath,
  retentionPath,
  roundStartPath,
  roundsPath,
  rulesPath,
  sourcesPath,
  withdrawnMeasuresPath,
} from './staff-addresses.ts';
export { TableBox } from './table-box.tsx';
export { TextFileField } from './text-file-field.tsx';
export { PageTitle, siteName } from './title.tsx';
export { dayIn, typedDay } from './typed-day.ts';
