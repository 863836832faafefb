import { format, formatDay, languages, type Text } from '@samblikk/text';
import type { wholeDirectory } from '../directory/index.ts';
import { type Code, type CodeList, otherNames } from './code-lists.ts';
import { texts } from './texts.ts';

type Whole = Awaited<ReturnType<typeof wholeDirectory>>;

/** What an agency or a ministry was called under one code, and from when to when. */
interface Version {
  readonly code: string;
  readonly name: Text;
  readonly to: string | null;
}

/** A body by our id, with its life, oldest first. */
interface Body {
  readonly versions: readonly Version[];
  readonly successors: readonly string[];
}

/**
 * Agencies by organisation number and ministries by code, as the data have them: also those that are no more, and the names
 * they had. Of the directory, only what is public anyway: names, numbers and days.
 * @param today ISO date
 */
export function bodyLists({ agencies, ministries }: Whole, today: string): CodeList[] {
  const numbered = new Map(
    agencies.map(({ id, versions, successors }): [string, Body] => [
      id,
      {
        versions: versions.flatMap(({ orgnr, name, to }) => (orgnr === null ? [] : [{ code: orgnr, name, to }])),
        successors: successors.map((heir) => heir.id),
      },
    ]),
  );
  const coded = new Map(
    ministries.map(({ id, versions, successor }): [string, Body] => [
      id,
      { versions, successors: successor === null ? [] : [successor.id] },
    ]),
  );
  const list = (id: string, title: Text, about: Text, bodies: ReadonlyMap<string, Body>): CodeList => ({
    ...{ id, title, about, changes: [], former: false },
    codes: [...bodies.values()].flatMap((body) => codesOf(body, bodies, today)),
  });
  return [
    list('agencies', texts.agencies, texts.agenciesAbout, numbered),
    list('ministries', texts.ministries, texts.ministriesAbout, coded),
  ];
}

/** One code for each that the body has had; the last of them stands for what it is now. */
function codesOf(body: Body, bodies: ReadonlyMap<string, Body>, today: string): Code[] {
  const newest = body.versions.at(-1);
  if (!newest) return [];
  const ended = newest.to !== null && newest.to < today;
  const byCode = Map.groupBy(body.versions, ({ code }) => code);
  return [...byCode].flatMap(([code, versions]) => {
    const last = versions.at(-1);
    if (!last) return [];
    const former = code !== newest.code || ended;
    const heirs =
      code === newest.code ? (ended ? body.successors : []).flatMap((id) => newestCode(bodies, id)) : [newest.code];
    return {
      code,
      label: last.name,
      formerly: otherNames(
        last.name,
        versions.map(({ name }) => name),
      ),
      history: formerNames(versions, today),
      former,
      replacedBy: heirs.filter((heir) => heir !== code),
    };
  });
}

const newestCode = (bodies: ReadonlyMap<string, Body>, id: string): string[] => {
  const last = bodies.get(id)?.versions.at(-1);
  return last ? [last.code] : [];
};

/** What it was called, until when, where it is called that no more. */
function formerNames(versions: readonly Version[], today: string): Text[] {
  return versions.flatMap(({ name, to }, index) => {
    const next = versions[index + 1];
    const goesOn = next ? otherNames(name, [next.name]).length === 0 : false;
    if (to === null || to >= today || goesOn) return [];
    const [nb = '', nn = '', en = ''] = languages.map((language) =>
      format(texts.until, language, { name: name[language], day: formatDay(to, language) }),
    );
    return { nb, nn, en };
  });
}
