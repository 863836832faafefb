// Values that the API and the web both keep to.

/** What a page asks for by itself, without anyone doing anything, has this header: it does not make the session last longer. */
export const background = { 'x-samblikk-background': 'yes' } as const;

/** How often a browser says where the person is, and asks where others are; and how long that counts, in milliseconds. */
export const presenceEvery = 20_000;
export const presenceCounts = 60_000;

/** How long those who may send in are left in peace after they were asked, milliseconds. */
export const askAgainAfter = 24 * 60 * 60_000;

/** The most a list may have; said before anyone chooses a file. A cell is as long as Excel lets it be, in characters. */
export const spreadsheetLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 10_000,
  columns: 200,
  sheets: 50,
  cell: 32_767,
  /** In all cells of all sheets. */
  characters: 20_000_000,
} as const;

/** The largest text that is held against a release, in bytes of the file. */
export const textFileLimit = 10 * 1024 * 1024;

/** What may separate the columns of a CSV file. */
export const separators = ['comma', 'semicolon', 'tab', 'bar'] as const;
export type Separator = (typeof separators)[number];

/** The letters that staff send, in the order of a year. */
export const messageKinds = ['invitation', 'reminder', 'nudge', 'lastNotice', 'queries', 'thanks'] as const;
/** The letters that staff edit: also the receipt, which sending in sends. */
export const editedKinds = [...messageKinds, 'receipt'] as const;

/**
 * A pilot round has a number of its own where others have their year, 7000 later: 9027 tries out 2027. So it can be held beside the
 * real one, under addresses of its own, and is the year before of none.
 */
const pilotStep = 7_000;
export const pilotOf = (year: number): number => year + pilotStep;
export const isPilot = (year: number): boolean => year > 9_000;
/** The year that a pilot tries out; of other rounds their own. */
export const realYear = (year: number): number => (isPilot(year) ? year - pilotStep : year);
/** What may have become of a letter. */
export const messageStates = ['waiting', 'sent', 'refused', 'returned', 'failed', 'stopped'] as const;

/** What a search of the register may ask for at most, as `/api/v1/config` tells it: measures on a page, pages, characters of free text, and of a list of codes. */
export const registerLimits = {
  size: 100,
  usualSize: 20,
  page: 100_000,
  words: 200,
  /** Characters of one parameter. */
  list: 4000,
  /** How often one parameter may stand in an address. */
  repeated: 200,
  cursor: 1000,
  /** Characters of a search that is watched. */
  watched: 2000,
  /** Agencies, tags and so on on a page of their list; as many unless told, so that all but tags are told at once. */
  profiles: 1000,
} as const;

/** What public data may be used under, as SPDX and people know it. */
export const license = {
  id: 'NLOD-2.0',
  name: 'Norsk lisens for offentlige data (NLOD) 2.0',
  url: 'https://data.norge.no/nlod/no/2.0',
} as const;

/** Where the code lists are, each below it with its codes within: `/codelists/phase#idea`. */
export const codeListsPath = '/codelists';

/** What has a page of its own in the register, and where: `/virksomheter/991825827`. */
export const profilePaths = {
  agency: 'virksomheter',
  ministry: 'departementer',
  tag: 'stikkord',
  technology: 'teknologi',
  lifeEvent: 'livshendelser',
  strategyMeasure: 'strategitiltak',
} as const;
export type ProfileName = keyof typeof profilePaths;
export const profileKinds = [
  'agency',
  'ministry',
  'tag',
  'technology',
  'lifeEvent',
  'strategyMeasure',
] as const satisfies readonly ProfileName[];

/** What a coordinator may say that two measures are to each other. */
export const doubleVerdicts = ['same', 'related', 'not'] as const;
export type DoubleVerdict = (typeof doubleVerdicts)[number];
/** Which likely doubles a coordinator may look at: those nobody has judged, those somebody has. */
export const doubleShows = ['waiting', 'judged'] as const;
export type DoubleShow = (typeof doubleShows)[number];
/** The most that may be written as the reason of a verdict. */
export const verdictReasonLength = 1000;

/** What may be said in reply to a reader who reports an error: that it is one, that what stands is right, or that it is about something else. */
export const errorReportOutcomes = ['accepted', 'rejected', 'irrelevant'] as const;
export type ErrorReportOutcome = (typeof errorReportOutcomes)[number];
/** What lists of error reports may show. */
export const errorReportShows = ['overdue', 'open', 'answered', 'all'] as const;
export type ErrorReportShow = (typeof errorReportShows)[number];
/** The longest name of a portfolio that is kept. */
export const portfolioName = 120;
/** The most that may be written in an error report, and in reply to one. */
export const errorReportLength = 2000;

/** So long a list of product accounts may be, in characters; a file in bytes. */
export const accountsFileLimits = { characters: 500_000, bytes: 500_000 } as const;
