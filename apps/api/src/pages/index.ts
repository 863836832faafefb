export { followUpRoutes } from './follow-up.ts';
export { freezeConcerns, freezeRoutes, issuesOf } from './freeze.ts';
export { responseRoutes } from './response/routes.ts';
export { responseView } from './response/view.ts';
export { sessionRoutes } from './session/routes.ts';
