import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';
import { profilePaths } from '@samblikk/contract/client';
import { languages, prefixes } from '@samblikk/text';
import { signedInRoutes } from './signed-in-routes.ts';

/** Public pages: address without language → file. */
const pages: readonly [path: string, file: string][] = [
  ['register', 'register/register.tsx'],
  ['tiltak/:number', 'register/measure-page.tsx'],
  ['tiltak/:number/finansiering', 'plans/public-plan.tsx'],
  ['tiltak/:number/meld-feil', 'error-reports/report.tsx'],
  ['tiltak/:number/meld-feil/sendt', 'error-reports/report-sent.tsx'],
  ['tall', 'figures/figures.tsx'],
  ['tall/tabell', 'figures/own-table.tsx'],
  ['tall/serier', 'figures/series.tsx'],
  ['tall/livslop', 'figures/life-cycle.tsx'],
  ['tall/kvalitet', 'figures/quality.tsx'],
  ['finansiering', 'financing/cases.tsx'],
  ['finansiering/ordninger', 'financing/schemes.tsx'],
  ['finansiering/modeller', 'financing/models.tsx'],
  ['finansiering/modeller/egne', 'financing/own-accounts.tsx'],
  ['kostnadsdeling', 'financing/cost-sharing.tsx'],
  ['portefolje', 'portfolio/portfolio.tsx'],
  ['portefolje/:slug', 'portfolio/kept.tsx'],
  ['om-dataene', 'about/about.tsx'],
  ['embed/register', 'embed/register.tsx'],
  ['embed/number', 'embed/number.tsx'],
  ['embed/figure/:id', 'embed/figure.tsx'],
  ['varsle', 'watch/alert.tsx'],
  ['varsle/sendt', 'watch/alert-sent.tsx'],
  ['varsle/bekreft', 'watch/alert-link.tsx'],
  ['varsle/stopp', 'watch/alert-link.tsx'],
  ['utgaver/:name?', 'releases/to-edition.tsx'],
  ['endringer', 'lately/lately.tsx'],
  ['mangler', 'lately/missing.tsx'],
  ['liknende', 'profiles/doubles.tsx'],
  ['fellesloesninger', 'profiles/solutions.tsx'],
  ['fellesloesninger/:code', 'profiles/solution.tsx'],
  ['kilder', 'lately/delivering.tsx'],
  [':edition', 'releases/edition.tsx'],
  ...Object.values(profilePaths).flatMap((path): [string, string][] => [
    [path, 'profiles/profile-list.tsx'],
    [`${path}/:code`, 'profiles/profile.tsx'],
  ]),
];

/** Every page once per language; the ids differ, the files are the same. */
export default languages.flatMap((language): RouteConfigEntry[] => {
  const at = (path: string) => `${prefixes[language]}/${path}`.replace(/^\/|\/$/g, '');
  const id = (name: string) => `${language}/${name}`;
  return [
    language === 'nb' ? index('home/home.tsx', { id: id('home') }) : route(at(''), 'home/home.tsx', { id: id('home') }),
    ...pages.map(([path, file]) => route(at(path), file, { id: id(path) })),
    layout('session/signed-in.tsx', { id: id('signed-in') }, signedInRoutes({ at, id })),
  ];
}) satisfies RouteConfig;
