import { type ProfileName, profilePaths } from '@samblikk/contract/client';

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
/** What readers have reported as wrong in an agency's measures. */
export const agencyErrorReportsPath = (orgnr: string) => `/svar/meldte-feil?${agencyParameter}=${orgnr}`;
/** Where coordinators say what likely doubles are to each other. */
export const judgingPath = '/samordning/liknende';
/** What an agency delivers by: its sources, one of them, and one delivery. */
export const agencySourcesPath = (orgnr: string) => `/svar/kilder?${agencyParameter}=${orgnr}`;
export const sourcePath = (orgnr: string, source: string) => `/svar/kilder/${source}?${agencyParameter}=${orgnr}`;
export const deliveryPath = (orgnr: string, source: string, delivery: string) =>
  `/svar/kilder/${source}/leveranser/${delivery}?${agencyParameter}=${orgnr}`;
/** Financing plans that someone has to do with, and that of one measure. */
export const plansPath = '/finansieringsplaner';
export const planPath = (measure: string) => `${plansPath}/${measure}`;
/** Where staff begin: the round that matters now. */
export const startPath = '/oversikt';
/** An edition, by its year (`2019`) or its release (`2019.1`). */
export const editionPath = (name: string) => `/${name}`;
/** What stands for the newest year in its place. */
export const newestEdition = 'siste';
/** What everyone may read of what is new in a release. */
export const releaseChangesPath = (name: string) => `${editionPath(name)}#changed`;
/** The page of an agency (by organisation number), a ministry (by code), a tag and so on. */
export const profilePath = (profile: ProfileName, code: string) =>
  `/${profilePaths[profile]}/${encodeURIComponent(code)}`;
