import type { Missing } from '@samblikk/contract';
import { exemptable, exemptionsIn, kindOf, type Language, withheldOption } from '@samblikk/questionnaire';
import { count, maskOf, tableOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import type { LoadedRelease } from '../releases/index.ts';
import { populationOf } from '../rounds/index.ts';
import { type PublicRounds, publicRounds, roundHead } from './public-rounds.ts';
import { measuresAt } from './rows.ts';
import { placesIn, Selection } from './selection.ts';
import { alphabetOf, codesAt } from './show.ts';

/** What is missing in a public round. @throws ApiError notFound, releaseWithdrawn */
export async function missing(db: Database, now: Date, year: number | undefined, language: Language): Promise<Missing> {
  const rounds = await publicRounds(db, now, year);
  const { part } = rounds;
  const { release, edition } = part;
  // The mailbox stands there as well: only what is named here goes out.
  const asked = (await populationOf(db, release.roundId)).map(
    ({ orgnr, ministry, answered, nameNb, nameNn, nameEn }) => ({
      code: orgnr,
      label: { nb: nameNb, nn: nameNn, en: nameEn }[language],
      ministry,
      answered,
    }),
  );
  const { question, inPart } = edition.publication;
  return {
    ...roundHead(rounds, language),
    invited: asked.length,
    answered: asked.filter(({ answered }) => answered).length,
    ministries: byMinistry(part, asked, language),
    measures: release.measures,
    withheld: release.measures - release.publicMeasures,
    inPart: inPart.length === 0 ? 0 : count(part.open, { [question]: inPart }),
    grounds: await groundsIn(db, rounds, language),
    fields: fieldsIn(part, language),
    old: oldIn(rounds, language),
  };
}

interface Asked {
  readonly code: string;
  readonly label: string;
  readonly ministry: string;
  readonly answered: boolean;
}

function byMinistry({ names }: LoadedRelease, asked: readonly Asked[], language: Language): Missing['ministries'] {
  const { compare } = alphabetOf(language);
  return [...Map.groupBy(asked, ({ ministry }) => ministry)]
    .map(([code, all]) => ({
      code,
      label: names.ministry(code)?.[language] ?? code,
      invited: all.length,
      answered: all.filter(({ answered }) => answered).length,
      missing: all
        .filter(({ answered }) => !answered)
        .map(({ code: orgnr, label }) => ({ code: orgnr, label }))
        .sort((a, b) => compare(a.label, b.label)),
    }))
    .sort((a, b) => compare(a.label, b.label));
}

/**
 * The grounds on which answers are kept back in measures that are public in part, where they can be read as well. Of measures
 * withheld whole they are told nowhere (docs/decisions/0012-who-and-what.md).
 */
async function groundsIn(
  db: Database,
  { corpus, part }: PublicRounds,
  language: Language,
): Promise<Missing['grounds']> {
  const { question, inPart } = part.edition.publication;
  const mask = inPart.length === 0 ? undefined : maskOf(part.open, { [question]: inPart });
  const measures = await measuresAt(
    db,
    corpus,
    mask ? placesIn(mask).map((place) => corpus.entryIn(part.release, place)) : [],
  );
  const grounds = new Map<
    string,
    { label: string; values: Map<string, Missing['grounds'][number]['values'][number]> }
  >();
  for (const { answers } of measures)
    for (const asked of exemptionsIn(part.edition, answers).grounds) {
      const options = 'options' in asked ? asked.options : undefined;
      const codes = options && kindOf(asked).codes(asked, answers[asked.id] as never);
      if (!options || !codes) continue;
      const ground = grounds.get(asked.id) ?? { label: (asked.name ?? asked.label)[language], values: new Map() };
      grounds.set(asked.id, ground);
      for (const code of codes) {
        const label = options.find((option) => option.code === code)?.label[language] ?? code;
        ground.values.set(code, { code, label, measures: (ground.values.get(code)?.measures ?? 0) + 1 });
      }
    }
  return [...grounds.values()].map(({ label, values }) => ({
    label,
    n: measures.length,
    values: [...values.values()].sort((a, b) => b.measures - a.measures),
  }));
}

/**
 * The questions whose answers are kept back in measures that are public by name, with how many. One that is asked because of
 * another answer is kept back along with it, and not mentioned.
 */
function fieldsIn({ edition, open }: LoadedRelease, language: Language): Missing['fields'] {
  const fields = exemptable(edition).flatMap(({ id, showIf }) => {
    const column = open.columns.get(id);
    if (!column || showIf) return [];
    const label = column.variable.label[language];
    const measures = column.numbers
      ? tableOf(open, { rows: edition.roles.agency, statistic: 'sum', of: id }).leftOut.amountWithheld
      : column.categories.some(({ code }) => code === withheldOption.code)
        ? count(open, { [id]: [withheldOption.code] })
        : 0;
    return measures > 0 ? [{ id, label, measures, listed: !column.numbers }] : [];
  });
  return fields.sort((a, b) => b.measures - a.measures);
}

/** The measures that the register shows with answers of a round before this one, by whose they were. */
function oldIn({ corpus, part, earlier }: PublicRounds, language: Language): Missing['old'] {
  const rounds = [part, ...earlier].map(({ release }) => release.year);
  const selection = new Selection(corpus, { rounds, filters: {}, found: undefined });
  const { compare } = alphabetOf(language);
  return earlier.flatMap((old) => {
    const mask = selection.masks[corpus.parts.indexOf(old)] as Uint8Array;
    const owners = new Map<string, Missing['old'][number]>();
    mask.forEach((isShown, place) => {
      const [agency] = isShown ? codesAt(old, old.edition.roles.agency, place, language) : [];
      if (!agency) return;
      const before = owners.get(agency.code)?.measures ?? 0;
      owners.set(agency.code, { ...agency, year: old.release.year, measures: before + 1 });
    });
    return [...owners.values()].sort((a, b) => compare(a.label, b.label));
  });
}
