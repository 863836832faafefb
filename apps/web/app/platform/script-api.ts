import { type ScriptEndpoint, scriptAddressOf } from '@samblikk/contract/client';
import { type Call, caller } from './caller.ts';

/** The API from the browser: for the signed-in part. Knows only what scripts ask, so that pages load no other addresses. */
export const api: Call<ScriptEndpoint> = caller(scriptAddressOf, (path, init) =>
  fetch(path, { credentials: 'same-origin', ...init }),
);
