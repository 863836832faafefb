import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/**
 * The signed-in part. Called once per language: `at('svar/2026')` gives the address in it, `id('hub')` a route id of its own.
 * Files are relative to `app/`. A route that runs in the browser says so: `export const handle = { interactive: true }`.
 */
export function answeringRoutes({
  at,
  id,
}: {
  at: (path: string) => string;
  id: (name: string) => string;
}): RouteConfigEntry[] {
  return [route(at('svar'), 'answering/hub.tsx', { id: id('svar') })];
}
