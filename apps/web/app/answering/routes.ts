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
  const page = (path: string, file: string) => route(at(path), `answering/${file}.tsx`, { id: id(file) });
  return [
    page('svar', 'choose'),
    page('svar/:year', 'hub'),
    page('svar/:year/regneark', 'spreadsheet/spreadsheet'),
    page('svar/:year/kolleger', 'colleagues'),
    page('svar/:year/send-inn', 'submit'),
    page('svar/:year/kvittering/:receipt', 'receipt'),
    page('svar/:year/tiltak/:measure/historikk', 'history'),
    page('svar/:year/tiltak/:measure/deleger', 'delegate'),
    route(at('svar/:year/tiltak/:measure'), 'answering/measure/measure.tsx', { id: id('measure') }, [
      route(':page?', 'answering/measure/page.tsx', { id: id('measure/page') }),
    ]),
    page('runder/:year', 'follow-up'),
  ];
}
