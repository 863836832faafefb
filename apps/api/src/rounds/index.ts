export { type AgencyRound, agencyRoundOf, editionOfRound, ownReopening, targetOf } from './agency-round.ts';
export { changeRound } from './change-round.ts';
export { grant, toReopening } from './reopening/reopen.ts';
export { reopeningRoutes } from './reopening/routes.ts';
export { roundRoutes } from './routes.ts';
export { demandOpen, type RoundRow, roundOf, rounds, takesAnswers, toRound } from './store.ts';
