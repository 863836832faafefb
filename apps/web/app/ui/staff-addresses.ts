/** The addresses of Digdir’s pages, without language. Apart from the others: a page of the form is not to load them. */

export const roundsPath = '/runder';
/** The directory of ministries and agencies. */
export const directoryPath = '/katalog';
export const agencyLifePath = (id: string) => `/katalog/${id}`;
export const ministryLifePath = (id: string) => `/katalog/departementer/${id}`;
export const newRoundPath = '/runder/ny';
/** What is new in an edition, before a round is made with it. */
export const newQuestionnairePath = (edition: string) => `${newRoundPath}/skjema/${edition}`;
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
export const exemptionsPath = (year: number) => `/runder/${year}/unntak`;
export const calendarPath = (year: number) => `/runder/${year}/kalender`;
export const dryRunPath = (year: number) => `/runder/${year}/kalender/prove`;
export const messagesPath = (year: number) => `/runder/${year}/meldinger`;
export const outboxPath = (year: number) => `/runder/${year}/meldinger/utboks`;
export const letterPath = (year: number, letter: string) => `/runder/${year}/meldinger/utboks/${letter}`;
export const messageTextsPath = (year: number, kind: string) => `/runder/${year}/meldinger/tekster?type=${kind}`;
/** What readers have reported as wrong, of all agencies. */
export const errorReportsPath = '/meldte-feil';
/** What all agencies deliver by. */
export const sourcesPath = '/leveranser';
/** Who did what. */
export const auditPath = '/revisjon';
export const retentionPath = '/oppbevaring';
export const archivePath = (year: number) => `/runder/${year}/arkiv`;
export const populationPath = (year: number) => `/runder/${year}/virksomheter`;
export const qualityPath = (year: number) => `/runder/${year}/kvalitet`;
export const qualityMeasurePath = (year: number, measure: string) => `${qualityPath(year)}/${measure}`;
export const rulesPath = (year: number) => `${qualityPath(year)}/regler`;
