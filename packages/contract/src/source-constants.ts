// What is said of sources by code, for the API and the pages.

/** A file at an address that is watched; a file that is sent again and again; an agency’s own system (Maskinporten). */
export const sourceKinds = ['address', 'upload', 'system'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How often a watched address is asked. */
export const sourcePaces = ['daily', 'weekly'] as const;
export type SourcePace = (typeof sourcePaces)[number];

/** What became of a delivery: taken in; the file cannot be read; it could not be fetched. */
export const deliveryOutcomes = ['taken', 'refused', 'failed'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/**
 * Why a row waits for a person: something in it cannot be read; it says that a measure is over; it makes public what is withheld;
 * its title is only like that of a measure; the title stands twice; the agency said that the measure is not reported, or took
 * it out.
 */
export const leftReasons = ['faulty', 'over', 'becomesPublic', 'alike', 'sameTitle', 'settled', 'withdrawn'] as const;
export type LeftReason = (typeof leftReasons)[number];

/** The ways in: the form, a list imported by hand, a watched file, an own system. */
export const sourceWays = ['form', 'spreadsheet', 'file', 'system'] as const;
export type SourceWay = (typeof sourceWays)[number];

export const sourceNameLength = 100;
