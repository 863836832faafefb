import type { Lately } from '@samblikk/contract';
import { editions, isComparable, type Language, showAmount, withheldOption } from '@samblikk/questionnaire';
import { outcomesInRound } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type LoadedRelease, releases, tombstones } from '../releases/index.ts';
import { keptBackAmong } from './places.ts';
import { publicRounds, roundHead } from './public-rounds.ts';
import { codesAt, namedRelease } from './show.ts';

type Changes = Lately['changed']['measures'][number]['changes'];

/** How many measures a list gives; the rest is counted. */
const most = 100;

const listOf = <M extends { readonly number: string }>(all: readonly M[]) => ({
  total: all.length,
  measures: all.slice(0, most),
});

/** What changed lately in what is public: a round held against the one before, by what both have told. @throws ApiError notFound */
export async function lately(db: Database, now: Date, year: number | undefined, language: Language): Promise<Lately> {
  const rounds = await publicRounds(db, now, year);
  const { part, earlier } = rounds;
  const [before] = earlier;
  const places = new Map(part.numbers.map((number, place) => [number, place]));
  const then = new Map(before?.numbers.map((number, place) => [number, place]));
  const known = new Set(earlier.flatMap(({ numbers }) => numbers));
  const changed = [...places].flatMap(([number, place]) => {
    const old = then.get(number);
    const changes = before && old !== undefined ? changesOf(before, old, part, place, language) : [];
    return changes.length > 0 ? [{ ...measureAt(part, place, language), changes }] : [];
  });
  const gone = [...then.keys()].filter((number) => !places.has(number));
  const ended = before ? await endedOf(db, part, new Set(gone)) : [];
  return {
    ...roundHead(rounds, language),
    before: before?.release.year ?? null,
    releases: (await releases(db, now)).map((release) => ({
      ...namedRelease(release),
      latest: release.latest,
      reason: release.reason ?? null,
    })),
    added: listOf(
      before
        ? [...places].filter(([number]) => !known.has(number)).map(([, place]) => measureAt(part, place, language))
        : [],
    ),
    changed: listOf(changed),
    ended: listOf(
      ended.flatMap(({ number, outcome }) => {
        const old = then.get(number);
        return before && old !== undefined ? [{ ...measureAt(before, old, language), outcome }] : [];
      }),
    ),
    absent: gone.length - ended.length,
    withdrawn: await withdrawnIn(db, new Set(rounds.all.map(({ release }) => release.year)), language),
  };
}

function measureAt(part: LoadedRelease, place: number, language: Language) {
  const [agency] = codesAt(part, part.edition.roles.agency, place, language);
  return {
    number: part.numbers[place] as string,
    title: part.titles[place] ?? null,
    agency: agency ?? { code: '', label: '' },
  };
}

/** What a measure tells otherwise than before of the edition’s highlights, where the two may be compared. */
function changesOf(
  before: LoadedRelease,
  old: number,
  part: LoadedRelease,
  place: number,
  language: Language,
): Changes {
  return (part.edition.highlights ?? []).flat().flatMap((id): Changes => {
    const [column, earlier] = [part.open.columns.get(id), before.open.columns.get(id)];
    if (!column || !earlier || !isComparable(part.edition, id, before.edition.id, editions)) return [];
    const label = column.variable.label[language];
    if (column.numbers && earlier.numbers) {
      const [was, is] = [earlier.numbers[old] ?? Number.NaN, column.numbers[place] ?? Number.NaN];
      if (Number.isNaN(was) || Number.isNaN(is) || was === is) return [];
      return [{ label, before: showAmount(was, language, 'words'), after: showAmount(is, language, 'words') }];
    }
    const [was, is] = [codesAt(before, id, old, language), codesAt(part, id, place, language)];
    const codes = (of: typeof was) => of.map(({ code }) => code).join();
    const words = (of: typeof was) => of.map((one) => one.label).join(', ');
    // Blank, or kept back in one of them: no change is told.
    if (codes(was) === '' || codes(is) === '' || codes(was) === codes(is)) return [];
    if ([...was, ...is].some(({ code }) => code === withheldOption.code)) return [];
    return [{ label, before: words(was), after: words(is) }];
  });
}

/** What was said before the freeze of public measures that the release lacks; nothing of one that it has and keeps back. */
async function endedOf(db: Database, { release }: LoadedRelease, gone: ReadonlySet<string>) {
  const said = (await outcomesInRound(db, release.roundId)).filter(
    ({ number, decidedAt }) => gone.has(number) && decidedAt <= release.frozenAt,
  );
  const kept = await keptBackAmong(
    db,
    release.id,
    said.map(({ measureId }) => measureId),
  );
  return said.filter(({ measureId }) => !kept.has(measureId));
}

async function withdrawnIn(db: Database, years: ReadonlySet<number>, language: Language): Promise<Lately['withdrawn']> {
  return (await tombstones(db, {})).flatMap(({ number, year, at, reason }) =>
    reason && years.has(year) ? [{ number, year, at: at.toISOString(), reason: reason[language] }] : [],
  );
}
