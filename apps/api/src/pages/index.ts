export { followUpRoutes } from './follow-up.ts';
export { freezeConcerns, freezeRoutes, issuesOf } from './freeze.ts';
export { populationRoutes } from './population.ts';
export { questionnaireRoutes } from './questionnaire.ts';
export { draftRoutes } from './response/draft-routes.ts';
export { draftViews } from './response/draft-view.ts';
export { responseRoutes } from './response/response-routes.ts';
export { responseView } from './response/response-view.ts';
export { sessionRoutes } from './session/routes.ts';
