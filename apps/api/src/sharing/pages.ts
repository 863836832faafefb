import { profilePaths } from '@samblikk/contract';
import { commonSolutions, releaseName } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { everyProfile } from '../register/index.ts';
import { type DatedRelease, loaded } from '../releases/index.ts';
import type { Page } from './sitemap.ts';

/** The pages that are there whatever was published. */
const always = [
  '/',
  '/register',
  '/tall',
  '/tall/tabell',
  '/tall/serier',
  '/tall/livslop',
  '/tall/kvalitet',
  '/finansiering',
  '/finansiering/ordninger',
  '/finansiering/modeller',
  '/finansiering/modeller/egne',
  '/kostnadsdeling',
  '/portefolje',
  '/om-dataene',
  '/endringer',
  '/mangler',
  '/liknende',
  '/fellesloesninger',
  ...commonSolutions.map(({ code }) => `/fellesloesninger/${code}`),
  '/kilder',
];

/**
 * Every public page that is worth finding, each at its one address: fixed ones, the editions, the profiles, the measures. Each is dated by the
 * newest release it shows. What is withheld or withdrawn has no page, and so none here.
 * @param releases all that are public, newest first
 */
export async function publicPages(db: Database, now: Date, releases: readonly DatedRelease[]): Promise<Page[]> {
  const newest = releases.filter(({ latest }) => latest);
  const lastModified = newest.map(({ frozenAt }) => frozenAt).reduce(later, undefined as Date | undefined);
  const pages: Page[] = always.map((path) => ({ path, lastModified }));
  for (const release of releases) pages.push({ path: `/${releaseName(release)}`, lastModified: release.frozenAt });
  for (const { year, frozenAt } of newest) pages.push({ path: `/${year}`, lastModified: frozenAt });
  for (const path of Object.values(profilePaths)) pages.push({ path: `/${path}`, lastModified });
  for (const { profile, code, frozenAt } of await everyProfile(db, now))
    pages.push({ path: `/${profilePaths[profile]}/${encodeURIComponent(code)}`, lastModified: frozenAt });
  // A measure is found in the newest round that has it.
  const told = new Set<string>();
  for (const release of newest) {
    const { numbers } = await loaded(db, release);
    for (const number of numbers) {
      if (told.has(number)) continue;
      told.add(number);
      pages.push({ path: `/tiltak/${number}`, lastModified: release.frozenAt });
    }
  }
  return pages;
}

const later = (a: Date | undefined, b: Date): Date => (a !== undefined && a > b ? a : b);
