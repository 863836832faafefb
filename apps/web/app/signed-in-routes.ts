import { layout, type RouteConfigEntry, route } from '@react-router/dev/routes';

/**
 * The signed-in part. Called once per language: `at('svar/2026')` gives the address in it, `id('hub')` a route id of its own.
 * Files are relative to `app/`. A route that runs in the browser says so: `export const handle = { interactive: true }`.
 */
export function signedInRoutes({
  at,
  id,
}: {
  at: (path: string) => string;
  id: (name: string) => string;
}): RouteConfigEntry[] {
  const page = (path: string, file: string) => route(at(path), `${file}.tsx`, { id: id(file) });
  const preview = (path: string, file: string) =>
    route(at(`runder/:year/utgave/:release/${path}`), `${file}.tsx`, { id: id(`preview/${file}`) });
  return [
    page('svar', 'hub/choose-agency'),
    page('svar/meldte-feil', 'error-reports/of-agency'),
    page('svar/kilder', 'sources/of-agency'),
    page('svar/kilder/:source', 'sources/source'),
    page('svar/kilder/:source/leveranser/:delivery', 'sources/delivery'),
    page('svar/:year', 'hub/hub'),
    page('svar/:year/regneark', 'intake/spreadsheet'),
    page('svar/:year/kolleger', 'colleagues/colleagues'),
    page('svar/:year/send-inn', 'submit/submit'),
    page('svar/:year/kvittering/:receipt', 'receipt/receipt'),
    page('svar/:year/tiltak/:measure/historikk', 'measure/history/history'),
    page('svar/:year/tiltak/:measure/deleger', 'colleagues/delegate'),
    route(at('svar/:year/tiltak/:measure'), 'measure/sections/measure.tsx', { id: id('measure') }, [
      route(':page?', 'measure/sections/page.tsx', { id: id('measure/page') }),
    ]),
    page('finansieringsplaner', 'plans/plans'),
    page('finansieringsplaner/:measure', 'plans/plan'),
    page('finansieringsplaner/:measure/rediger', 'plans/edit'),
    page('oversikt', 'rounds/start/choose-round'),
    page('samordning', 'portfolio/coordination'),
    page('samordning/:ministry', 'portfolio/own'),
    page('katalog', 'directory/directory'),
    page('katalog/:agency', 'directory/agency'),
    page('katalog/departementer/:ministry', 'directory/ministry'),
    page('runder', 'rounds/rounds'),
    page('runder/ny', 'rounds/new-round'),
    page('runder/:year', 'rounds/follow-up'),
    page('runder/:year/oversikt', 'rounds/start/start'),
    page('runder/ny/skjema/:edition', 'rounds/new-questionnaire'),
    page('runder/:year/skjema', 'rounds/questionnaire'),
    page('runder/:year/virksomheter', 'rounds/population'),
    page('runder/:year/virksomheter/:orgnr', 'rounds/agency/agency'),
    page('runder/:year/kalender', 'calendar/calendar'),
    page('runder/:year/kalender/prove', 'calendar/dry-run'),
    page('runder/:year/meldinger', 'messages/messages'),
    page('runder/:year/meldinger/tekster', 'messages/message-texts'),
    page('runder/:year/meldinger/utboks', 'messages/outbox'),
    page('runder/:year/meldinger/utboks/:message', 'messages/letter'),
    page('runder/:year/kvalitet', 'quality/quality'),
    page('runder/:year/kvalitet/regler', 'quality/rules'),
    page('runder/:year/kvalitet/:measure', 'quality/measure'),
    page('runder/:year/unntak', 'exemptions/exemptions'),
    page('runder/:year/publisering', 'releases/publishing'),
    page('runder/:year/utgave/:release', 'releases/release'),
    page('runder/:year/utgave/:release/kontroll', 'releases/text-check'),
    page('runder/:year/sammenlign', 'releases/compare'),
    page('runder/:year/tilbaketrukket', 'releases/withdrawn-measures'),
    page('runder/:year/arkiv', 'records/archive'),
    page('samordning/liknende', 'verdicts/judge'),
    page('meldte-feil', 'error-reports/of-all'),
    page('leveranser', 'sources/of-all'),
    page('revisjon', 'records/audit'),
    page('oppbevaring', 'records/retention'),
    // The public pages of data, of one release that the public may not see yet.
    layout('releases/preview.tsx', { id: id('preview') }, [
      preview('register', 'register/register'),
      preview('tiltak/:number', 'register/measure-page'),
      preview('tall', 'figures/figures'),
      preview('tall/tabell', 'figures/own-table'),
      preview('tall/kvalitet', 'figures/quality'),
      preview('forside', 'home/home'),
      preview('om-dataene', 'about/about'),
      preview('endringer', 'releases/preview-changes'),
    ]),
  ];
}
