/** The addresses of the signed-in part, without language. */

/** The agency, in the query: a person may act for several. */
export const agencyParameter = 'virksomhet';

/** Where an agency and a round are chosen. */
export const answeringPath = '/svar';

export const hubPath = (year: number, orgnr: string) => `/svar/${year}?${agencyParameter}=${orgnr}`;
export const spreadsheetPath = (year: number, orgnr: string) => `/svar/${year}/regneark?${agencyParameter}=${orgnr}`;
export const submitPath = (year: number, orgnr: string) => `/svar/${year}/send-inn?${agencyParameter}=${orgnr}`;
export const receiptPath = (year: number, orgnr: string, receipt: string) =>
  `/svar/${year}/kvittering/${receipt}?${agencyParameter}=${orgnr}`;
export const measurePath = (year: number, measure: string, page = '') =>
  `/svar/${year}/tiltak/${measure}${page && `/${page}`}`;
/** The page of a measure that has all its sections, and the one that shows all answers. The others are named by their section. */
export const wholeForm = 'hele';
export const checkPage = 'kontroll';
/** The section address that came from the check of the answers, and should lead back there. */
export const fromCheck = { name: 'fra', value: checkPage } as const;
/** As `fromCheck`, for what came from the page that sends in. */
export const fromSubmit = { name: fromCheck.name, value: 'send-inn' } as const;
/** The list a measure stands in: the agency's, or what was delegated to the person. */
export const listPath = (draft: { year: number; delegated: boolean; agency: { orgnr: string } }) =>
  draft.delegated ? answeringPath : hubPath(draft.year, draft.agency.orgnr);
export const delegatePath = (year: number, measure: string) => measurePath(year, measure, 'deleger');
export const colleaguesPath = (year: number, orgnr: string) => `/svar/${year}/kolleger?${agencyParameter}=${orgnr}`;
export const roundsPath = '/runder';
/** The directory of ministries and agencies. */
export const directoryPath = '/virksomheter';
export const agencyLifePath = (id: string) => `/virksomheter/${id}`;
export const ministryLifePath = (id: string) => `/virksomheter/departementer/${id}`;
export const newRoundPath = '/runder/ny';
/** What is new in an edition, before a round is made with it. */
export const newQuestionnairePath = (edition: string) => `${newRoundPath}/skjema/${edition}`;
/** Where staff begin: the round that matters now. */
export const startPath = '/oversikt';
export const roundStartPath = (year: number) => `/runder/${year}/oversikt`;
export const followUpPath = (year: number) => `/runder/${year}`;
export const agencyFollowUpPath = (year: number, orgnr: string) => `/runder/${year}/virksomheter/${orgnr}`;
export const questionnairePath = (year: number) => `/runder/${year}/skjema`;
/** Where a round is frozen, and its releases are listed. */
export const publishingPath = (year: number) => `/runder/${year}/publisering`;
/** Two releases held against each other: by name, as `2026.1`; the newest two of the round unless told. */
export const comparePath = (year: number, before?: string, after?: string) =>
  `/runder/${year}/sammenlign${before && after ? `?fra=${before}&til=${after}` : ''}`;
/** The measures that are withdrawn from the public, and where one is, by its number. */
export const withdrawnMeasuresPath = (year: number, number?: string) =>
  `/runder/${year}/tilbaketrukket${number ? `?tiltak=${number}` : ''}`;
/** What everyone may read of what is new in a release. */
export const releaseChangesPath = (name: string) => `/utgaver/${name}`;
export const exemptionsPath = (year: number) => `/runder/${year}/unntak`;
export const calendarPath = (year: number) => `/runder/${year}/kalender`;
export const dryRunPath = (year: number) => `/runder/${year}/kalender/prove`;
export const messagesPath = (year: number) => `/runder/${year}/meldinger`;
export const outboxPath = (year: number) => `/runder/${year}/meldinger/utboks`;
export const letterPath = (year: number, letter: string) => `/runder/${year}/meldinger/utboks/${letter}`;
export const messageTextsPath = (year: number, kind: string) => `/runder/${year}/meldinger/tekster?type=${kind}`;
/** Who did what. */
export const auditPath = '/revisjon';
export const retentionPath = '/oppbevaring';
export const archivePath = (year: number) => `/runder/${year}/arkiv`;
export const populationPath = (year: number) => `/runder/${year}/virksomheter`;
export const qualityPath = (year: number) => `/runder/${year}/kvalitet`;
export const qualityMeasurePath = (year: number, measure: string) => `${qualityPath(year)}/${measure}`;
export const rulesPath = (year: number) => `${qualityPath(year)}/regler`;
