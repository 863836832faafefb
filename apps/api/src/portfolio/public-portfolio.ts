import { license, type Portfolio, queryText } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { releaseName } from '@samblikk/questionnaire';
import { prefixes } from '@samblikk/text';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { chosenOf, doublesAmong, type RegisterRequest, searchRegister } from '../register/index.ts';
import { newestReleases, refuseMissing } from '../releases/index.ts';
import { contentsOf } from './portfolio.ts';
import { publicSource } from './public-source.ts';
import { words } from './words.ts';

/** So many likely doubles are told; there are seldom more within one portfolio. */
const mostDoubles = 100;

/**
 * The portfolio of a selection of the register, in one round.
 * @param asked the search; of its rounds the first, and the newest that is public where it names none
 * @throws ApiError notFound, releaseWithdrawn, unknownVariable
 */
export async function publicPortfolio(
  db: Database,
  now: Date,
  asked: RegisterRequest,
  site: string,
): Promise<Portfolio> {
  const newest = await newestReleases(db, now);
  const year = asked.rounds[0] ?? newest[0]?.year;
  if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
  const found = await searchRegister(db, now, { ...asked, rounds: [year], sort: '' });
  const { selection } = found;
  const part = selection.corpus.parts.find(({ release }) => release.year === year);
  if (!part) return refuseMissing(db, { year });
  const { language, numbers = [] } = asked;
  // Of free text the register may have another spelling: the lists then find the same.
  const source = await publicSource(db, found, part, { q: asked.q, release: asked.release, numbers });
  const isIn = new Set(source.members.map(({ place }) => place));
  const known = new Set(part.numbers);
  const { release } = part;
  const chosen = chosenOf(selection, language).filter(({ id }) => id !== 'round');
  const query = new URLSearchParams(source.listOf(source.filters));
  if (asked.rounds.length === 0) query.delete('round');
  return {
    title: titleOf(chosen, asked.q, language),
    year,
    years: newest.map((one) => one.year),
    release: {
      name: releaseName(release),
      frozenAt: release.frozenAt.toISOString(),
      dataAsOf: release.dataAsOf.toISOString(),
    },
    notice: release.notice?.[language] ?? null,
    chosen,
    missing: numbers.filter((number) => !known.has(number)),
    ignored: [...found.ignored],
    total: source.members.length,
    withheld: selection.withheld() ?? null,
    ...contentsOf(source, language),
    doubles: await doublesAmong(db, now, release, (place) => isIn.has(place), { most: mostDoubles, language }),
    page: `${site}${prefixes[language]}/portefolje${queryText(query)}`,
    href: `${site}/api/v1/portfolio${queryText(new URLSearchParams([...query, ['lang', language]]))}`,
    license: license.url,
  };
}

type Chosen = Portfolio['chosen'];

/** What a portfolio is of, in words. */
export function titleOf(chosen: Chosen, q: string, language: Language): string {
  const byVariable = [...Map.groupBy(chosen, ({ id }) => id).values()];
  const filters = byVariable.map(
    (codes) => `${codes[0]?.label}: ${codes.map(({ codeLabel }) => codeLabel).join(', ')}`,
  );
  const text = q.trim();
  const said = [...(text === '' ? [] : [language === 'en' ? `“${text}”` : `«${text}»`]), ...filters];
  return said.length === 0 ? words.everything[language] : said.join('; ');
}
