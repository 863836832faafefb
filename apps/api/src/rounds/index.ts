export { type AgencyRound, agencyRoundOf, editionOfRound, toAgencyRound } from './agency-round.ts';
export { declinationsToArchive, mailboxesToArchive, populationToArchive, reopeningsToArchive } from './archive.ts';
export { askedRoutes } from './asked/routes.ts';
export { type CarriedAgency, carryPopulation } from './carry-population.ts';
export { changeRound } from './change-round.ts';
export { confirmContacts, contactConfirmations } from './contacts/confirm.ts';
export { contactRoutes } from './contacts/routes.ts';
export { declinationsIn, decline, declined, undoDecline } from './declining/decline.ts';
export { agencyNamesIn, mailboxesIn } from './erasures.ts';
export {
  type AskedAgency,
  keepOnly,
  lockAgency,
  markAnswered,
  mendMailbox,
  populationOf,
  writePopulation,
} from './population.ts';
export { askedAgencies, roundsIn } from './relations.ts';
export { mailGranted, mailRefused } from './reopening/mail.ts';
export { grant, refuse, reopeningsIn } from './reopening/reopen.ts';
export { reopeningRoutes } from './reopening/routes.ts';
export { roundRoutes } from './routes.ts';
export {
  deleteRound,
  directoryDay,
  lockedRound,
  lockRound,
  type PopulationRow,
  type RoundRow,
  requireOpen,
  roundBefore,
  roundOf,
  roundRows,
  rounds,
  takesAnswers,
  takesUpdatesNow,
  toRound,
} from './store.ts';
