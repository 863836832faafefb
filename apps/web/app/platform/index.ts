export { ApiProblem } from '@samblikk/client/core';
export { addressOf, apiOf } from './api.ts';
export type { Call, Input } from './caller.ts';
export { captureEarlyTyping, restoreEarlyTyping } from './early-typing.ts';
export { platformContext, type RootData, useRootData } from './platform-context.ts';
export { api } from './script-api.ts';
