export { ApiProblem, addressOf, api, apiOf, type Call, type Input } from './api.ts';
export { captureEarlyTyping, restoreEarlyTyping } from './early-typing.ts';
export { platformContext, type RootData, useRootData } from './platform-context.ts';
