export { type AgencyRound, agencyRoundOf, editionOfRound, toAgencyRound } from './agency-round.ts';
export { changeRound } from './change-round.ts';
export { type AskedAgency, lockAgency, markAnswered, populationOf, writePopulation } from './population.ts';
export { askedAgencies, roundsIn } from './relations.ts';
export { grant, reopeningsIn } from './reopening/reopen.ts';
export { reopeningRoutes } from './reopening/routes.ts';
export { roundRoutes } from './routes.ts';
export { lockRound, type RoundRow, requireOpen, roundOf, rounds, takesAnswers, toRound } from './store.ts';
